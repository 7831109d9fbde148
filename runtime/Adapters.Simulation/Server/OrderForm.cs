using Adapters.Domain;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Server;

/// <summary>
/// Names of the parameters in which a venue's clients write their orders; null where there is no such parameter. In
/// lists of orders a leg's name may stand before them: <c>price</c> is <c>abovePrice</c> in the leg <c>above</c>.
/// </summary>
/// <param name="Kinds">Kinds of order, each with whether it must not take.</param>
/// <param name="Times">How long orders stay.</param>
/// <param name="Kind">A word of the kinds.</param>
/// <param name="Side">Buy or sell, in any case.</param>
/// <param name="TimeInForce">A word of the times; without it an order is good till it is cancelled.</param>
/// <param name="Quantity">Base units.</param>
/// <param name="Price">Limit price, quote units.</param>
/// <param name="ClientOrderId">The client's id of an order of its own.</param>
/// <param name="LegClientOrderId">The client's id of a leg.</param>
/// <param name="QuoteQuantity">Quote units in place of a quantity.</param>
/// <param name="TriggerPrice">Price at which it begins to work, quote units.</param>
/// <param name="TrailingDelta">Ten-thousandths of the price.</param>
/// <param name="VisibleQuantity">Base units.</param>
/// <param name="SelfTradePrevention">A member of <see cref="Matching.SelfTradePrevention"/> in capitals; of a list, for
/// all its orders.</param>
/// <param name="StrategyId">The client's number of a strategy.</param>
/// <param name="StrategyType">The client's number of a kind of strategies.</param>
public sealed record OrderForm(
    WordTable<(OrderKind Kind, bool PostOnly)> Kinds,
    WordTable<TimeInForce> Times,
    string Kind,
    string Side,
    string TimeInForce,
    string Quantity,
    string Price,
    string ClientOrderId,
    string? LegClientOrderId = null,
    string? QuoteQuantity = null,
    string? TriggerPrice = null,
    string? TrailingDelta = null,
    string? VisibleQuantity = null,
    string? SelfTradePrevention = null,
    string? StrategyId = null,
    string? StrategyType = null)
{
    /// <summary>Reads an order from the parameters of a call, which are checked already.</summary>
    /// <param name="call">The call.</param>
    /// <param name="leg">What stands before the names; empty for an order of its own.</param>
    /// <param name="shared">What stands before side and quantity where they are said for several legs together.</param>
    public OrderEntry Read(VenueCall call, string leg = "", string shared = "")
    {
        ArgumentNullException.ThrowIfNull(call);
        var given = call.Arguments;
        string? At(string? name) => name is null ? null : Joined(leg, name);
        string Shared(string name) => given.Has(Joined(leg, name)) ? Joined(leg, name) : Joined(shared, name);
        decimal? Decimal(string? name) => At(name) is { } at ? given.Decimal(at) : null;
        long? Long(string? name) => At(name) is { } at ? given.Long(at) : null;
        var (kind, postOnly) = Kinds.Meaning(given.Text(Joined(leg, Kind))!);
        return new OrderEntry
        {
            Market = call.Market,
            Side = VenueTexts.OfCapitals<Side>(given.Text(Shared(Side))!),
            Kind = kind,
            PostOnly = postOnly,
            TimeInForce = given.Text(Joined(leg, TimeInForce)) is { } time
                ? Times.Meaning(time)
                : Domain.TimeInForce.GoodTillCancel,
            Quantity = given.Decimal(Shared(Quantity)),
            QuoteQuantity = Decimal(QuoteQuantity),
            Price = Decimal(Price),
            TriggerPrice = Decimal(TriggerPrice),
            TrailingDelta = (int?)Long(TrailingDelta),
            VisibleQuantity = Decimal(VisibleQuantity),
            ClientOrderId = At(leg.Length == 0 ? ClientOrderId : LegClientOrderId) is { } id ? call.ClientId(id) : null,
            SelfTradePrevention = SelfTradePrevention is { } name && given.Text(name) is { } mode
                ? VenueTexts.OfCapitals<SelfTradePrevention>(mode)
                : null,
            StrategyId = Long(StrategyId),
            StrategyType = (int?)Long(StrategyType),
        };
    }

    private static string Joined(string leg, string name) =>
        leg.Length == 0 ? name : leg + char.ToUpperInvariant(name[0]) + name[1..];
}
