using Adapters.Catalogue;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>What is published under one topic, for everyone who subscribed to it. The exchange's gate is held whenever
/// it is used.</summary>
internal abstract class Feed(TopicContext context) : IMarketObserver, IDisposable
{
    private readonly List<VenueSession> _sessions = [];
    private Outbox? _outbox;
    private IDisposable[] _subscriptions = [];

    internal bool IsEmpty => _sessions.Count == 0;

    protected TopicContext Context { get; } = context;

    public virtual void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    internal void Start(Outbox outbox)
    {
        _outbox = outbox;
        _subscriptions = [.. Context.Markets.Select(market => market.Subscribe(this))];
    }

    internal void Add(VenueSession session) => _sessions.Add(session);

    internal void Remove(VenueSession session) => _sessions.Remove(session);

    /// <summary>Writes a message once, with and without envelope where somebody wants it so.</summary>
    protected void Publish(IServerWire message)
    {
        var payload = message.ToUtf8();
        byte[]? wrapped = null;
        foreach (var session in _sessions)
        {
            if (session.IsRaw)
            {
                _outbox!.Add(session, payload);
                continue;
            }

            wrapped ??= Wrapped(session.Socket, payload);
            _outbox!.Add(session, wrapped);
        }
    }

    private byte[] Wrapped(SocketInfo socket, byte[] payload) => socket.Envelopes.Count == 0
        ? payload
        : socket.Envelopes[0].Fill(
            ("topic", JsonTexts.Quote(Context.Topic)), ("payload", System.Text.Encoding.UTF8.GetString(payload)));
}
