using System.Runtime.CompilerServices;

namespace Adapters.Capabilities;

/// <summary>A bounded queue between a receiving loop and one reader: when it is full the oldest goes, and a marker
/// in its place says so.</summary>
#pragma warning disable CA1001 // a semaphore without a wait handle holds nothing to free, and late messages may still signal
internal sealed class OverflowQueue<T>(int capacity)
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly Queue<StreamItem<T>> _items = new();
    private readonly SemaphoreSlim _signal = new(0);
    private int _values;
    private bool _endsWithMarker;
    private long _dropped; // values that stood before what is queued
    private bool _droppedMarker;
    private Exception? _end;

    public void Add(T item)
    {
        lock (_gate)
        {
            while (_values == capacity)
            {
                Drop(_items.Dequeue());
            }

            _items.Enqueue(StreamItem<T>.Of(item));
            _values++;
            _endsWithMarker = false;
        }

        Signal();
    }

    /// <summary>Marks that the stream itself lost something after what it brought so far.</summary>
    public void MarkGap()
    {
        lock (_gate)
        {
            if (!_endsWithMarker)
            {
                _items.Enqueue(StreamItem<T>.Gap(null));
                _endsWithMarker = true;
            }
        }

        Signal();
    }

    /// <summary>Nothing comes any more: the reader gets what is queued, and then the error.</summary>
    public void End(Exception error)
    {
        lock (_gate)
        {
            _end ??= error;
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
            if (_droppedMarker || _dropped > 0)
            {
                item = StreamItem<T>.Gap(_droppedMarker ? null : _dropped);
                (_droppedMarker, _dropped) = (false, 0);
                return true;
            }

            if (_items.TryDequeue(out item))
            {
                _values -= item.IsGap ? 0 : 1;
                _endsWithMarker &= _items.Count > 0;
                return true;
            }

            return _end is null ? false : throw _end;
        }
    }

    private void Drop(StreamItem<T> item)
    {
        if (item.IsGap)
        {
            _droppedMarker = true;
            return;
        }

        _values--;
        _dropped++;
    }

    private void Signal()
    {
        if (_signal.CurrentCount == 0)
        {
            _signal.Release();
        }
    }
}
