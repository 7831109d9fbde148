using Adapters.Domain;

namespace Adapters.Limits;

/// <content>What the venue says of its limits.</content>
public sealed partial class RateLimiter
{
    /// <summary>Every window and what is used of it.</summary>
    public IReadOnlyList<LimitUse> Read()
    {
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            var uses = new List<LimitUse>();
            foreach (var limit in _limits)
            {
                foreach (var window in limit.Windows)
                {
                    window.Roll(now);
                    uses.Add(new LimitUse(limit.Name, window.Length, window.Capacity, window.Used));
                }
            }

            return uses;
        }
    }

    /// <summary>The limits of some costs that are used up, for people.</summary>
    internal string UsedUp(IReadOnlyCollection<LimitCost> costs) => string.Join(", ", Read()
        .Where(use => use.Used >= use.Capacity && costs.Any(cost => cost.Limit == use.Limit))
        .Select(static use => $"{use.Capacity} {use.Limit} in {use.Window.TotalSeconds} s"));

    /// <summary>A call was answered, or it is known that it never will be.</summary>
    public void Answered(LimitGrant grant)
    {
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            foreach (var cost in grant.Costs ?? [])
            {
                foreach (var window in Limit(cost.Limit).Windows)
                {
                    window.Roll(now);
                    window.Answered(cost.Amount, grant.At);
                }
            }
        }
    }

    /// <summary>Takes the venue's count of a window. Windows that are not known are left alone.</summary>
    /// <param name="limit">The limit's name.</param>
    /// <param name="window">Length of the window.</param>
    /// <param name="used">What the venue has counted.</param>
    /// <param name="grant">The call whose answer tells it, already given to <see cref="Answered"/>; then the count may
    /// lower our own. Without it the count can only raise it.</param>
    /// <exception cref="ArgumentException">There is no limit of that name.</exception>
    public void Correct(string limit, TimeSpan window, long used, LimitGrant? grant = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            foreach (var counted in Limit(limit).Windows)
            {
                if (counted.Length != window)
                {
                    continue;
                }

                counted.Roll(now);
                if (grant is { } asked)
                {
                    counted.Correct(used, asked.At);
                }
                else
                {
                    counted.Raise(used);
                }
            }

            PumpLocked();
        }

        TellDecided();
    }

    /// <summary>Takes the venue's count as it lists its limits: it counts for every window of that kind and length.
    /// </summary>
    /// <param name="info">The limit, with its use; without one nothing is corrected.</param>
    /// <param name="grant">The call whose answer tells it, already given to <see cref="Answered"/>.</param>
    public void Correct(in RateLimitInfo info, LimitGrant grant)
    {
        if (info.Used is not { } used)
        {
            return;
        }

        var length = Length(info);
        foreach (var limit in _limits)
        {
            if (limit.Kind == info.Kind)
            {
                Correct(limit.Name, length, used, grant);
            }
        }
    }

    /// <summary>Takes the limits as the venue lists them. Those of a kind apply to every limit of that kind; a window that
    /// none of them has is added to the first; kinds that nobody has are left alone.</summary>
    /// <exception cref="ArgumentException">A capacity or length is not positive.</exception>
    public void Configure(IEnumerable<RateLimitInfo> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var listed = limits.ToArray();
        if (Array.Exists(listed, static info => info.Capacity <= 0 || info.Per <= 0))
        {
            throw new ArgumentException("A limit that the venue lists has no capacity or no length.", nameof(limits));
        }

        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            foreach (var info in listed)
            {
                Configure(info, now);
            }

            PumpLocked();
        }

        TellDecided();
    }

    /// <summary>Lets nothing through that draws from the limits of a kind that a call draws from: the venue has counted more
    /// than we have, and says how long to wait, or not; then until the end of the shortest window.</summary>
    /// <returns>The moment until which they are blocked; null where the call draws from none of that kind.</returns>
    internal DateTimeOffset? Block(LimitKind kind, LimitGrant grant, TimeSpan? wait)
    {
        DateTimeOffset? latest = null;
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            foreach (var limit in (grant.Costs ?? []).Select(cost => Limit(cost.Limit)).Where(limit => limit.Kind == kind))
            {
                var shortest = limit.Windows.MinBy(static window => window.Length)!;
                shortest.Roll(now);
                var until = wait is { } asked ? now + asked : shortest.End;
                limit.BlockedUntil = until > limit.BlockedUntil ? until : limit.BlockedUntil;
                latest = latest > limit.BlockedUntil ? latest : limit.BlockedUntil;
            }

            PumpLocked();
        }

        TellDecided();
        return latest;
    }

    /// <summary>The end of the shortest window of requests that a call draws from: when a venue that says "later" without a
    /// time is asked again. Windows of orders stop no requests, and their end is no time to go on.</summary>
    internal DateTimeOffset EndOfWindow(LimitGrant grant)
    {
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            var windows = (grant.Costs ?? []).Select(cost => Limit(cost.Limit))
                .Where(static limit => limit.Kind != LimitKind.Orders).SelectMany(static limit => limit.Windows).ToArray();
            if (windows.Length == 0)
            {
                return now + TimeSpan.FromMinutes(1);
            }

            var shortest = windows.MinBy(static window => window.Length)!;
            shortest.Roll(now);
            return shortest.End;
        }
    }

    private void Configure(RateLimitInfo info, DateTimeOffset now)
    {
        var length = Length(info);
        var limits = Array.FindAll(_limits, limit => limit.Kind == info.Kind);
        var windows = limits.SelectMany(limit => limit.Windows.Where(window => window.Length == length)).ToList();
        if (windows.Count == 0 && limits.Length > 0)
        {
            var added = new CountedWindow(length, info.Capacity);
            limits[0].Windows.Add(added);
            windows.Add(added);
        }

        foreach (var window in windows)
        {
            window.Roll(now);
            window.Capacity = info.Capacity;
            window.Raise(info.Used ?? 0);
        }
    }

    private static TimeSpan Length(in RateLimitInfo info) => info.Per * (info.Unit switch
    {
        TimeUnit.Second => TimeSpan.FromSeconds(1),
        TimeUnit.Minute => TimeSpan.FromMinutes(1),
        TimeUnit.Hour => TimeSpan.FromHours(1),
        TimeUnit.Day => TimeSpan.FromDays(1),
        _ => throw new ArgumentException($"A limit that the venue lists has the unit {info.Unit}."),
    });
}
