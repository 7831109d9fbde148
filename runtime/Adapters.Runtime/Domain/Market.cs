namespace Adapters.Domain;

/// <summary>An instrument of a venue with the limits that its orders keep. Prices in quote units, quantities in base
/// units. What depends on the venue's average price or on the account's other orders and balances is no limit here: the
/// venue alone can judge it.</summary>
public sealed partial class Market
{
    private readonly decimal _tick;
    private readonly decimal _step;
    private readonly decimal? _marketStep;
    private readonly int? _quoteDigits;
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

    /// <summary>Quantities of orders that trade at the market's price (market orders, and stops and take-profits without a
    /// limit price) are multiples of it and of <see cref="Step"/>; 0 and absent mean that there is no such limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? MarketStep
    {
        get => _marketStep;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0m, nameof(MarketStep));
            _marketStep = value;
        }
    }

    /// <summary>Smallest quantity of an order that trades at the market's price, besides <see cref="MinQuantity"/>.
    /// </summary>
    public decimal? MarketMinQuantity { get; init; }

    /// <summary>Largest quantity of an order that trades at the market's price, besides <see cref="MaxQuantity"/>; 0 and
    /// absent mean that there is no such limit.</summary>
    public decimal? MarketMaxQuantity { get; init; }

    /// <summary>Smallest price times quantity of an order, quote units.</summary>
    public decimal? MinNotional { get; init; }

    /// <summary>Largest price times quantity of an order, quote units; 0 and absent mean that there is no such limit.
    /// </summary>
    public decimal? MaxNotional { get; init; }

    /// <summary>True where <see cref="MinNotional"/> holds for orders without a price too. Where such an order has a
    /// quantity in base units, the venue counts with an average price of its own.</summary>
    public bool? MinNotionalForMarket { get; init; }

    /// <summary>True where <see cref="MaxNotional"/> holds for orders without a price too, counted in the same way.
    /// </summary>
    public bool? MaxNotionalForMarket { get; init; }

    /// <summary>Digits behind the point that an order's quantity in quote units may have; absent where the venue does not
    /// tell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? QuoteDigits
    {
        get => _quoteDigits;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(QuoteDigits));
            _quoteDigits = value;
        }
    }

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

    /// <inheritdoc/>
    public override string ToString() => UnifiedName;
}
