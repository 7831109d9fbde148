using Adapters.Domain;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Server;

/// <summary>
/// Names of the parameters in which a venue's clients write their orders; null where there is no such parameter. In
/// lists of orders a leg's name may stand before them: <c>price</c> is <c>abovePrice</c> in the leg <c>above</c>. What is
/// not said of the leg may be said of several together: <c>price</c>, or <c>pendingPrice</c> of all that is pending.
/// </summary>
/// <param name="Kinds">Kinds of order, each with whether it must not take.</param>
/// <param name="Times">How long orders stay.</param>
/// <param name="Side">Buy or sell, in any case.</param>
/// <param name="Quantity">Base units.</param>
/// <param name="Price">Limit price, quote units.</param>
/// <param name="ClientOrderId">The client's id of an order of its own.</param>
/// <param name="Kind">A word of the kinds.</param>
/// <param name="TimeInForce">A word of the times; without it an order is good till it is cancelled.</param>
/// <param name="LegClientOrderId">The client's id of a leg.</param>
/// <param name="QuoteQuantity">Quote units in place of a quantity.</param>
/// <param name="TriggerPrice">Price at which it begins to work, quote units.</param>
/// <param name="TrailingDelta">Ten-thousandths of the price.</param>
/// <param name="VisibleQuantity">Base units.</param>
/// <param name="Peg">There where the price is to follow the book.</param>
/// <param name="SelfTradePrevention">A member of <see cref="Matching.SelfTradePrevention"/> in capitals; of a list, for
/// all its orders.</param>
/// <param name="StrategyId">The client's number of a strategy.</param>
/// <param name="StrategyType">The client's number of a kind of strategies.</param>
/// <param name="LeastStrategyType">Kinds of strategies below are the venue's own.</param>
/// <param name="Detail">A word of the details: how much the answer tells.</param>
/// <param name="Details">How much an answer may tell.</param>
/// <param name="UsualDetail">How much it tells where the client does not say; null for the order.</param>
public sealed record OrderForm(
    WordTable<(OrderKind Kind, bool PostOnly)> Kinds,
    WordTable<TimeInForce> Times,
    string Side,
    string Quantity,
    string Price,
    string ClientOrderId,
    string Kind,
    string? TimeInForce = null,
    string? LegClientOrderId = null,
    string? QuoteQuantity = null,
    string? TriggerPrice = null,
    string? TrailingDelta = null,
    string? VisibleQuantity = null,
    string? Peg = null,
    string? SelfTradePrevention = null,
    string? StrategyId = null,
    string? StrategyType = null,
    int LeastStrategyType = 0,
    string? Detail = null,
    WordTable<OrderDetail>? Details = null,
    Func<OrderEntry, OrderDetail>? UsualDetail = null)
{
    /// <summary>Reads an order from the parameters of a call, which are checked already.</summary>
    /// <param name="call">The call.</param>
    /// <param name="leg">What stands before the names; empty for an order of its own.</param>
    /// <param name="shared">What stands before the names of what is said of several legs together.</param>
    /// <param name="implied">Its kind, where no parameter says it.</param>
    /// <exception cref="VenueException">A number is not the client's to use.</exception>
    public OrderEntry Read(
        VenueCall call, string leg = "", string shared = "", (OrderKind Kind, bool PostOnly)? implied = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        var given = call.Arguments;
        string? At(string? name) => name is null ? null
            : given.Has(Joined(leg, name)) ? Joined(leg, name)
            : Joined(shared, name);
        string? Text(string? name) => At(name) is { } at ? given.Text(at) : null;
        decimal? Decimal(string? name) => At(name) is { } at ? given.Decimal(at) : null;
        long? Long(string? name) => At(name) is { } at ? given.Long(at) : null;
        var (kind, postOnly) = implied ?? Kinds.Meaning(given.Text(Joined(leg, Kind))!);
        if (Long(StrategyType) < LeastStrategyType)
        {
            throw call.Refused(ArgumentProblem.Reserved, At(StrategyType)!);
        }

        return new OrderEntry
        {
            Market = call.Market,
            Side = VenueTexts.OfCapitals<Side>(Text(Side)!),
            Kind = kind,
            PostOnly = postOnly,
            TimeInForce = Text(TimeInForce) is { } time ? Times.Meaning(time) : Domain.TimeInForce.GoodTillCancel,
            Quantity = Decimal(Quantity),
            QuoteQuantity = Decimal(QuoteQuantity),
            Price = Decimal(Price),
            IsPegged = Text(Peg) is not null,
            TriggerPrice = Decimal(TriggerPrice),
            TrailingDelta = (int?)Long(TrailingDelta),
            VisibleQuantity = Decimal(VisibleQuantity),
            ClientOrderId = leg.Length == 0 ? call.ClientId(ClientOrderId)
                : LegClientOrderId is { } id ? call.ClientId(Joined(leg, id))
                : null,
            SelfTradePrevention = SelfTradePrevention is { } name && given.Text(name) is { } mode
                ? VenueTexts.OfCapitals<SelfTradePrevention>(mode)
                : null,
            StrategyId = Long(StrategyId),
            StrategyType = (int?)Long(StrategyType),
        };
    }

    /// <summary>How much the answer to a call tells of an order.</summary>
    /// <param name="call">The call.</param>
    /// <param name="order">The order; null for one of a list, of which the order is told.</param>
    public OrderDetail DetailOf(VenueCall call, OrderEntry? order)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Detail is { } name && call.Arguments.Text(name) is { } word ? Details!.Meaning(word)
            : order is null || UsualDetail is null ? OrderDetail.Order
            : UsualDetail(order);
    }

    internal static string Joined(string leg, string name) =>
        leg.Length == 0 ? name : leg + char.ToUpperInvariant(name[0]) + name[1..];
}
