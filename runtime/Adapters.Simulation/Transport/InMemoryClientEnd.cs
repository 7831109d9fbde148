using System.Net.WebSockets;
using System.Threading.Tasks.Sources;
using Adapters.Sockets;

namespace Adapters.Simulation.Transport;

/// <summary>
/// The client's end. A waiting receive is completed on the thread that sends; frames that nobody waits for are kept in
/// buffers that are used again.
/// </summary>
internal sealed class InMemoryClientEnd(InMemorySocket server) : IWebSocketConnection, IValueTaskSource<ReceivedFrame>
{
    private readonly Lock _gate = new();
    private readonly Queue<Frame> _frames = new();
    private readonly Stack<byte[]> _spare = new();
    private ManualResetValueTaskSourceCore<ReceivedFrame> _core;
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private Memory<byte> _buffer;
    private bool _isWaiting;
    private int _taken; // bytes of the first frame that a receive with a small buffer has taken
    private Exception? _broken;

    public bool SeesPings => true;

    public ValueTask<ReceivedFrame> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        short version;
        lock (_gate)
        {
            if (_isWaiting)
            {
                throw new InvalidOperationException("A receive is running already.");
            }

            if (cancellationToken.IsCancellationRequested)
            {
                return ValueTask.FromCanceled<ReceivedFrame>(cancellationToken);
            }

            if (_broken is not null)
            {
                return ValueTask.FromException<ReceivedFrame>(_broken);
            }

            if (_frames.Count > 0)
            {
                return ValueTask.FromResult(Take(buffer));
            }

            _core.Reset();
            version = _core.Version;
            _buffer = buffer;
            _token = cancellationToken;
            _isWaiting = true;
        }

        var registration = cancellationToken.UnsafeRegister(static state => ((InMemoryClientEnd)state!).OnCancelled(), this);
        lock (_gate)
        {
            if (_isWaiting)
            {
                _registration = registration;
            }
            else
            {
                registration.Unregister();
            }
        }

        return new ValueTask<ReceivedFrame>(this, version);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        if (!server.IsOpen)
        {
            return ValueTask.FromException(new WebSocketException("The connection is closed."));
        }

        server.OnSent(utf8);
        return ValueTask.CompletedTask;
    }

    public void Abort()
    {
        Break(new WebSocketException("The connection was dropped."));
        server.OnClientGone();
    }

    public ValueTask DisposeAsync()
    {
        Abort();
        return ValueTask.CompletedTask;
    }

    public void Deliver(FrameKind kind, ReadOnlySpan<byte> bytes, bool isEnd)
    {
        ReceivedFrame frame;
        lock (_gate)
        {
            if (_broken is not null)
            {
                return;
            }

            if (!_isWaiting || bytes.Length > _buffer.Length)
            {
                if (!_spare.TryPop(out var kept) || kept.Length < bytes.Length)
                {
                    kept = new byte[Math.Max(bytes.Length, 256)];
                }

                bytes.CopyTo(kept);
                _frames.Enqueue(new Frame(kind, kept, bytes.Length, isEnd));
                if (!_isWaiting)
                {
                    return;
                }

                frame = Take(_buffer);
            }
            else
            {
                bytes.CopyTo(_buffer.Span);
                frame = new ReceivedFrame(kind, bytes.Length, isEnd);
            }

            EndWaiting();
        }

        _core.SetResult(frame);
    }

    public void Break(Exception error)
    {
        lock (_gate)
        {
            if (_broken is not null)
            {
                return;
            }

            _broken = error;
            _frames.Clear();
            _spare.Clear();
            if (!_isWaiting)
            {
                return;
            }

            EndWaiting();
        }

        _core.SetException(error);
    }

    ReceivedFrame IValueTaskSource<ReceivedFrame>.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<ReceivedFrame>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<ReceivedFrame>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private void OnCancelled()
    {
        CancellationToken token;
        lock (_gate)
        {
            if (!_isWaiting)
            {
                return;
            }

            token = _token;
            EndWaiting();
        }

        _core.SetException(new OperationCanceledException(token));
    }

    private void EndWaiting()
    {
        _isWaiting = false;
        _buffer = default; // a closed connection is still listed, and should not keep the client's memory
        _registration.Unregister(); // does not wait for a callback that runs, which would need the gate
        _registration = default;
    }

    private ReceivedFrame Take(Memory<byte> buffer)
    {
        var frame = _frames.Peek();
        var count = Math.Min(buffer.Length, frame.Length - _taken);
        frame.Bytes.AsSpan(_taken, count).CopyTo(buffer.Span);
        _taken += count;
        if (_taken < frame.Length)
        {
            return new ReceivedFrame(frame.Kind, count, false);
        }

        _taken = 0;
        _frames.Dequeue();
        _spare.Push(frame.Bytes);
        return new ReceivedFrame(frame.Kind, count, frame.IsEnd);
    }

    private readonly record struct Frame(FrameKind Kind, byte[] Bytes, int Length, bool IsEnd);
}
