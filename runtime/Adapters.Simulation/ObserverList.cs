namespace Adapters.Simulation;

/// <summary>Who watches a market or an account. Changing the list makes a new one, so that an observer may leave while
/// it is told something.</summary>
internal sealed class ObserverList<T>
    where T : class
{
    private readonly Lock _writing = new();
    private T[] _all = [];

    internal T[] All => Volatile.Read(ref _all);

    internal IDisposable Add(T observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        lock (_writing)
        {
            Volatile.Write(ref _all, [.. _all, observer]);
        }

        return new Subscription(this, observer);
    }

    private void Remove(T observer)
    {
        lock (_writing)
        {
            var at = Array.IndexOf(_all, observer);
            if (at >= 0)
            {
                Volatile.Write(ref _all, [.. _all[..at], .. _all[(at + 1)..]]);
            }
        }
    }

    private sealed class Subscription(ObserverList<T> observers, T observer) : IDisposable
    {
        private T? _observer = observer;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _observer, null) is { } present)
            {
                observers.Remove(present);
            }
        }
    }
}
