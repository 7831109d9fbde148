using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Limits;

/// <summary>A limit with its windows. Fixed windows, aligned to UTC as venues count them.</summary>
internal sealed class LimitWindows(LimitInfo info, int index)
{
    public string Name { get; } = info.Name;

    public LimitKind Kind { get; } = info.Kind;

    /// <summary>One bit per limit.</summary>
    public ulong Bit { get; } = 1UL << index;

    /// <summary>The venue takes nothing that draws from it before this, whatever is counted here.</summary>
    public DateTimeOffset BlockedUntil { get; set; }

    public List<CountedWindow> Windows { get; } =
        [.. info.Windows.Select(static window => new CountedWindow(window.Length, window.Capacity))];
}

/// <summary>A window and what is used of the present one.</summary>
internal sealed class CountedWindow(TimeSpan length, long capacity)
{
    private long _index;
    private DateTimeOffset _correctedBy; // when the call was charged that told the count last

    public TimeSpan Length { get; } = length;

    public long Capacity { get; set; } = capacity;

    public long Used { get; private set; }

    /// <summary>Part of <see cref="Used"/> by calls that the venue has not yet answered.</summary>
    public long Pending { get; private set; }

    public DateTimeOffset End => new((_index + 1) * Length.Ticks, TimeSpan.Zero);

    /// <summary>Goes on to the window that holds the moment. A clock set back a little stays in the window it was in; one
    /// set back by more than a window starts anew.</summary>
    public void Roll(DateTimeOffset now)
    {
        var index = now.UtcTicks / Length.Ticks;
        if (index > _index || index < _index - 1)
        {
            _index = index;
            Used = 0;
            Pending = 0;
            _correctedBy = default;
        }
    }

    public bool Fits(long amount, double reservedShare) => Used + amount <= Usable(reservedShare);

    public long Usable(double reservedShare) => Capacity - (long)(Capacity * reservedShare);

    public void Charge(long amount)
    {
        Used += amount;
        Pending += amount;
    }

    /// <summary>A call charged at that moment was answered.</summary>
    public void Answered(long amount, DateTimeOffset chargedAt)
    {
        if (chargedAt.UtcTicks / Length.Ticks == _index)
        {
            Pending = Math.Max(0, Pending - amount);
        }
    }

    /// <summary>Takes the venue's count, plus what it cannot have counted yet. A count of another window is stale, and so is
    /// that of a call from before the one that told it last: answers overtake each other.</summary>
    public void Correct(long used, DateTimeOffset askedAt)
    {
        if (askedAt.UtcTicks / Length.Ticks == _index && askedAt >= _correctedBy)
        {
            Used = used + Pending;
            _correctedBy = askedAt;
        }
    }

    /// <summary>Takes the venue's count where nobody knows which calls it holds: never less than our own.</summary>
    public void Raise(long used) => Used = Math.Max(Used, used);
}
