using Adapters.Domain;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Trading;

namespace Adapters.Simulation.Accounts;

public sealed partial class SimulatedAccount
{
    /// <summary>Places an order.</summary>
    /// <returns>What became of it at once; what it triggers elsewhere comes after.</returns>
    public OrderOutcome Place(OrderEntry request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Act(request.Market, desk => desk.Place(this, request));
    }

    /// <summary>Checks an order without placing it, as far as neither balances nor the book's best prices decide.
    /// </summary>
    /// <returns>Why it would be refused; null where it would not.</returns>
    public Rejection? Check(OrderEntry request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Act(request.Market, desk => desk.Vet(this, request, out _));
    }

    /// <summary>Ends an order; of a list, all its orders.</summary>
    public CancelOutcome Cancel(CancelEntry request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Act(request.Market, desk => desk.Cancel(this, request));
    }

    /// <summary>Ends every open order of a market, the oldest first; a list is one outcome.</summary>
    /// <param name="market">Where.</param>
    /// <param name="cancelId">The account's id of the cancel; null has one made.</param>
    public IReadOnlyList<CancelOutcome> CancelAll(SimulatedMarket market, ClientOrderId? cancelId = null) =>
        Act(market, desk => desk.CancelAll(this, cancelId));

    /// <summary>Ends an order and places another one.</summary>
    public ReplaceOutcome Replace(ReplaceEntry request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cancel.Market == request.Order.Market
            ? Act(request.Order.Market, desk => desk.Replace(this, request))
            : throw new ArgumentException("Both parts of a replacement are of one market.", nameof(request));
    }

    /// <summary>Makes an order smaller; it keeps its place in the queue.</summary>
    public AmendOutcome Amend(AmendEntry request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Act(request.Market, desk => desk.Amend(this, request));
    }

    /// <summary>Places orders that depend on each other.</summary>
    public OrderListOutcome PlaceList(OrderListEntry request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Act(request.Market, desk => desk.PlaceList(this, request));
    }

    /// <summary>Ends all orders of a list.</summary>
    public OrderListOutcome CancelList(CancelListEntry request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Act(request.Market, desk => desk.CancelList(this, request));
    }

    /// <summary>Does something in a market, then what that causes.</summary>
    private T Act<T>(SimulatedMarket market, Func<OrderDesk, T> act)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (market.Floor != _floor)
        {
            throw new ArgumentException($"{market.Symbol} is no market of this account's exchange.", nameof(market));
        }

        lock (_floor.Gate)
        {
            market.Prepare(_floor.Now);
            var result = act(market.Desk);
            _floor.Feed.Deliver(_floor);
            market.Desk.FollowUp();
            return result;
        }
    }
}
