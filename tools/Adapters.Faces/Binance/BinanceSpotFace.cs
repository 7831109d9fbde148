using Adapters.Binance.Spot;
using Adapters.Faces.Binance.Wire;
using Adapters.Limits;

namespace Adapters.Faces.Binance;

/// <summary>Binance spot, as its clients see it.
/// <see href="https://github.com/binance/binance-spot-api-docs"/></summary>
public sealed partial class BinanceSpotFace : VenueFace
{
    /// <summary>Makes the face.</summary>
    public BinanceSpotFace()
        : base(BinanceSpotCatalogue.Instance)
    {
        Requests = new SocketRequests(this, "method", "params");
        Requests.Malformed("SUBSCRIBE", "UNSUBSCRIBE");
        Requests.Topics("LIST_SUBSCRIPTIONS");
        Requests.Envelopes("SET_PROPERTY", "GET_PROPERTY", "combined");
        AddRefusals();
        AddOrderRefusals();
        AddMarketData();
        AddStreams();
        AddTrading();
        AddAccount();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SocketPath> Paths { get; } =
    [
        new("/ws", "market") { IsRaw = true },
        new("/stream", "market") { TopicsIn = "streams" },
        new("/ws-api/v3", "api") { LimitsIn = "returnRateLimits" },
    ];

    /// <inheritdoc/>
    public override PageNames Pages { get; } = new("limit", "startTime", "endTime");

    /// <inheritdoc/>
    public override WordTable<LimitKind> LimitWords { get; } = new(
        (LimitKind.Weight, RateLimitType.RequestWeight), (LimitKind.Orders, RateLimitType.Orders),
        (LimitKind.Requests, RateLimitType.RawRequests));

    /// <inheritdoc/>
    public override bool FillsFreeOrders => true;

    /// <inheritdoc/>
    public override int? MaxFrames => 5;

    /// <inheritdoc/>
    public override int MaxListening => 1000;

    /// <inheritdoc/>
    public override int MaxListeningEver => 65_535;

    /// <inheritdoc/>
    public override int MaxDigits => 8;

    /// <inheritdoc/>
    public override TimeSpan? LongestHistory => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public override TimeSpan? ArchiveAfter => TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public override string? LimitsArgument => "returnRateLimits";

    /// <inheritdoc/>
    public override IReadOnlyList<SimulatedMarketOptions> Markets(SymbolTable symbols) => SampleMarkets.Spot(symbols);

    /// <inheritdoc/>
    public override decimal Style(string name, decimal number) => name == "ChangePercent"
        ? decimal.Round(number, 3) + 0.000m
        : decimal.Round(number, 8, MidpointRounding.ToZero) + 0.00000000m;

    /// <inheritdoc/>
    public override string? Filler(SimulatedMarket market, string name) => name switch
    {
        "RawM" or "RawIsBestMatch" => "true",
        "RawS" => JsonTexts.Quote(market.Symbol.Name),
        "Raw11" or "RawB" => "\"0\"",
        _ => null,
    };

    /// <inheritdoc/>
    public override string? StatusArgument => "symbolStatus";

    /// <inheritdoc/>
    public override string StatusOf(SimulatedMarket market) =>
        market.Status == MarketStatus.Trading ? SymbolStatus.Trading : SymbolStatus.Halt;

    /// <inheritdoc/>
    public override string MethodName(string sent) => sent is ['v', '3', '/', .. var name] ? name : sent;

    /// <inheritdoc/>
    public override string? Limits(IReadOnlyList<LimitUse> uses) =>
        Told<RateLimit>(uses, LimitKind.Weight, LimitKind.Orders);
}
