using Adapters.Domain;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Rules;

/// <summary>Checks prices and quantities against what the market asks of them; the first broken rule is told.
/// </summary>
internal static class OrderFilters
{
    /// <summary>No quantity is larger, so that sums of them stay exact.</summary>
    private const decimal MostQuantity = 1_000_000_000_000_000m;

    /// <summary>Ticks times steps of an order at most, so that price times quantity is exact in a decimal.</summary>
    private const double MostUnits = 1e27;

    /// <summary>Checks an order.</summary>
    /// <param name="request">The order.</param>
    /// <param name="quantity">Its quantity; null where it is not known yet.</param>
    internal static Rejection? Check(OrderEntry request, decimal? quantity)
    {
        var market = request.Market.Instrument;
        return (request.Price is { } price ? CheckPrice(market, "price", price) : null)
            ?? (request.TriggerPrice is { } trigger ? CheckPrice(market, "trigger price", trigger) : null)
            ?? CheckTrailing(request)
            ?? (quantity is { } whole ? CheckQuantities(request, whole) : null)
            ?? CheckBand(request);
    }

    /// <summary>Checks what a quantity must obey by itself and together with the price.</summary>
    internal static Rejection? CheckQuantities(OrderEntry request, decimal quantity)
    {
        var market = request.Market.Instrument;
        return CheckQuantity(market, "quantity", quantity)
            ?? (request.IsLimit ? null : CheckMarketQuantity(market, quantity))
            ?? (request.VisibleQuantity is { } visible ? CheckVisible(request, visible, quantity) : null)
            ?? CheckNotional(request, quantity);
    }

    private static Rejection? CheckPrice(Market market, string name, decimal price)
    {
        if (price <= 0m || price < market.MinPrice)
        {
            return Broken(RejectReason.PriceTooLow, name, price, market.MinPrice ?? 0m);
        }

        if (market.MaxPrice is { } most and > 0m && price > most)
        {
            return Broken(RejectReason.PriceTooHigh, name, price, most);
        }

        return price % market.Tick == 0m ? null : Broken(RejectReason.PriceOffTick, name, price, market.Tick);
    }

    private static Rejection? CheckQuantity(Market market, string name, decimal quantity)
    {
        if (quantity <= 0m || quantity < market.MinQuantity)
        {
            return Broken(RejectReason.QuantityTooSmall, name, quantity, market.MinQuantity ?? 0m);
        }

        var most = market.MaxQuantity is { } limit and > 0m ? limit : MostQuantity;
        if (quantity > most)
        {
            return Broken(RejectReason.QuantityTooLarge, name, quantity, most);
        }

        return quantity % market.Step == 0m ? null : Broken(RejectReason.QuantityOffStep, name, quantity, market.Step);
    }

    private static Rejection? CheckMarketQuantity(Market market, decimal quantity)
    {
        const string Name = "quantity of a market order";
        if (quantity < market.MarketMinQuantity)
        {
            return Broken(RejectReason.MarketQuantityTooSmall, Name, quantity, market.MarketMinQuantity.Value);
        }

        if (market.MarketMaxQuantity is { } most and > 0m && quantity > most)
        {
            return Broken(RejectReason.MarketQuantityTooLarge, Name, quantity, most);
        }

        return market.MarketStep is { } step and > 0m && quantity % step != 0m
            ? Broken(RejectReason.MarketQuantityOffStep, Name, quantity, step)
            : null;
    }

    private static Rejection? CheckVisible(OrderEntry request, decimal visible, decimal quantity)
    {
        if (visible > quantity)
        {
            return Broken(RejectReason.VisibleExceedsQuantity, "visible quantity", visible, quantity);
        }

        var parts = request.Market.Rules.MaxIcebergParts ?? int.MaxValue;
        return CheckQuantity(request.Market.Instrument, "visible quantity", visible)
            ?? (visible * parts < quantity
                ? Broken(RejectReason.TooManyIcebergParts, "visible quantity", visible, parts)
                : null);
    }

    private static Rejection? CheckNotional(OrderEntry request, decimal quantity)
    {
        var market = request.Market.Instrument;
        if (request.Price is { } price
            && (double)price / (double)market.Tick * ((double)quantity / (double)market.Step) > MostUnits)
        {
            return new Rejection(
                RejectReason.NotionalTooLarge, $"{price} times {quantity} has more digits than are counted.");
        }

        var value = request.QuoteQuantity ?? ((request.Price ?? request.Market.AveragePrice) * quantity);
        if ((request.IsLimit || market.MinNotionalForMarket == true) && value < market.MinNotional)
        {
            return Broken(RejectReason.NotionalTooSmall, "value", value, market.MinNotional.Value);
        }

        return (request.IsLimit || market.MaxNotionalForMarket == true)
            && market.MaxNotional is { } most and > 0m && value > most
            ? Broken(RejectReason.NotionalTooLarge, "value", value, most)
            : null;
    }

    private static Rejection? CheckTrailing(OrderEntry request)
    {
        if (request.TrailingDelta is not { } delta || request.Market.Rules.Trailing is not { } bounds)
        {
            return null;
        }

        var (least, most) = request.TriggersAbove
            ? (bounds.MinAbove, bounds.MaxAbove)
            : (bounds.MinBelow, bounds.MaxBelow);
        return delta < least ? Broken(RejectReason.TrailingDeltaOutOfRange, "trailing delta", delta, least)
            : delta > most ? Broken(RejectReason.TrailingDeltaOutOfRange, "trailing delta", delta, most)
            : null;
    }

    private static Rejection? CheckBand(OrderEntry request)
    {
        if (request.Price is not { } price)
        {
            return null;
        }

        var rules = request.Market.Rules;
        var (above, below) = request.Side == Side.Buy
            ? (rules.BuyBandAbove, rules.BuyBandBelow)
            : (rules.SellBandAbove, rules.SellBandBelow);
        var average = request.Market.AveragePrice;
        if (above is { } high && price > average * high)
        {
            return Broken(RejectReason.PriceAboveBand, "price", price, average * high);
        }

        return below is { } low && price < average * low
            ? Broken(RejectReason.PriceBelowBand, "price", price, average * low)
            : null;
    }

    private static Rejection Broken(RejectReason reason, string name, decimal value, decimal limit) =>
        new(reason, $"{reason}: the {name} is {value}, the limit {limit}.") { Value = value, Limit = limit };
}
