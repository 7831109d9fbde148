using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Adapters.Sockets;

namespace Adapters.Faces.Tests.Faults;

/// <summary>A connection whose frames are a while under way, in their order, until it breaks. What is on its way then is
/// lost.</summary>
internal sealed class FaultySocket : IWebSocketConnection
{
    private readonly Network _network;
    private readonly IWebSocketConnection _venue;
    private readonly FrameInbox _inbox = new();
    private readonly Dictionary<long, WireFault> _marked = []; // calls whose answers something happens to
    private bool _isStalled;
    private DateTimeOffset _lastOut;
    private DateTimeOffset _lastIn;

    public FaultySocket(Network network, IWebSocketConnection venue)
    {
        (_network, _venue) = (network, venue);
        _ = PumpAsync();
    }

    public bool SeesPings => true;

    private bool IsBroken => _inbox.Broken is not null;

    public ValueTask<ReceivedFrame> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        _inbox.ReceiveAsync(buffer, cancellationToken);

    public ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        if (_inbox.Broken is { } broken)
        {
            return ValueTask.FromException(broken);
        }

        var (frame, fault) = (utf8.ToArray(), _network.NextFrame());
        Note(frame, fault == WireFault.None ? "sent" : $"sent, {fault}");
        if (fault == WireFault.Stalled)
        {
            Stall();
        }

        if (fault == WireFault.CutSending)
        {
            if (_network.Chance(0.5))
            {
                _network.Post(_network.Latency(), Cut);
                return ValueTask.CompletedTask;
            }

            Cut();
            return ValueTask.FromException(new WebSocketException("The connection broke while it was sent."));
        }

        if (!_isStalled)
        {
            Post(ref _lastOut, fault == WireFault.LateRequest ? _network.Long() : _network.Latency(), () => Arrive(frame, fault));
        }

        return ValueTask.CompletedTask;
    }

    public void Abort()
    {
        if (Break("The connection was dropped."))
        {
            _network.Post(_network.Latency(), _venue.Abort); // the other side hears of it later
        }
    }

    public ValueTask DisposeAsync()
    {
        Abort();
        return ValueTask.CompletedTask;
    }

    /// <summary>The connection breaks, for both sides.</summary>
    public void Cut()
    {
        if (Break("The connection broke."))
        {
            _network.Log.Add("  socket: cut");
            _venue.Abort();
        }
    }

    private void Stall()
    {
        _network.Stalled += _isStalled ? 0 : 1;
        _isStalled = true;
    }

    private void Arrive(byte[] frame, WireFault fault)
    {
        if (IsBroken && _network.Chance(0.5))
        {
            return; // it was not whole yet
        }

        if (Id(frame) is { } id)
        {
            if (fault == WireFault.UnknownCode && _network.Chance(0.5))
            {
                Note(frame, "not executed");
                Return(FrameKind.Data, Failure(id), TimeSpan.Zero);
                return;
            }

            if (fault is WireFault.UnknownCode or WireFault.LateAnswer or WireFault.CutBefore)
            {
                _marked[id] = fault;
            }
        }

        Note(frame, "arrived");
        var sending = _venue.SendAsync(frame, CancellationToken.None);
        _ = sending.IsCompletedSuccessfully ? null : sending.AsTask().Exception; // it is closed there
    }

    /// <summary>What the venue sends goes on its way.</summary>
    private async Task PumpAsync()
    {
        var (buffer, used) = (new byte[4_096], 0);
        try
        {
            while (true)
            {
                if (used == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                var frame = await _venue.ReceiveAsync(buffer.AsMemory(used), CancellationToken.None).ConfigureAwait(false);
                used += frame.Count;
                if (frame.IsEnd)
                {
                    OnFrame(frame.Kind, buffer.AsSpan(0, used).ToArray());
                    used = 0;
                }
            }
        }
        catch (WebSocketException)
        {
            Post(ref _lastIn, _network.Latency(), Cut);
        }
    }

    private void OnFrame(FrameKind kind, byte[] frame)
    {
        if (kind != FrameKind.Data || Id(frame) is not { } id || !_marked.Remove(id, out var fault))
        {
            Return(kind, frame, TimeSpan.Zero);
            return;
        }

        switch (fault)
        {
            case WireFault.CutBefore:
                Cut();
                break;
            case WireFault.LateAnswer: // the venue's, for what comes behind it is not held up
                _network.Post(_network.Long(), () => Return(kind, frame, TimeSpan.Zero));
                break;
            default:
                Return(kind, Failure(id), TimeSpan.Zero);
                break;
        }
    }

    private void Return(FrameKind kind, byte[] frame, TimeSpan delay) =>
        Post(ref _lastIn, delay + _network.Latency(), () => Deliver(kind, frame));

    private void Post(ref DateTimeOffset last, TimeSpan delay, Action arrive)
    {
        var now = _network.Clock.GetUtcNow();
        last = now + delay > last ? now + delay : last;
        _network.Post(last - now, arrive);
    }

    private void Deliver(FrameKind kind, byte[] frame)
    {
        if (IsBroken || _isStalled)
        {
            return;
        }

        Note(frame, "received");
        _network.OnDelivered();
        _inbox.Add(kind, frame);
    }

    private bool Break(string reason)
    {
        if (IsBroken)
        {
            return false;
        }

        _network.Stalled -= _isStalled ? 1 : 0;
        _inbox.Break(reason);
        return true;
    }

    private byte[] Failure(long id) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{{\"id\":{id},\"status\":400,\"error\":{_network.UnknownFailure()}}}"));

    private static long? Id(byte[] frame)
    {
        if (!frame.AsSpan().StartsWith("{\"id\":"u8))
        {
            return null;
        }

        var reader = new Utf8JsonReader(frame.AsSpan(6), isFinalBlock: false, default);
        return reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetInt64() : null;
    }

    private void Note(byte[] frame, string what)
    {
        if (_network.Log.IsOn && frame.Length > 0)
        {
            var text = Encoding.UTF8.GetString(frame);
            _network.Log.Add($"  socket: {what}: {(text.Length > 260 ? text[..260] : text)}");
        }
    }
}
