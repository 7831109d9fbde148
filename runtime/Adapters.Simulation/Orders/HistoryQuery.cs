using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>Which entries of a history. With <see cref="FromId"/> or <see cref="From"/> the first that fit, otherwise
/// the last ones; oldest first in each case.</summary>
public readonly record struct HistoryQuery
{
    /// <summary>Entries of this order only.</summary>
    public long? OrderId { get; init; }

    /// <summary>Entries with this id or a higher one.</summary>
    public long? FromId { get; init; }

    /// <summary>Entries of this moment or later.</summary>
    public Timestamp? From { get; init; }

    /// <summary>Entries of this moment or earlier.</summary>
    public Timestamp? To { get; init; }

    /// <summary>How many at most; null gives all.</summary>
    public int? Limit { get; init; }

    /// <summary>The same, but the first ones also where neither an id nor a moment says where to begin or to end.
    /// </summary>
    public HistoryQuery FromOldest() => FromId is null && From is null && To is null ? this with { FromId = 0 } : this;

    internal bool Fits(long orderId) => OrderId is not { } only || only == orderId;

    internal T[] Of<T>(IEnumerable<T> entries, Func<T, long> id, Func<T, Timestamp> time) =>
        Of(entries, id, time, static entry => entry);

    internal TView[] Of<T, TView>(
        IEnumerable<T> entries, Func<T, long> id, Func<T, Timestamp> time, Func<T, TView> view)
    {
        var (fromId, from, to) = (FromId, From, To);
        var fitting = entries.Where(entry =>
            (fromId is not { } least || id(entry) >= least)
            && (from is not { } start || time(entry) >= start)
            && (to is not { } end || time(entry) <= end));
        if (Limit is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(limit);
            fitting = fromId is null && from is null ? fitting.TakeLast(limit) : fitting.Take(limit);
        }

        return [.. fitting.Select(view)];
    }
}
