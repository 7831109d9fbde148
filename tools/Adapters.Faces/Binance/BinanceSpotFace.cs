using System.Text;
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
        AddMarketData();
        AddStreams();
    }

    /// <inheritdoc/>
    public override int? MaxFrames => 5;

    /// <inheritdoc/>
    public override string? LimitsArgument => "returnRateLimits";

    /// <inheritdoc/>
    public override IReadOnlyList<SimulatedMarketOptions> Markets(SymbolTable symbols) => SampleMarkets.Spot(symbols);

    /// <inheritdoc/>
    public override decimal Style(string name, decimal number) =>
        name == "ChangePercent" ? decimal.Round(number, 3) + 0.000m : decimal.Round(number, 8) + 0.00000000m;

    /// <inheritdoc/>
    public override string? Filler(SimulatedMarket market, string name) => name switch
    {
        "RawM" or "RawIsBestMatch" => "true",
        "RawS" => JsonTexts.Quote(market.Symbol.Name),
        "Raw11" or "RawB" => "\"0\"",
        _ => null,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<SimulatedMarket> Choose(VenueCall call, IReadOnlyList<SimulatedMarket> markets)
    {
        if (markets.Distinct().Count() < markets.Count)
        {
            throw Failure(-1151, "Symbol is present multiple times in the list.").Thrown();
        }

        var wanted = call.Arguments.Text("symbolStatus");
        SimulatedMarket[] chosen = [.. markets.Where(market => wanted is null || Status(market) == wanted)];
        return chosen.Length == 0 && call.IsOne
            ? throw Failure(-1220, "The symbol's status does not match the requested symbolStatus.").Thrown()
            : chosen;
    }

    /// <inheritdoc/>
    public override string MethodName(string sent) => sent is ['v', '3', '/', .. var name] ? name : sent;

    /// <inheritdoc/>
    public override string? Limits(IReadOnlyList<LimitUse> uses) => Encoding.UTF8.GetString(new WireList([.. uses
        .Where(use => Kind(use.Limit) is RateLimitType.RequestWeight or RateLimitType.Orders)
        .Select(use => RateLimit.FromValues(Limit(use.Limit, use.Window, use.Capacity, use.Used)))]).ToUtf8());

    private static string Status(SimulatedMarket market) =>
        market.Instrument.Status == MarketStatus.Trading ? SymbolStatus.Trading : SymbolStatus.Halt;

    private static (string Unit, int Count) Window(TimeSpan window) => window switch
    {
        { TotalDays: >= 1 } => (RateLimitInterval.Day, (int)window.TotalDays),
        { TotalHours: >= 1 } => (RateLimitInterval.Hour, (int)window.TotalHours),
        { TotalMinutes: >= 1 } => (RateLimitInterval.Minute, (int)window.TotalMinutes),
        _ => (RateLimitInterval.Second, (int)window.TotalSeconds),
    };

    private ServerValues Limit(string limit, TimeSpan window, long capacity, long? used) => new(name => name switch
    {
        "Kind" => Kind(limit),
        "Unit" => Window(window).Unit,
        "Per" => Window(window).Count,
        "Capacity" => capacity,
        "Used" => used,
        _ => null,
    });

    private string? Kind(string limit) => Catalogue.Limits.First(item => item.Name == limit).Kind switch
    {
        LimitKind.Weight => RateLimitType.RequestWeight,
        LimitKind.Orders => RateLimitType.Orders,
        LimitKind.Requests => RateLimitType.RawRequests,
        _ => null,
    };
}
