namespace Adapters.Domain;

/// <content>Values are brought onto the grids and compared with the limits.</content>
public sealed partial class Market
{
    private const int MostDigits = 28; // of a decimal, behind the point

    /// <summary>Brings a price onto the tick.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    /// <exception cref="OverflowException">No decimal holds the rounded price exactly.</exception>
    public decimal RoundPrice(decimal price, Rounding rounding) => Grid.Round(price, Tick, rounding);

    /// <summary>Brings a quantity onto the step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="OverflowException">No decimal holds the rounded quantity exactly.</exception>
    public decimal RoundQuantity(decimal quantity, Rounding rounding) => Grid.Round(quantity, Step, rounding);

    /// <summary>Brings the quantity of an order that trades at the market's price onto the grid that
    /// <see cref="Step"/> and <see cref="MarketStep"/> have in common.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="OverflowException">No decimal holds the rounded quantity exactly.</exception>
    public decimal RoundMarketQuantity(decimal quantity, Rounding rounding) =>
        Grid.Round(quantity, Grid.Common(Step, MarketStep ?? 0m), rounding);

    /// <summary>Brings a quantity in quote units to the digits that it may have, downwards.</summary>
    public decimal RoundQuoteQuantity(decimal quoteQuantity) =>
        QuoteDigits < MostDigits ? decimal.Round(quoteQuantity, QuoteDigits.Value, MidpointRounding.ToZero) : quoteQuantity;

    /// <summary>Tells which limit an order of this price and quantity would break first, if any.</summary>
    /// <exception cref="OverflowException">No decimal holds price times quantity.</exception>
    public MarketCheck Check(decimal price, decimal quantity)
    {
        var check = CheckPrice(price);
        check = check.IsValid ? CheckQuantity(quantity) : check;
        return check.IsValid && (MinNotional ?? MaxNotional) is not null
            ? CheckNotional(price * quantity, hasMin: true, hasMax: true)
            : check;
    }

    /// <summary>Tells which limit a price would break first, if any.</summary>
    public MarketCheck CheckPrice(decimal price)
    {
        if (MinPrice is { } minPrice && price < minPrice)
        {
            return MarketCheck.Broken(MarketRule.MinPrice, price, minPrice);
        }

        if (MaxPrice is { } maxPrice && maxPrice > 0 && price > maxPrice)
        {
            return MarketCheck.Broken(MarketRule.MaxPrice, price, maxPrice);
        }

        return Grid.IsOn(price, Tick) ? MarketCheck.Passed : MarketCheck.Broken(MarketRule.Tick, price, Tick);
    }

    /// <summary>Tells which limit a quantity would break first, if any; without a price, as of an amended order.</summary>
    public MarketCheck CheckQuantity(decimal quantity)
    {
        if (MinQuantity is { } minQuantity && quantity < minQuantity)
        {
            return MarketCheck.Broken(MarketRule.MinQuantity, quantity, minQuantity);
        }

        if (MaxQuantity is { } maxQuantity && maxQuantity > 0 && quantity > maxQuantity)
        {
            return MarketCheck.Broken(MarketRule.MaxQuantity, quantity, maxQuantity);
        }

        return Grid.IsOn(quantity, Step) ? MarketCheck.Passed : MarketCheck.Broken(MarketRule.Step, quantity, Step);
    }

    /// <summary>Tells which limit the quantity of an order that trades at the market's price would break first, if any:
    /// those of every quantity, then those of market orders. What it is worth is not judged, for only the venue knows the
    /// average price that it counts with.</summary>
    public MarketCheck CheckMarketQuantity(decimal quantity)
    {
        var check = CheckQuantity(quantity);
        if (!check.IsValid)
        {
            return check;
        }

        if (MarketMinQuantity is { } minQuantity && quantity < minQuantity)
        {
            return MarketCheck.Broken(MarketRule.MarketMinQuantity, quantity, minQuantity);
        }

        if (MarketMaxQuantity is { } maxQuantity && maxQuantity > 0 && quantity > maxQuantity)
        {
            return MarketCheck.Broken(MarketRule.MarketMaxQuantity, quantity, maxQuantity);
        }

        return MarketStep is not { } step || Grid.IsOn(quantity, step)
            ? MarketCheck.Passed
            : MarketCheck.Broken(MarketRule.MarketStep, quantity, step);
    }

    /// <summary>Tells which limit a market order with a quantity in quote units would break, if any: of digits, or of
    /// value. How much it comes to in base units is decided by the venue's book, and not judged.</summary>
    public MarketCheck CheckQuoteQuantity(decimal quoteQuantity) =>
        QuoteDigits is { } digits && RoundQuoteQuantity(quoteQuantity) != quoteQuantity
            ? MarketCheck.Broken(MarketRule.QuoteDigits, quoteQuantity, digits)
            : CheckNotional(quoteQuantity, MinNotionalForMarket == true, MaxNotionalForMarket == true);

    private MarketCheck CheckNotional(decimal notional, bool hasMin, bool hasMax)
    {
        if (hasMin && MinNotional is { } minNotional && notional < minNotional)
        {
            return MarketCheck.Broken(MarketRule.MinNotional, notional, minNotional);
        }

        return hasMax && MaxNotional is { } maxNotional && maxNotional > 0 && notional > maxNotional
            ? MarketCheck.Broken(MarketRule.MaxNotional, notional, maxNotional)
            : MarketCheck.Passed;
    }
}
