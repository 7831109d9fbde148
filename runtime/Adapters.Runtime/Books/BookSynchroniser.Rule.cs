using Adapters.Domain;

namespace Adapters.Books;

/// <content>How updates follow a snapshot and each other.</content>
public sealed partial class BookSynchroniser
{
    /// <summary>Keeps an update for the snapshot that is on its way.</summary>
    private bool Keep(in BookUpdate update)
    {
        if (!_buffer.TryAdd(update))
        {
            // The newest updates are the ones that a newer snapshot needs.
            _buffer.Clear();
            _counters = _counters with { Overflows = _counters.Overflows + 1 };
            _buffer.TryAdd(update);
        }

        return false;
    }

    /// <summary>Applies an update to a book that is right; true where a snapshot is needed.</summary>
    private bool Follow(in BookUpdate update)
    {
        if (TryApply(update, out var isDropped) is { } problem)
        {
            _buffer.Clear();
            Keep(update);
            Restart(problem);
            return true;
        }

        if (!isDropped)
        {
            Change(BookState.Synchronised, BookChangeReason.Resumed);
            Updated?.Invoke(_book);
        }

        return false;
    }

    /// <summary>Applies an update by the rule; gives what is wrong with it.</summary>
    private BookChangeReason? TryApply(in BookUpdate update, out bool isDropped)
    {
        var (first, last, previous, held) = (update.First, update.Last, update.Previous, _book.Version);
        isDropped = _rule.Drop?.Holds(first, last, previous, held) == true;
        if (isDropped)
        {
            _counters = _counters with { Dropped = _counters.Dropped + 1 };
            return null;
        }

        var condition = _hasJoined ? _rule.Next : _rule.Join ?? _rule.Next;
        if (last < first)
        {
            return BookChangeReason.BadUpdate;
        }

        if (!condition!.Holds(first, last, previous, held))
        {
            return BookChangeReason.RuleBroken;
        }

        if (!_book.Apply(update))
        {
            return BookChangeReason.BadUpdate;
        }

        if (_book.IsCrossed)
        {
            return BookChangeReason.Crossed;
        }

        _hasJoined = true;
        _counters = _counters with { Applied = _counters.Applied + 1 };
        return null;
    }

    /// <summary>Takes a snapshot and what was kept since; false where they do not fit and another is needed.</summary>
    private bool TakeSnapshot(OrderBook snapshot)
    {
        lock (_book.Gate)
        {
            if (_hasEnded)
            {
                return true; // nobody needs another
            }

            _counters = _counters with { Snapshots = _counters.Snapshots + 1 };
            if (_book.CurrentState != BookState.Resyncing)
            {
                // Another snapshot has made the book right in the meantime.
                return true;
            }

            if (_fetcher!.IsOutdated)
            {
                return false;
            }

            _hasJoined = false;
            if (!_book.Load(snapshot.Version, snapshot.Bids, snapshot.Asks, snapshot.Time) || _book.IsCrossed)
            {
                Reject(BookChangeReason.Crossed);
                return false;
            }

            while (_buffer.Count > 0)
            {
                // An update that does not fit stays: it begins what the next snapshot has to reach.
                if (TryApply(_buffer.Peek(_book.Symbol), out _) is { } problem)
                {
                    Discard(problem);
                    return false;
                }

                _buffer.RemoveOldest();
            }

            Change(BookState.Synchronised, BookChangeReason.Joined);
            Updated?.Invoke(_book);
            return true;
        }
    }

    private void Discard(BookChangeReason problem)
    {
        // Waiting for a snapshot beyond an update that is wrong in itself would never end.
        if (problem is BookChangeReason.BadUpdate or BookChangeReason.Crossed)
        {
            _buffer.RemoveOldest();
        }

        Reject(problem);
    }

    private void Reject(BookChangeReason reason)
    {
        _counters = _counters with { RejectedSnapshots = _counters.RejectedSnapshots + 1 };
        Change(BookState.Resyncing, reason);
    }

    private void CountFailure()
    {
        lock (_book.Gate)
        {
            _counters = _counters with { FailedSnapshots = _counters.FailedSnapshots + 1 };
        }
    }
}
