namespace Adapters.Domain;

/// <summary>An instrument of a venue with the limits that its orders keep. Prices in quote units, quantities in base
/// units.</summary>
public sealed class Market
{
    private readonly decimal _tick;
    private readonly decimal _step;
    private string? _unifiedName;

    /// <summary>The venue's symbol.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>What the instrument is.</summary>
    public required MarketKind Kind { get; init; }

    /// <summary>What is traded.</summary>
    public required Asset Base { get; init; }

    /// <summary>What prices are in.</summary>
    public required Asset Quote { get; init; }

    /// <summary>What a contract is settled in; absent for spot.</summary>
    public Asset? Settle { get; init; }

    /// <summary>What can be done in the market now.</summary>
    public required MarketStatus Status { get; init; }

    /// <summary>Prices are multiples of it; 0 where the venue has no such limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required decimal Tick
    {
        get => _tick;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Tick));
            _tick = value;
        }
    }

    /// <summary>Quantities are multiples of it; 0 where the venue has no such limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required decimal Step
    {
        get => _step;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Step));
            _step = value;
        }
    }

    /// <summary>Lowest price; 0 and absent mean that there is no such limit.</summary>
    public decimal? MinPrice { get; init; }

    /// <summary>Highest price; 0 and absent mean that there is no such limit.</summary>
    public decimal? MaxPrice { get; init; }

    /// <summary>Smallest quantity of an order.</summary>
    public decimal? MinQuantity { get; init; }

    /// <summary>Largest quantity of an order; 0 and absent mean that there is no such limit.</summary>
    public decimal? MaxQuantity { get; init; }

    /// <summary>Smallest price times quantity of an order, quote units.</summary>
    public decimal? MinNotional { get; init; }

    /// <summary>Base units per contract; absent for spot.</summary>
    public decimal? ContractSize { get; init; }

    /// <summary>When a dated contract ends.</summary>
    public Timestamp? Expiry { get; init; }

    /// <summary>How many orders an account may have open here.</summary>
    public int? MaxOpenOrders { get; init; }

    /// <summary>
    /// <c>BTC/USDT</c>, <c>BTC/USDT:USDT</c> for a perpetual, <c>BTC/USDT:USDT-261225</c> for a dated future. The
    /// venue's own name where these do not identify the instrument (an option; a future without date or settlement).
    /// </summary>
    public string UnifiedName => _unifiedName ??= MarketName.Of(this);

    /// <summary>Brings a price onto the tick.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    /// <exception cref="OverflowException">No decimal holds the rounded price exactly.</exception>
    public decimal RoundPrice(decimal price, Rounding rounding) => Grid.Round(price, Tick, rounding);

    /// <summary>Brings a quantity onto the step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="OverflowException">No decimal holds the rounded quantity exactly.</exception>
    public decimal RoundQuantity(decimal quantity, Rounding rounding) => Grid.Round(quantity, Step, rounding);

    /// <summary>Tells which limit an order of this price and quantity would break first, if any.</summary>
    public MarketCheck Check(decimal price, decimal quantity)
    {
        var check = CheckPrice(price);
        check = check.IsValid ? CheckQuantity(quantity) : check;
        return check.IsValid && MinNotional is { } minNotional && price * quantity < minNotional
            ? MarketCheck.Broken(MarketRule.MinNotional, price * quantity, minNotional)
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

    /// <summary>Tells which limit a quantity would break first, if any; without a price, as of market orders.</summary>
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

    /// <inheritdoc/>
    public override string ToString() => UnifiedName;
}
