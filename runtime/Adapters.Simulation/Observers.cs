namespace Adapters.Simulation;

/// <summary>Who watches a market. Changing the list makes a new one, so that an observer may leave while it is told
/// something.</summary>
internal sealed class Observers
{
    private readonly Lock _writing = new();
    private IMarketObserver[] _all = [];

    internal IMarketObserver[] All => Volatile.Read(ref _all);

    internal IDisposable Add(IMarketObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        lock (_writing)
        {
            Volatile.Write(ref _all, [.. _all, observer]);
        }

        return new Subscription(this, observer);
    }

    private void Remove(IMarketObserver observer)
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

    private sealed class Subscription(Observers observers, IMarketObserver observer) : IDisposable
    {
        private IMarketObserver? _observer = observer;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _observer, null) is { } present)
            {
                observers.Remove(present);
            }
        }
    }
}
