using System.Net.WebSockets;
using Adapters.Domain;
using Adapters.Rest;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Calls;

/// <summary>One connection of a call socket, from opening to its end: sends calls one at a time, and tells each what
/// became of it. What arrives is handled inline, in order.</summary>
internal sealed partial class CallConnection : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private readonly Lock _gate = new();
    private readonly CallClient _client;
    private readonly IWebSocketConnection _socket;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Dictionary<long, PendingCall> _pending = [];
    private readonly ByteBuffer _frame = new(1_024);
    private readonly TaskCompletionSource _ended;
    private readonly Pacer _pacer;
    private byte[] _buffer = new byte[FirstBuffer];
    private long _lastFrame;
    private volatile string? _endReason;
    private int _users; // calls that have chosen this connection and not ended yet

    internal CallConnection(CallClient client, IWebSocketConnection socket)
    {
        _client = client;
        _socket = socket;
        _pacer = new Pacer(client.Socket.MaxFrames, client.Socket.FramesPer, client.TimeProvider);
        _ended = new TaskCompletionSource(client.Continuations);
        Context = new WireContext(client.Symbols);
        OpenedAt = _lastFrame = client.TimeProvider.GetTimestamp();
    }

    internal WireContext Context { get; }

    /// <summary>Timestamp of the time provider.</summary>
    internal long OpenedAt { get; }

    internal bool IsOpen => _endReason is null && !_stop.IsCancellationRequested;

    /// <summary>The venue knows who calls; key and signature are no longer needed.</summary>
    internal bool IsLoggedOn { get; set; }

    /// <summary>The venue has said that it will end it.</summary>
    internal bool WantsReplacement { get; set; }

    /// <summary>Its channels move to another connection; that the venue ends them here means nothing.</summary>
    internal bool IsHandingOver { get; set; }

    /// <summary>Another connection has taken over; it ends when nothing is pending any more.</summary>
    internal bool IsLeaving { get; private set; }

    /// <summary>Ends with the connection.</summary>
    internal Task Ended => _ended.Task;

    /// <summary>Timestamp of the last thing heard.</summary>
    internal long LastFrame => Volatile.Read(ref _lastFrame);

    internal bool SeesPings => _socket.SeesPings;

    /// <summary>A call will be sent over this connection, which lives until the call has ended.</summary>
    /// <returns>False where another connection has taken over.</returns>
    internal bool Enter()
    {
        lock (_gate)
        {
            if (IsLeaving)
            {
                return false;
            }

            _users++;
            return true;
        }
    }

    /// <summary>A call that has entered has ended.</summary>
    internal void Exit()
    {
        lock (_gate)
        {
            _users--;
        }

        EndIfLeft();
    }

    /// <summary>Sends a call. Time and signature are made when its turn has come.</summary>
    /// <returns>False where the connection had ended before: nothing was sent.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before it was sent.</exception>
    /// <exception cref="WebSocketException">The connection broke while it was sent.</exception>
    internal async ValueTask<bool> SendAsync(
        RestRequest request, AuthPlan? auth, PendingCall call, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (_pacer.Wait() is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, _client.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            call.Id = _client.NextId();
            _client.Write(request, auth, IsLoggedOn);
            _client.Forms.Call.Write(_frame, call.Id, request.SocketMethod, request.Encoded.Span);
            if (!Await(call))
            {
                return false;
            }

            _pacer.Count();
            await TransmitAsync().ConfigureAwait(false);
            return true;
        }
        finally
        {
            _frame.Truncate(0); // it holds a signature
            _sending.Release();
        }
    }

    /// <summary>Nobody waits for the answer any more.</summary>
    internal void Forget(PendingCall call)
    {
        lock (_gate)
        {
            _pending.Remove(call.Id);
        }

        EndIfLeft();
    }

    /// <summary>Drops the connection at once.</summary>
    internal void Abort()
    {
        _stop.Cancel();
        _socket.Abort();
    }

    /// <summary>Drops it once nothing is pending.</summary>
    internal void Leave()
    {
        lock (_gate)
        {
            IsLeaving = true;
        }

        EndIfLeft();
    }

    public void Dispose()
    {
        Abort();
        _stop.Dispose();
        _sending.Dispose();
    }

    private bool Await(PendingCall call)
    {
        lock (_gate)
        {
            return IsOpen && _pending.TryAdd(call.Id, call);
        }
    }

    private async ValueTask TransmitAsync()
    {
        try
        {
            await _socket.SendAsync(_frame.Memory, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Abort();
            throw new WebSocketException("The connection broke while a call was sent.", error);
        }
    }

    private void EndIfLeft()
    {
        bool isDone;
        lock (_gate)
        {
            isDone = IsLeaving && _users == 0 && _pending.Count == 0;
        }

        if (isDone)
        {
            Abort();
        }
    }
}
