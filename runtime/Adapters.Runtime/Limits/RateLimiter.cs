using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Limits;

/// <summary>
/// Keeps calls within a venue's limits: several fixed windows per limit, aligned to UTC as venues count them, corrected
/// by what the venue says. Turns are given in the order of asking, except that a call may pass one that waits for a
/// limit which it does not need itself. Safe from any thread.
/// </summary>
public sealed partial class RateLimiter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LimitWindows[] _limits;
    private readonly TimeProvider _timeProvider;
    private readonly RateLimiterOptions _options;
    private readonly LinkedList<LimitWaiter> _waiting = new();
    private readonly LinkedList<LimitWaiter> _reserved = new();
    private readonly Queue<LimitWaiter> _decided = new(); // to be told once the gate is open
    private readonly ITimer _timer;
    private DateTimeOffset _blockedUntil;
    private bool _isDisposed;

    /// <summary>Makes a limiter.</summary>
    /// <exception cref="ArgumentException">A limit is there twice or has a window that is no window.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public RateLimiter(IReadOnlyList<LimitInfo> limits, TimeProvider timeProvider, RateLimiterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limits.Count, 64);
        _options = options ?? new RateLimiterOptions();
        _options.Validate();
        _timeProvider = timeProvider;
        foreach (var limit in limits)
        {
            if (limits.Count(other => other.Name == limit.Name) > 1
                || limit.Windows.Any(static window => window.Length <= TimeSpan.Zero || window.Capacity <= 0))
            {
                throw new ArgumentException(
                    $"The limit '{limit.Name}' is there twice or has a window without length or capacity.", nameof(limits));
            }
        }

        _limits = [.. limits.Select(static (limit, index) => new LimitWindows(limit, index))];
        _timer = timeProvider.CreateTimer(
            static state => ((RateLimiter)state!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The moment until which the venue has blocked everything, if it has.</summary>
    public DateTimeOffset? BlockedUntil
    {
        get
        {
            lock (_gate)
            {
                return _blockedUntil > _timeProvider.GetUtcNow() ? _blockedUntil : null;
            }
        }
    }

    /// <summary>How many calls wait for their turn.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _reserved.Count + _waiting.Count;
            }
        }
    }

    /// <summary>Waits until all costs fit into all windows of their limits, and charges them.</summary>
    /// <param name="costs">What the call draws; each limit at most once.</param>
    /// <param name="priority">Reserved calls go first and may use the reserved share.</param>
    /// <param name="deadline">Longest wait; null waits as long as it takes, zero does not wait.</param>
    /// <param name="cancellationToken">Stops waiting; nothing is charged then.</param>
    /// <exception cref="RateLimitException">It never fits, or not before the deadline as far as is known.</exception>
    /// <exception cref="ArgumentException">There is no limit of a name, or an amount is negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public ValueTask<LimitGrant> AcquireAsync(
        ReadOnlySpan<LimitCost> costs, LimitPriority priority = LimitPriority.Normal, TimeSpan? deadline = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(costs);
        var copy = costs.ToArray();
        LimitWaiter waiter;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var now = _timeProvider.GetUtcNow();
            ThrowIfNever(copy, priority);
            var until = deadline is { } wait && wait < DateTimeOffset.MaxValue - now ? now + wait : (DateTimeOffset?)null;
            var earliest = Earliest(copy, priority, now, out var lacking);
            if (earliest <= now && !MustQueue(copy, priority))
            {
                return ValueTask.FromResult(Charge(copy, now));
            }

            if (_waiting.Count + _reserved.Count >= _options.MaxWaiting)
            {
                throw new RateLimitException(
                    $"{_options.MaxWaiting} calls wait for the rate limiter already.", lacking, earliest - now);
            }

            waiter = new LimitWaiter(copy, priority, until, _options.Continuations);
            var node = (priority == LimitPriority.Reserved ? _reserved : _waiting).AddLast(waiter);
            if (cancellationToken.CanBeCanceled)
            {
                // Registering may call back at once, on this thread; the lock lets it in.
                waiter.Registration = cancellationToken.UnsafeRegister(
                    (_, token) => Abandon(node, token), null);
            }

            // It may pass those before it, where they wait for something else; or have no time to wait.
            PumpLocked();
        }

        TellDecided();
        return new ValueTask<LimitGrant>(waiter.Turn);
    }

    /// <summary>Lets nothing through before a moment: the venue has said so. A later block stays.</summary>
    public void Block(DateTimeOffset until)
    {
        lock (_gate)
        {
            if (until > _blockedUntil)
            {
                _blockedUntil = until;
                PumpLocked();
            }
        }

        TellDecided();
    }

    /// <summary>Fails whoever waits.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var waiter in _waiting.Concat(_reserved))
            {
                waiter.Fail(new ObjectDisposedException(nameof(RateLimiter)));
                _decided.Enqueue(waiter);
            }

            _waiting.Clear();
            _reserved.Clear();
            _timer.Dispose();
        }

        TellDecided();
    }

    private LimitWindows Limit(string name) =>
        Array.Find(_limits, limit => limit.Name == name)
        ?? throw new ArgumentException(
            $"There is no limit '{name}', but {string.Join(", ", _limits.Select(static limit => limit.Name))}.", nameof(name));

    private void Check(ReadOnlySpan<LimitCost> costs)
    {
        ulong seen = 0;
        foreach (var cost in costs)
        {
            var limit = Limit(cost.Limit);
            if (cost.Amount < 0 || (seen & limit.Bit) != 0)
            {
                throw new ArgumentException($"The cost of '{cost.Limit}' is negative or there twice.", nameof(costs));
            }

            seen |= limit.Bit;
        }
    }

    private double Share(LimitPriority priority) => priority == LimitPriority.Reserved ? 0 : _options.ReservedShare;

    private void ThrowIfNever(LimitCost[] costs, LimitPriority priority)
    {
        foreach (var cost in costs)
        {
            foreach (var window in Limit(cost.Limit).Windows)
            {
                if (cost.Amount > window.Usable(Share(priority)))
                {
                    throw new RateLimitException(
                        $"A call that costs {cost.Amount} never fits into {window.Usable(Share(priority))} of "
                        + $"{cost.Limit} per {window.Length}.",
                        cost.Limit,
                        null);
                }
            }
        }
    }

    private LimitGrant Charge(LimitCost[] costs, DateTimeOffset now)
    {
        foreach (var cost in costs)
        {
            foreach (var window in Limit(cost.Limit).Windows)
            {
                window.Charge(cost.Amount);
            }
        }

        return new LimitGrant(costs, now);
    }

    private static RateLimitException TooLate(LimitCost[] costs, string? lacking, DateTimeOffset earliest, DateTimeOffset now)
    {
        var wait = earliest > now ? earliest - now : TimeSpan.Zero;
        return new RateLimitException(
            lacking is null && earliest > now
                ? $"The venue has blocked all calls for another {wait}."
                : $"The limit of {lacking ?? string.Join(", ", costs.Select(static cost => cost.Limit))} leaves no room in time.",
            lacking,
            wait);
    }
}
