using System.Net.WebSockets;
using Adapters.Sockets;

namespace Adapters.Faces.Tests.Faults;

/// <summary>Frames that have arrived at the client's end, and the receive that waits for the next.</summary>
internal sealed class FrameInbox
{
    private readonly Queue<(FrameKind Kind, byte[] Bytes)> _arrived = new();
    private TaskCompletionSource<ReceivedFrame>? _receiving;
    private CancellationTokenRegistration _registration;
    private Memory<byte> _buffer;
    private int _taken;

    /// <summary>Why no more comes; null while it may.</summary>
    public WebSocketException? Broken { get; private set; }

    public ValueTask<ReceivedFrame> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<ReceivedFrame>(cancellationToken);
        }

        if (_arrived.Count > 0)
        {
            return ValueTask.FromResult(Take(buffer));
        }

        if (Broken is not null)
        {
            return ValueTask.FromException<ReceivedFrame>(Broken);
        }

        var receiving = new TaskCompletionSource<ReceivedFrame>();
        (_receiving, _buffer) = (receiving, buffer);
        _registration = cancellationToken.UnsafeRegister(_ => End()?.TrySetCanceled(cancellationToken), null);
        return new ValueTask<ReceivedFrame>(receiving.Task);
    }

    public void Add(FrameKind kind, byte[] frame)
    {
        _arrived.Enqueue((kind, frame));
        if (_receiving is not null)
        {
            var buffer = _buffer;
            End()!.TrySetResult(Take(buffer));
        }
    }

    /// <summary>What has not been received is lost.</summary>
    public void Break(string reason)
    {
        Broken = new WebSocketException(reason);
        _arrived.Clear();
        End()?.TrySetException(Broken);
    }

    private TaskCompletionSource<ReceivedFrame>? End()
    {
        var receiving = _receiving;
        _receiving = null;
        _registration.Unregister();
        return receiving;
    }

    private ReceivedFrame Take(Memory<byte> buffer)
    {
        var (kind, bytes) = _arrived.Peek();
        var count = Math.Min(buffer.Length, bytes.Length - _taken);
        bytes.AsSpan(_taken, count).CopyTo(buffer.Span);
        _taken += count;
        if (_taken < bytes.Length)
        {
            return new ReceivedFrame(kind, count, false);
        }

        _taken = 0;
        _arrived.Dequeue();
        return new ReceivedFrame(kind, count, true);
    }
}
