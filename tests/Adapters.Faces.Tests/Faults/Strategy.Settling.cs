using Adapters.Capabilities;
using Adapters.Orders;

namespace Adapters.Faces.Tests.Faults;

/// <content>What became of it, asked for until it is known.</content>
internal sealed partial class Strategy
{
    private async Task<OrderOutcome?> EndedAsync(
        string what, ITrading desk, Func<TimeSpan, CancellationToken, ValueTask<OrderOutcome>> act, TrackedOrder? order = null)
    {
        var outcomes = await EndedAsync(
            [what], desk, async (wait, token) => [await act(wait, token).ConfigureAwait(false)], [order]).ConfigureAwait(false);
        return outcomes?[0];
    }

    /// <summary>Does something about orders and settles what came of it, each by itself.</summary>
    /// <param name="parts">What was done; the last one is the others' too.</param>
    /// <param name="desk">Settles.</param>
    /// <param name="act">Does it.</param>
    /// <param name="orders">Orders that are placed, which hear of their client ids as soon as they are known.</param>
    /// <returns>Acknowledged or rejected; null where it was given up before it was sent.</returns>
    private async Task<OrderOutcome[]?> EndedAsync(
        string[] parts, ITrading desk, Func<TimeSpan, CancellationToken, Task<IReadOnlyList<OrderOutcome>>> act,
        TrackedOrder?[] orders)
    {
        var wait = random.Chance(0.3) ? TimeSpan.FromSeconds(3) : TimeSpan.Zero;
        var patience = random.Chance(0.12) ? TimeSpan.FromMicroseconds(random.Next(30_000)) : (TimeSpan?)null;
        IReadOnlyList<OrderOutcome> outcomes;
        try
        {
            outcomes = await clock.WaitAsync(token => act(wait, token), patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience is not null)
        {
            return Unsent("given up");
        }
        catch (ObjectDisposedException) when (IsClosed)
        {
            return Unsent("closed");
        }

        var settling = new Task<OrderOutcome>[outcomes.Count];
        for (var i = 0; i < outcomes.Count; i++)
        {
            var (outcome, part) = (outcomes[i], parts[Math.Min(i, parts.Length - 1)]);
            if (orders[i] is { } order)
            {
                order.ClientId = outcome.Ref.ClientId;
            }

            log.Add($"{part}: {outcome}");
            tally.Add($"{part}{(IsClosed ? " while closing" : "")}: {(outcome.IsRejected && !outcome.WasSent ? "refused unsent" : outcome.Kind.ToString().ToLowerInvariant())}");
            settling[i] = outcome.IsUnknown && !NeverResolves && !IsClosed ? SettledAsync(part, desk, outcome) : Task.FromResult(outcome);
        }

        var settled = new OrderOutcome[outcomes.Count];
        for (var i = 0; i < settled.Length; i++)
        {
            settled[i] = await settling[i].ConfigureAwait(false);
        }

        return settled;

        OrderOutcome[]? Unsent(string why)
        {
            foreach (var part in parts)
            {
                tally.Add($"{part}: {why} unsent");
                log.Add($"{part}: {why} unsent");
            }

            return null;
        }
    }

    private async Task<OrderOutcome> SettledAsync(string what, ITrading desk, OrderOutcome outcome)
    {
        if (random.Chance(0.3))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(3_000)), clock).ConfigureAwait(false);
        }

        while (outcome.IsUnknown && !IsClosed)
        {
            var (unknown, patience) = (outcome, random.Chance(0.1) ? TimeSpan.FromMilliseconds(random.Next(500)) : (TimeSpan?)null);
            try
            {
                outcome = await clock.WaitAsync(token => desk.ResolveAsync(unknown, token).AsTask(), patience).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (patience is not null)
            {
                continue;
            }
            catch (ObjectDisposedException) when (IsClosed)
            {
                break;
            }

            if (outcome.IsUnknown)
            {
                tally.Add($"{what}: not settled at once");
                await Task.Delay(TimeSpan.FromSeconds(1), clock).ConfigureAwait(false);
            }
        }

        if (outcome.IsUnknown)
        {
            tally.Add($"{what}: closed before it was settled");
            return outcome;
        }

        tally.Add($"{what}: settled as {outcome.Kind.ToString().ToLowerInvariant()}");
        log.Add($"{what}: settled: {outcome}");
        return outcome;
    }
}
