using Adapters.Domain;
using Adapters.Limits;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <summary>
/// One connection and its successors: opens, receives, and opens again after a loss until it is closed. Everything it
/// hears goes to its <see cref="StreamClient"/> inline, in order.
/// </summary>
internal sealed partial class StreamConnection : DeliveryLoop, IDisposable
{
    private const int FirstBuffer = 64 * 1024;

    private readonly StreamClient _client;
    private readonly CancellationTokenSource _stop = new();
    private readonly Backoff _backoff;
    private byte[] _buffer = new byte[FirstBuffer];
    private volatile IWebSocketConnection? _socket;
    private volatile TopicTable _table = new([], null);
    private long _lastFrame;

    public StreamConnection(StreamClient client)
    {
        _client = client;
        Context = new WireContext(client.Symbols);
        _backoff = new Backoff(client.Options.FirstReconnectDelay, client.Options.MaxReconnectDelay, client.Options.Jitter);
        _pacer = new Pacer(client.Socket.MaxFrames, client.Socket.FramesPer, client.Time);
    }

    /// <summary>Topics it carries; changed under the client's lock.</summary>
    public List<StreamTopic> Topics { get; } = [];

    /// <summary>The same for lookups.</summary>
    public TopicTable Table
    {
        get => _table;
        set => _table = value;
    }

    public WireContext Context { get; }

    /// <summary>Timestamp at which the present connection was opened; 0 while there is none.</summary>
    public long OpenedAt { get; private set; }

    /// <summary>Another connection takes its topics over; it does not open again.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Why another connection should take over, once none of its topics is being handed over to it.</summary>
    public string? WantsRotation { get; set; }

    public bool IsClosed => _stop.IsCancellationRequested;

    public async Task RunAsync()
    {
        while (!IsClosed)
        {
            var reason = await OnceAsync().ConfigureAwait(false);
            if (IsClosed || IsLeaving)
            {
                break;
            }

            var delay = _backoff.Next();
            _client.Diagnostics.Retrying(delay);
            try
            {
                await Task.Delay(delay, _client.Time, _stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
    }

    public void Close()
    {
        _stop.Cancel();
        _socket?.Abort();
    }

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        Close();
        _stop.Dispose();
    }

    /// <summary>The venue has been silent for longer than it may.</summary>
    public bool IsSilent(TimeSpan limit) =>
        _socket is { SeesPings: true } && OpenedAt != 0 && _client.Time.GetElapsedTime(Volatile.Read(ref _lastFrame)) > limit;

    private async ValueTask<string> OnceAsync()
    {
        string reason;
        IWebSocketConnection? socket = null;
        try
        {
            await WaitForTurnAsync().ConfigureAwait(false);
            using var limit = new CancellationTokenSource(_client.Options.ConnectTimeout, _client.Time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
            socket = await _client.Factory.ConnectAsync(_client.Address, both.Token).ConfigureAwait(false);
            _client.Diagnostics.Connected(_client.Address);
            Open(socket);
            try
            {
                reason = await ReceiveAsync(socket).ConfigureAwait(false);
            }
            finally
            {
                End(); // of a delivery that threw
            }
        }
#pragma warning disable CA1031 // whatever breaks a connection, the next attempt follows
        catch (Exception error)
#pragma warning restore CA1031
        {
            reason = Told(error);
        }

        reason = _lost = DropReason(socket) ?? reason;

        // One that lived long was sound; one that breaks again and again is opened ever more slowly.
        if (OpenedAt != 0 && _client.Time.GetElapsedTime(OpenedAt) >= _client.Options.MaxReconnectDelay)
        {
            _backoff.Reset();
        }

        Lose();
        if (socket is not null)
        {
            await socket.DisposeAsync().ConfigureAwait(false);
        }

        if (!IsClosed)
        {
            _client.Diagnostics.Lost(reason);
            _client.OnLost(this);
        }

        return reason;
    }

    /// <summary>Venues count connections, those that fail too.</summary>
    private async ValueTask WaitForTurnAsync()
    {
        if (_client is { Limiter: { } limiter, ConnectCosts: { Length: > 0 } costs })
        {
            var turn = limiter.AcquireAsync(costs, LimitPriority.Reserved, null, _stop.Token);
            _waitsForTurn = !turn.IsCompleted;
            try
            {
                limiter.Answered(await turn.ConfigureAwait(false));
            }
            finally
            {
                _waitsForTurn = false;
            }
        }
    }

    private async ValueTask<string> ReceiveAsync(IWebSocketConnection socket)
    {
        var used = 0;
        var seesPings = socket.SeesPings; // without pings the transport finds out about silence, and nobody asks for the time
        OnThread();
        while (true)
        {
            if (used == _buffer.Length)
            {
                if (_buffer.Length >= _client.Options.MaxMessageBytes)
                {
                    return $"a message is larger than {_client.Options.MaxMessageBytes} bytes";
                }

                Array.Resize(ref _buffer, (int)Math.Min((long)_buffer.Length * 2, _client.Options.MaxMessageBytes));
            }

            var receiving = socket.ReceiveAsync(_buffer.AsMemory(used), _stop.Token);
            ReceivedFrame frame;
            if (receiving.IsCompletedSuccessfully)
            {
                frame = receiving.Result;
            }
            else
            {
                frame = await receiving.ConfigureAwait(false);
                OnThread();
            }

            if (seesPings)
            {
                Volatile.Write(ref _lastFrame, _client.Time.GetTimestamp());
            }

            if (frame.Kind == FrameKind.Close)
            {
                return "the venue closed it";
            }

            if (frame.Kind == FrameKind.Ping)
            {
                continue;
            }

            used += frame.Count;
            if (frame.IsEnd)
            {
                Context.ReceivedAt = Timestamp.From(_client.Time.GetUtcNow());
                _client.OnMessage(this, _buffer.AsSpan(0, used));
                used = 0;
            }
        }
    }
}
