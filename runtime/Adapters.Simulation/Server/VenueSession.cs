using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Simulation.Faults;

namespace Adapters.Simulation.Server;

/// <summary>An open WebSocket, from the server's side.</summary>
public sealed partial class VenueSession
{
    private const int PolicyViolation = 1008;
    private const int GoingAway = 1001;

    private readonly VenueServer _server;
    private readonly IServerConnection _connection;
    private readonly FaultyLine? _line;
    private readonly List<string> _topics = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Timestamp _opened;
    private Timestamp _pinged;
    private Timestamp _window;
    private int _frames;
    private bool _isClosed;

    internal VenueSession(VenueServer server, SocketPlan plan, IServerConnection connection, string client)
    {
        _server = server;
        _connection = connection;
        _line = server.Faults is { } faults ? new FaultyLine(faults) : null;
        Socket = plan.Socket;
        IsRaw = plan.IsRaw;
        TellsLimits = plan.TellsLimits;
        Client = client;
        _opened = _pinged = server.Exchange.Now;
    }

    /// <summary>The socket of the specification.</summary>
    public SocketInfo Socket { get; }

    /// <summary>Messages come without their envelope.</summary>
    public bool IsRaw { get; set; }

    /// <summary>Limits of calls are told in answers where a call does not ask otherwise.</summary>
    public bool TellsLimits { get; }

    /// <summary>Where it comes from.</summary>
    public string Client { get; }

    /// <summary>What is subscribed, in that order. Hold the exchange's gate to read it.</summary>
    public IReadOnlyList<string> Topics => _topics;

    /// <summary>A frame came. The memory is read during the call only.</summary>
    public void OnFrame(ReadOnlyMemory<byte> frame)
    {
        if (_isClosed)
        {
            return;
        }

        if (IsTooFast())
        {
            Close(PolicyViolation, "Too many requests");
            return;
        }

        _server.OnFrame(this, frame);
    }

    /// <summary>The connection has ended.</summary>
    public void OnClosed()
    {
        _isClosed = true;
        _server.OnClosed(this);
    }

    /// <summary>Ends the connection after what was sent.</summary>
    public void Close(int code, string reason)
    {
        _connection.Close(code, reason);
        OnClosed();
    }

    internal bool Add(string topic)
    {
        if (!_known.Add(topic))
        {
            return false;
        }

        _topics.Add(topic);
        return true;
    }

    internal bool Remove(string topic) => _known.Remove(topic) && _topics.Remove(topic);

    /// <summary>Sends a frame, or what the plan of faults makes of it. One thread at a time.</summary>
    internal void Send(ReadOnlyMemory<byte> frame)
    {
        if (_isClosed)
        {
            return;
        }

        if (_line is null)
        {
            _connection.Send(frame);
            return;
        }

        foreach (var delivery in _line.Send(frame))
        {
            if (delivery.IsDisconnect)
            {
                _connection.Abort();
                OnClosed();
                return;
            }

            _connection.Send(delivery.Payload);
        }
    }

    internal void OnStep(Timestamp now)
    {
        if (Socket.ServerPing is { } every && now - _pinged >= every)
        {
            _pinged = now;
            _connection.Ping();
        }

        if (Socket.Life is { } life && now - _opened >= life)
        {
            Close(GoingAway, "Lived long enough");
        }
    }

    private bool IsTooFast()
    {
        if (Socket.FramesPer is not { } per || (_server.Face.MaxFrames ?? Socket.MaxFrames) is not { } most)
        {
            return false;
        }

        var now = _server.Exchange.Now;
        if (now - _window >= per)
        {
            (_window, _frames) = (now, 0);
        }

        return ++_frames > most;
    }
}
