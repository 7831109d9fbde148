using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;
using Adapters.Simulation;

namespace Adapters.Faces.Tests.Faults;

/// <summary>Places, changes and cancels orders as chance has it, over both transports, several at a time, and has every
/// unknown outcome settled.</summary>
/// <param name="desks">One for each transport.</param>
/// <param name="markets">Where it trades.</param>
/// <param name="view">What the adapter told.</param>
/// <param name="clock">Lets time pass.</param>
/// <param name="random">Decides.</param>
/// <param name="tally">Counts.</param>
/// <param name="log">Hears of everything.</param>
internal sealed partial class Strategy(
    IReadOnlyList<ITrading> desks, IReadOnlyList<AnyOrder> markets, View view, VirtualClock clock, SeededRandom random,
    Tally tally, ScenarioLog log)
{
    private readonly HashSet<Symbol> _cancelledAll = [];
    private int _running;
    private int _ids;

    public List<TrackedOrder> Orders { get; } = [];

    /// <summary>What was placed in another's stead.</summary>
    public List<Replacement> Replacements { get; } = [];

    /// <summary>What the adapter did that it must not.</summary>
    public List<string> Problems { get; } = [];

    public bool IsBusy => _running > 0;

    /// <summary>It takes what nobody knows for refused.</summary>
    public bool NeverResolves { get; init; }

    /// <summary>It takes the last order of a list for not sent.</summary>
    public bool CutsListsShort { get; init; }

    /// <summary>The connector is closed, or being closed: nothing can be settled any more.</summary>
    public bool IsClosed { get; set; }

    private ITrading Desk => desks[random.Next(desks.Count)];

    private AnyOrder Market => markets[random.Next(markets.Count)];

    /// <summary>All orders of the market were cancelled at once, so that a cancel need not have been told.</summary>
    public bool HasCancelledAll(Symbol symbol) => _cancelledAll.Contains(symbol);

    /// <summary>Does one thing. What it takes goes on while time passes.</summary>
    public void Act()
    {
        _ = random.Next(100) switch
        {
            < 44 => RunAsync(PlaceAsync),
            < 54 => RunAsync(PlaceListAsync),
            < 74 => RunAsync(CancelAsync),
            < 84 => RunAsync(ReplaceAsync),
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
        var market = Market;
        var order = Track(market.Next(Former(market.Symbol) ?? NewId()));
        var desk = Desk;
        var outcome = await EndedAsync("place", desk, (wait, token) => desk.PlaceAsync(order.Request, wait, token), order)
            .ConfigureAwait(false);
        OnPlaced(order, outcome);
    }

    private TrackedOrder Track(OrderRequest request)
    {
        var order = new TrackedOrder(request);
        foreach (var other in Orders.Where(other => order.ClientId is not null && other.ClientId == order.ClientId))
        {
            order.SharesClientId = other.SharesClientId = true;
        }

        (order.List, order.Pair) = ([order], [order]);
        Orders.Add(order);
        tally.Add("orders");
        tally.Add($"orders: {request.Symbol.Name}");
        return order;
    }

    private static void OnPlaced(TrackedOrder order, OrderOutcome? outcome) => (order.Placed, order.Id) = (outcome, outcome?.Order?.Id);

    private async Task CancelAsync()
    {
        if (Any() is not { } order || Name(order) is not { } reference)
        {
            return;
        }

        var desk = Desk;
        if (await EndedAsync("cancel", desk, (wait, token) => desk.CancelAsync(reference, wait, token)).ConfigureAwait(false)
            is { } outcome)
        {
            order.Cancels.Add(outcome);
        }
    }

    /// <summary>By whichever id it is known.</summary>
    private OrderRef? Name(TrackedOrder order)
    {
        var reference = order is { ClientId: { } client, SharesClientId: false, Amends.Count: 0 } && random.Chance(0.5)
            ? OrderRef.Of(order.Request.Symbol, client)
            : order.Ref;
        order.IsCanceledByClientId |= reference?.ClientId.IsPresent == true;
        return reference;
    }

    private async Task AmendAsync()
    {
        if (Any() is not { Id: { } id, Request.Quantity: { } quantity } order || Desk is not (IOrderAmender amender and ITrading desk))
        {
            return;
        }

        // Another quantity each time, so that it shows which change happened.
        var (symbol, tried) = (order.Request.Symbol, order.Pair[0].AmendsTried++);
        var step = markets.First(market => market.Symbol == symbol).Market.Instrument.Step;
        var smaller = quantity - (step * ((20 * tried) + 1 + random.Next(20)));
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
        var symbol = Market.Symbol;
        _cancelledAll.Add(symbol);
        try
        {
            var desk = (ICancelAll)Desk;
            await clock.WaitAsync(token => desk.CancelAllAsync(symbol, token).AsTask(), patience: null).ConfigureAwait(false);
        }
        catch (ObjectDisposedException) when (IsClosed)
        {
            log.Add("cancel all: closed");
        }
        catch (ExchangeException error)
        {
            log.Add($"cancel all: {error.Class}");
        }
    }

    /// <summary>The client's id of an order that has ended, which the venue takes again.</summary>
    private ClientOrderId? Former(Symbol symbol)
    {
        if (Orders.Count == 0 || !random.Chance(0.08))
        {
            return null;
        }

        var order = Orders[random.Next(Orders.Count)];
        return order is { Id: { } id, Amends.Count: 0, IsCanceledByClientId: false, SharesClientId: false, List.Count: 1 }
            && order.Request.Symbol == symbol && view.Orders.TryGetValue(id, out var known)
            && known is { IsOpen: false, CreatedAt: { } created, ClientId: { } client }
            && Timestamp.From(clock.GetUtcNow()) - created > TimeSpan.FromSeconds(6) // no clock is as wrong as that
                ? client
                : null;
    }

    private ClientOrderId? NewId() => random.Chance(0.6) ? ClientOrderId.Parse($"mine-{_ids++}") : null;

    private TrackedOrder? Any() => Orders.Count == 0 ? null : Orders[Math.Max(0, Orders.Count - 1 - random.Next(8))];
}
