namespace Adapters.Sockets;

/// <summary>Tells when the next frame may go out: at most so many in any window of the given length.</summary>
internal sealed class Pacer(int? frames, TimeSpan? per, TimeProvider time)
{
    private readonly Queue<long> _sent = new();

    /// <summary>Counts a frame that goes out now.</summary>
    public void Count()
    {
        if (frames is not null)
        {
            _sent.Enqueue(time.GetTimestamp());
        }
    }

    /// <summary>How long to wait before the next frame; zero when it may go at once.</summary>
    public TimeSpan Wait()
    {
        if (frames is not { } most || per is not { } window)
        {
            return TimeSpan.Zero;
        }

        while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= window)
        {
            _sent.Dequeue();
        }

        return _sent.Count < most ? TimeSpan.Zero : window - time.GetElapsedTime(_sent.Peek());
    }
}
