using System.Runtime.CompilerServices;

namespace Adapters.Capabilities;

/// <summary>A bounded queue between a receiving loop and one reader: when it is full the oldest goes, and a marker
/// says so.</summary>
#pragma warning disable CA1001 // a semaphore without a wait handle holds nothing to free, and late messages may still signal
internal sealed class OverflowQueue<T>(int capacity)
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _items = new();
    private readonly SemaphoreSlim _signal = new(0);
    private long _dropped;
    private bool _hasGap;

    public void Add(T item)
    {
        lock (_gate)
        {
            if (_items.Count == capacity)
            {
                _items.Dequeue();
                _dropped++;
            }

            _items.Enqueue(item);
        }

        Signal();
    }

    /// <summary>Marks that the stream itself lost something.</summary>
    public void MarkGap()
    {
        lock (_gate)
        {
            _hasGap = true;
        }

        Signal();
    }

    public async IAsyncEnumerable<StreamItem<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            while (TryTake(out var item))
            {
                yield return item;
            }

            await _signal.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool TryTake(out StreamItem<T> item)
    {
        lock (_gate)
        {
            if (_hasGap || _dropped > 0)
            {
                item = StreamItem<T>.Gap(_hasGap ? null : _dropped);
                _hasGap = false;
                _dropped = 0;
                return true;
            }

            if (_items.TryDequeue(out var value))
            {
                item = StreamItem<T>.Of(value);
                return true;
            }
        }

        item = default;
        return false;
    }

    private void Signal()
    {
        if (_signal.CurrentCount == 0)
        {
            _signal.Release();
        }
    }
}
