namespace Adapters.Security;

/// <summary>Instances of an algorithm that only one thread at a time may use; each holds the secret, and all are
/// disposed with the pool.</summary>
internal sealed class KeyPool<T>(Func<T> make) : IDisposable
    where T : class, IDisposable
{
    private readonly T?[] _idle = new T?[8];
    private volatile bool _isDisposed;

    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    internal T Take()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SigningKey));
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } idle)
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
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], used, null) is null)
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
            Interlocked.Exchange(ref _idle[i], null)?.Dispose();
        }
    }
}
