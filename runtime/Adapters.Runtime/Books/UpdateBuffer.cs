using Adapters.Domain;

namespace Adapters.Books;

/// <summary>Updates that wait for a snapshot, copied out of their frames into reused arrays.</summary>
internal sealed class UpdateBuffer(int maxUpdates, int maxLevels)
{
    private Entry[] _entries = [];
    private Level[] _levels = [];
    private int _start;
    private int _end;
    private int _levelCount;

    internal int Count => _end - _start;

    internal void Clear() => _start = _end = _levelCount = 0;

    /// <summary>Keeps an update; false, with nothing kept, where it does not fit.</summary>
    internal bool TryAdd(in BookUpdate update)
    {
        var size = update.Bids.Length + update.Asks.Length;
        if (Count >= maxUpdates || _levelCount + size > maxLevels)
        {
            return false;
        }

        if (_start == _end)
        {
            Clear();
        }

        if (_end == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(64, _end * 2));
        }

        if (_levelCount + size > _levels.Length)
        {
            Array.Resize(ref _levels, Math.Max(_levelCount + size, Math.Max(1_024, _levels.Length * 2)));
        }

        update.Bids.CopyTo(_levels.AsSpan(_levelCount));
        update.Asks.CopyTo(_levels.AsSpan(_levelCount + update.Bids.Length));
        _entries[_end++] = new Entry(update, _levelCount);
        _levelCount += size;
        return true;
    }

    /// <summary>The oldest update, borrowed from the buffer.</summary>
    internal BookUpdate Peek(Symbol symbol)
    {
        ref readonly var entry = ref _entries[_start];
        return new BookUpdate
        {
            Symbol = symbol,
            First = entry.First,
            Last = entry.Last,
            Previous = entry.Previous,
            Bids = _levels.AsSpan(entry.Start, entry.Bids),
            Asks = _levels.AsSpan(entry.Start + entry.Bids, entry.Asks),
            Time = entry.Time,
            ReceivedAt = entry.ReceivedAt,
        };
    }

    internal void RemoveOldest() => _start++;

    private readonly struct Entry(in BookUpdate update, int start)
    {
        internal readonly long First = update.First;
        internal readonly long Last = update.Last;
        internal readonly long? Previous = update.Previous;
        internal readonly Timestamp? Time = update.Time;
        internal readonly Timestamp? ReceivedAt = update.ReceivedAt;
        internal readonly int Start = start;
        internal readonly int Bids = update.Bids.Length;
        internal readonly int Asks = update.Asks.Length;
    }
}
