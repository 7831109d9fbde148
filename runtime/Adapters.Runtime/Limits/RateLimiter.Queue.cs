using Adapters.Domain;

namespace Adapters.Limits;

/// <content>The queue: who may go, who must wait, and until when.</content>
public sealed partial class RateLimiter
{
    /// <summary>The earliest moment at which the costs may fit, as far as is known now, and the limit that decides.</summary>
    private DateTimeOffset Earliest(
        LimitCost[] costs, LimitPriority priority, DateTimeOffset now, out string? lacking)
    {
        var earliest = _blockedUntil > now && !IsConnecting(costs) ? _blockedUntil : now;
        lacking = null;
        foreach (var cost in costs)
        {
            var limit = Limit(cost.Limit);
            if (limit.BlockedUntil > earliest)
            {
                earliest = limit.BlockedUntil;
                lacking = cost.Limit;
            }

            foreach (var window in limit.Windows)
            {
                window.Roll(now);
                if (!window.Fits(cost.Amount, Share(priority)) && window.End > earliest)
                {
                    earliest = window.End;
                    lacking = cost.Limit;
                }
            }
        }

        return earliest;
    }

    /// <summary>It draws from limits of connections alone: that requests are blocked says nothing of them.</summary>
    private bool IsConnecting(LimitCost[] costs) =>
        costs.Length > 0 && Array.TrueForAll(costs, cost => Limit(cost.Limit).Kind == LimitKind.Connections);

    /// <summary>Somebody who needs one of the same limits waits already.</summary>
    private bool MustQueue(LimitCost[] costs, LimitPriority priority)
    {
        var mask = Mask(costs);
        return _reserved.Any(waiter => (Mask(waiter.Costs) & mask) != 0)
            || (priority == LimitPriority.Normal && _waiting.Any(waiter => (Mask(waiter.Costs) & mask) != 0));
    }

    private ulong Mask(LimitCost[] costs)
    {
        ulong mask = 0;
        foreach (var cost in costs)
        {
            mask |= Limit(cost.Limit).Bit;
        }

        return mask;
    }

    private void Abandon(LinkedListNode<LimitWaiter> node, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (node.List is { } list)
            {
                list.Remove(node);
                node.Value.Cancel(cancellationToken);
                _decided.Enqueue(node.Value);
                PumpLocked(); // whoever stood behind it may fit
            }
        }

        TellDecided();
    }

    private void Pump()
    {
        lock (_gate)
        {
            PumpLocked();
        }

        TellDecided();
    }

    private void TellDecided()
    {
        while (true)
        {
            LimitWaiter? waiter;
            lock (_gate)
            {
                if (!_decided.TryDequeue(out waiter))
                {
                    return;
                }
            }

            waiter.Tell();
        }
    }

    private void PumpLocked()
    {
        if (_isDisposed)
        {
            return;
        }

        var now = _timeProvider.GetUtcNow();
        ulong held = 0;
        Serve(_reserved, now, ref held);
        Serve(_waiting, now, ref held);
        Schedule(now);
    }

    /// <summary>Goes through a queue in order. Limits that somebody waits for are held for him.</summary>
    private void Serve(LinkedList<LimitWaiter> queue, DateTimeOffset now, ref ulong held)
    {
        for (var node = queue.First; node is not null;)
        {
            var next = node.Next;
            var waiter = node.Value;
            var mask = Mask(waiter.Costs);
            var earliest = Earliest(waiter.Costs, waiter.Priority, now, out var lacking);
            if (earliest <= now && (held & mask) == 0)
            {
                Leave(queue, node);
                waiter.Grant(Charge(waiter.Costs, now));
            }
            else if (waiter.Deadline is { } deadline && (deadline <= now || earliest > deadline))
            {
                Leave(queue, node);
                waiter.Fail(TooLate(waiter.Costs, lacking, earliest, now));
            }
            else if (Never(waiter) is { } error)
            {
                Leave(queue, node);
                waiter.Fail(error);
            }
            else
            {
                held |= Lacking(waiter, now);
            }

            node = next;
        }
    }

    /// <summary>The limits that a waiter waits for; others it would take may be used meanwhile by whoever fits.</summary>
    private ulong Lacking(LimitWaiter waiter, DateTimeOffset now)
    {
        ulong lacking = 0;
        foreach (var cost in waiter.Costs)
        {
            var limit = Limit(cost.Limit);
            lacking |= limit.BlockedUntil > now ? limit.Bit : 0;
            foreach (var window in limit.Windows)
            {
                lacking |= window.Fits(cost.Amount, Share(waiter.Priority)) ? 0 : limit.Bit;
            }
        }

        // Blocked by the venue, or held back behind another: it keeps its place before everybody who needs the same.
        return lacking != 0 && _blockedUntil <= now ? lacking : Mask(waiter.Costs);
    }

    private RateLimitException? Never(LimitWaiter waiter)
    {
        try
        {
            ThrowIfNever(waiter.Costs, waiter.Priority);
            return null;
        }
        catch (RateLimitException error)
        {
            return error; // capacities were lowered while it waited
        }
    }

    private void Leave(LinkedList<LimitWaiter> queue, LinkedListNode<LimitWaiter> node)
    {
        queue.Remove(node);
        _decided.Enqueue(node.Value);
        node.Value.Registration.Unregister();
    }

    /// <summary>Wakes up when the first of those who wait may fit or gives up.</summary>
    private void Schedule(DateTimeOffset now)
    {
        var wake = DateTimeOffset.MaxValue;
        foreach (var waiter in _reserved.Concat(_waiting))
        {
            var earliest = Earliest(waiter.Costs, waiter.Priority, now, out _);
            wake = earliest > now && earliest < wake ? earliest : wake;
            wake = waiter.Deadline is { } deadline && deadline < wake ? deadline : wake;
        }

        if (wake == DateTimeOffset.MaxValue)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // Timers count whole milliseconds and may be a little early; a day is enough for one of them.
        var due = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling((wake - now).TotalMilliseconds), 1, 86_400_000));
        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }
}
