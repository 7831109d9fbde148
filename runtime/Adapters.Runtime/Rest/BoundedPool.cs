namespace Adapters.Rest;

/// <summary>Keeps a few objects for the next call. Taking and giving back from one thread at a time costs one exchange;
/// what does not fit is left to the garbage collector.</summary>
internal sealed class BoundedPool<T>(int size)
    where T : class
{
    private readonly Slot[] _rest = new Slot[size - 1];
    private T? _first;

    /// <summary>One that was given back, or null.</summary>
    internal T? TryTake()
    {
        var first = _first;
        if (first is not null && Interlocked.CompareExchange(ref _first, null, first) == first)
        {
            return first;
        }

        foreach (ref var slot in _rest.AsSpan())
        {
            var item = slot.Item;
            if (item is not null && Interlocked.CompareExchange(ref slot.Item, null, item) == item)
            {
                return item;
            }
        }

        return null;
    }

    internal void Return(T item)
    {
        if (_first is null && Interlocked.CompareExchange(ref _first, item, null) is null)
        {
            return;
        }

        foreach (ref var slot in _rest.AsSpan())
        {
            if (slot.Item is null && Interlocked.CompareExchange(ref slot.Item, item, null) is null)
            {
                return;
            }
        }
    }

    // A struct around the reference spares the array's check of the type on every store.
    private struct Slot
    {
        internal T? Item;
    }
}
