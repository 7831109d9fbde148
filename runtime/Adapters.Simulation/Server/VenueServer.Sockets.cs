using System.Text;
using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Limits;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <content>WebSockets: connections, subscriptions and calls.</content>
public sealed partial class VenueServer
{
    private readonly List<VenueSession> _sessions = [];
    private readonly Queue<(VenueSession Session, byte[] Frame)> _afterwards = [];
    private readonly Dictionary<string, Feed> _feeds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EndpointInfo> _methods;

    /// <summary>Connections that are open.</summary>
    public IReadOnlyList<VenueSession> Sessions
    {
        get
        {
            lock (Exchange.Gate)
            {
                return [.. _sessions];
            }
        }
    }

    /// <summary>Decides about a WebSocket request.</summary>
    /// <param name="request">The request to upgrade.</param>
    /// <param name="refusal">What to answer in place of an upgrade.</param>
    /// <returns>Where it leads; null where it is refused.</returns>
    public SocketPlan? Accept(ServerRequest request, out ServerResponse? refusal)
    {
        ArgumentNullException.ThrowIfNull(request);
        refusal = null;
        try
        {
            var plan = Face.Open(request.Path, request.Query);
            Charge(
                plan is null
                    ? Costs(null, null)
                    : [.. plan.Socket.Counts.Select(static count => new LimitCost(count.Key, count.Value))],
                request.Client, _ => request.Client);
            return plan ?? throw Face.UnknownPath(isPath: false).Thrown();
        }
        catch (VenueException refused)
        {
            refusal = Refusal(refused.Failure, []);
        }
        catch (LimitedException limited)
        {
            refusal = Refusal(limited.Failure, limited.Uses);
        }

        return null;
    }

    /// <summary>Serves a connection that was accepted. Give the session each frame and tell it the end.</summary>
    public VenueSession Open(SocketPlan plan, IServerConnection connection, string client)
    {
        ArgumentNullException.ThrowIfNull(plan);
        VenueSession session;
        lock (Exchange.Gate)
        {
            session = new VenueSession(this, plan, connection, client);
            _sessions.Add(session);
            foreach (var topic in plan.Topics)
            {
                Subscribe(session, topic);
            }
        }

        return session;
    }

    /// <summary>Tells every connection that the venue is about to go away.</summary>
    /// <param name="payload">The message, without an envelope.</param>
    /// <param name="topic">The topic that it comes under where messages have envelopes.</param>
    public void Announce(IServerWire payload, string topic)
    {
        var text = Encoding.UTF8.GetString(payload.ToUtf8());
        lock (Exchange.Gate)
        {
            foreach (var session in _sessions)
            {
                _outbox.Add(session, session.IsRaw || session.Socket.Envelopes.Count == 0
                    ? Encoding.UTF8.GetBytes(text)
                    : session.Socket.Envelopes[0].Fill(("topic", JsonTexts.Quote(topic)), ("payload", text)));
            }
        }

        _outbox.Empty();
    }

    internal void OnFrame(VenueSession session, ReadOnlyMemory<byte> frame)
    {
        lock (Exchange.Gate)
        {
            if (session.Socket.Subscribe?.Read(frame) is { } subscribe)
            {
                Change(session, subscribe, isAdding: true, frame);
            }
            else if (session.Socket.Unsubscribe?.Read(frame) is { } unsubscribe)
            {
                Change(session, unsubscribe, isAdding: false, frame);
            }
            else if (session.Socket.Call is { } call)
            {
                Call(session, call.Read(frame));
                while (_afterwards.TryDequeue(out var next))
                {
                    _outbox.Add(next.Session, next.Frame);
                }
            }
            else if (session.Socket.Ping is { } ping && ping.Read(frame) is not null && session.Socket.Pong is { } pong)
            {
                _outbox.Add(session, pong.Fill());
            }
            else if (Face.Requests?.Answer(session, frame) is { } answer)
            {
                _outbox.Add(session, answer);
            }
        }

        _outbox.Empty();
    }

    internal void OnClosed(VenueSession session)
    {
        lock (Exchange.Gate)
        {
            _sessions.Remove(session);
            session.StopListening();
            foreach (var topic in session.Topics.ToArray())
            {
                Unsubscribe(session, topic);
            }
        }
    }

    internal void Send(VenueSession session, byte[] frame) => _outbox.Add(session, frame);

    /// <summary>Sends what follows from a call after its answer.</summary>
    internal void SendAfter(VenueSession session, byte[] frame) => _afterwards.Enqueue((session, frame));

    private void Change(
        VenueSession session, Dictionary<string, string> read, bool isAdding, ReadOnlyMemory<byte> frame)
    {
        var topics = JsonTexts.Texts(read["topics"]);
        var id = read.GetValueOrDefault("id", "null");
        var isOdd = topics is null || id[0] is '{' or '[' or 't' or 'f';
        if (isOdd && Face.Requests?.Answer(session, frame) is { } answer)
        {
            _outbox.Add(session, answer);
            return;
        }

        var most = session.Socket.MaxTopics ?? int.MaxValue;
        if (isAdding && session.Topics.Union(topics!).Count() > most)
        {
            var failure = Face.TooManyTopics(most);
            _outbox.Add(session, session.Socket.Rejected[^1].Fill(
                ("code", failure.Code), ("message", JsonTexts.Quote(failure.Message)), ("id", id)));
            return;
        }

        _outbox.Add(session, session.Socket.Accepted[0].Fill(("id", id), ("topics", read["topics"])));
        foreach (var topic in topics!)
        {
            if (isAdding)
            {
                Subscribe(session, topic);
            }
            else
            {
                Unsubscribe(session, topic);
            }
        }
    }

    private void Subscribe(VenueSession session, string topic)
    {
        if (!session.Add(topic))
        {
            return;
        }

        // A topic of nothing that there is stays silent; venues take it all the same.
        var key = session.Socket.Name + "/" + topic;
        if (!_feeds.TryGetValue(key, out var feed))
        {
            if (Context(session.Socket, topic) is not { } context || Face.Channels.Make(context) is not { } made)
            {
                return;
            }

            _feeds[key] = feed = made;
            feed.Start(_outbox);
        }

        feed.Add(session);
    }

    private void Unsubscribe(VenueSession session, string topic)
    {
        var key = session.Socket.Name + "/" + topic;
        if (!session.Remove(topic) || !_feeds.TryGetValue(key, out var feed))
        {
            return;
        }

        feed.Remove(session);
        if (feed.IsEmpty)
        {
            _feeds.Remove(key);
            feed.Dispose();
        }
    }

    private TopicContext? Context(SocketInfo socket, string topic)
    {
        if (_reader.Channel(topic, socket.Name) is not { } found)
        {
            return null;
        }

        SimulatedMarket? market = null;
        if (found.Channel.Topic.Parts.FirstOrDefault(part => part.IsParameter && part.Text == "symbol") is { } part)
        {
            var name = found.Captures["symbol"];
            if ((part.IsLower && name.Any(char.IsUpper))
                || !Exchange.TryFind(part.IsLower ? name.ToUpperInvariant() : name, out market))
            {
                return null;
            }
        }

        return new TopicContext(topic, found.Channel, found.Captures, Exchange, market);
    }
}
