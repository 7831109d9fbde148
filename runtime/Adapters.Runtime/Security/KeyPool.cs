namespace Adapters.Security;

/// <summary>Instances of an algorithm that only one thread at a time may use; each holds the secret, and all are
/// disposed with the pool.</summary>
internal sealed class KeyPool<T>(Func<T> make) : IDisposable
    where T : class, IDisposable
{
    private readonly Slot[] _idle = new Slot[8];
    private volatile bool _isDisposed;

    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    internal T Take()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SigningKey));
        for (var i = 0; i < _idle.Length; i++)
        {
            ref var slot = ref _idle[i];
            if (slot.Item is not null && Interlocked.Exchange(ref slot.Item, null) is { } idle)
            {
                return idle;
            }
        }

        return make();
    }

    internal void Return(T used)
    {
        for (var i = 0; i < _idle.Length && !_isDisposed; i++)
        {
            ref var slot = ref _idle[i];
            if (slot.Item is null && Interlocked.CompareExchange(ref slot.Item, used, null) is null)
            {
                if (_isDisposed)
                {
                    Dispose(); // it came back too late for the one that emptied the pool
                }

                return;
            }
        }

        used.Dispose();
    }

    public void Dispose()
    {
        _isDisposed = true;
        for (var i = 0; i < _idle.Length; i++)
        {
            Interlocked.Exchange(ref _idle[i].Item, null)?.Dispose();
        }
    }

    // A struct around the reference spares the array's check of the type on every access.
    private struct Slot
    {
        internal T? Item;
    }
}
