using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;
using Adapters.Simulation;

namespace Adapters.Faces.Tests.Faults;

/// <summary>Places, changes and cancels orders as chance has it, over both transports, several at a time, and has every
/// unknown outcome settled.</summary>
internal sealed class Strategy(
    IReadOnlyList<ITrading> desks, SimulatedMarket market, Symbol symbol, View view, VirtualClock clock,
    SeededRandom random, Tally tally, ScenarioLog log)
{
    private int _running;
    private bool _hasCancelledAll;

    public List<TrackedOrder> Orders { get; } = [];

    /// <summary>What the adapter did that it must not.</summary>
    public List<string> Problems { get; } = [];

    public bool IsBusy => _running > 0;

    /// <summary>It takes what nobody knows for refused.</summary>
    public bool NeverResolves { get; init; }

    /// <summary>All orders of the market were cancelled at once, so that a cancel need not have been told.</summary>
    public bool HasCancelledAll => _hasCancelledAll;

    private ITrading Desk => desks[random.Next(desks.Count)];

    /// <summary>Does one thing. What it takes goes on while time passes.</summary>
    public void Act()
    {
        _ = random.Next(100) switch
        {
            < 58 => RunAsync(PlaceAsync),
            < 82 => RunAsync(CancelAsync),
            < 98 => RunAsync(AmendAsync),
            _ => RunAsync(CancelAllAsync),
        };
    }

    private async Task RunAsync(Func<Task> act)
    {
        _running++;
        try
        {
            await act().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // nothing may come out of a desk but outcomes
        catch (Exception error)
#pragma warning restore CA1031
        {
            Problems.Add("thrown: " + error);
        }
        finally
        {
            _running--;
        }
    }

    private async Task PlaceAsync()
    {
        var order = new TrackedOrder(new AnyOrder(market, symbol, random).Next(Orders.Count, Former()));
        foreach (var other in Orders.Where(other => order.ClientId is not null && other.ClientId == order.ClientId))
        {
            order.SharesClientId = other.SharesClientId = true;
        }

        Orders.Add(order);
        tally.Add("orders");
        var desk = Desk;
        var outcome = await EndedAsync(
            "place", desk, (wait, token) => desk.PlaceAsync(order.Request, wait, token), known => order.ClientId = known.Ref.ClientId)
            .ConfigureAwait(false);
        order.IsUnsent = outcome is null;
        order.Placed = outcome;
        order.Id = outcome?.Order?.Id;
    }

    private async Task CancelAsync()
    {
        if (Any() is not { Ref: { } reference } order)
        {
            return;
        }

        // By whichever id it is known.
        if (order is { ClientId: { } client, SharesClientId: false, Amends.Count: 0 } && random.Chance(0.5))
        {
            reference = OrderRef.Of(symbol, client);
        }

        order.IsCanceledByClientId |= reference.ClientId.IsPresent;
        var desk = Desk;
        if (await EndedAsync("cancel", desk, (wait, token) => desk.CancelAsync(reference, wait, token)).ConfigureAwait(false)
            is { } outcome)
        {
            order.Cancels.Add(outcome);
        }
    }

    private async Task AmendAsync()
    {
        if (Any() is not { Id: { } id, Request.Quantity: { } quantity } order || Desk is not (IOrderAmender amender and ITrading desk))
        {
            return;
        }

        // Another quantity each time, so that it shows which change happened.
        var smaller = quantity - (market.Instrument.Step * ((20 * order.AmendsTried++) + 1 + random.Next(20)));
        var change = new AmendRequest
        {
            Order = OrderRef.Of(symbol, id),
            Quantity = smaller,
            NewClientId = random.Chance(0.5) ? order.ClientId : null,
        };
        if (smaller > 0
            && await EndedAsync("amend", desk, (wait, token) => amender.AmendAsync(change, wait, token)).ConfigureAwait(false)
                is { } outcome)
        {
            order.Amends.Add((smaller, outcome));
        }
    }

    private async Task CancelAllAsync()
    {
        _hasCancelledAll = true;
        try
        {
            var desk = (ICancelAll)Desk;
            await clock.WaitAsync(token => desk.CancelAllAsync(symbol, token).AsTask(), patience: null).ConfigureAwait(false);
        }
        catch (ExchangeException error)
        {
            log.Add($"cancel all: {error.Class}");
        }
    }

    /// <summary>The client's id of an order that has ended, which the venue takes again.</summary>
    private ClientOrderId? Former()
    {
        if (Orders.Count == 0 || !random.Chance(0.08))
        {
            return null;
        }

        var order = Orders[random.Next(Orders.Count)];
        return order is { Id: { } id, Amends.Count: 0, IsCanceledByClientId: false, SharesClientId: false } && view.Orders.TryGetValue(id, out var known)
            && known is { IsOpen: false, CreatedAt: { } created, ClientId: { } client }
            && Timestamp.From(clock.GetUtcNow()) - created > TimeSpan.FromSeconds(6) // no clock is as wrong as that
                ? client
                : null;
    }

    private TrackedOrder? Any() => Orders.Count == 0 ? null : Orders[Math.Max(0, Orders.Count - 1 - random.Next(8))];

    /// <summary>Does something about an order and settles what came of it.</summary>
    /// <returns>Acknowledged or rejected; null where it was given up before it was sent.</returns>
    private async Task<OrderOutcome?> EndedAsync(
        string what, ITrading desk, Func<TimeSpan, CancellationToken, ValueTask<OrderOutcome>> act,
        Action<OrderOutcome>? first = null)
    {
        var wait = random.Chance(0.3) ? TimeSpan.FromSeconds(3) : TimeSpan.Zero;
        var patience = random.Chance(0.12) ? TimeSpan.FromMicroseconds(random.Next(30_000)) : (TimeSpan?)null;
        OrderOutcome outcome;
        try
        {
            outcome = await clock.WaitAsync(token => act(wait, token).AsTask(), patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience is not null)
        {
            tally.Add($"{what}: given up unsent");
            log.Add($"{what}: given up unsent");
            return null;
        }

        first?.Invoke(outcome);
        log.Add($"{what}: {outcome}");
        tally.Add($"{what}: {(outcome.IsRejected && !outcome.WasSent ? "refused unsent" : outcome.Kind.ToString().ToLowerInvariant())}");
        return outcome.IsUnknown && !NeverResolves ? await SettledAsync(what, desk, outcome).ConfigureAwait(false) : outcome;
    }

    private async Task<OrderOutcome> SettledAsync(string what, ITrading desk, OrderOutcome outcome)
    {
        if (random.Chance(0.3))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(3_000)), clock).ConfigureAwait(false);
        }

        while (outcome.IsUnknown)
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

            if (outcome.IsUnknown)
            {
                tally.Add($"{what}: not settled at once");
                await Task.Delay(TimeSpan.FromSeconds(1), clock).ConfigureAwait(false);
            }
        }

        tally.Add($"{what}: settled as {outcome.Kind.ToString().ToLowerInvariant()}");
        log.Add($"{what}: settled: {outcome}");
        return outcome;
    }
}
