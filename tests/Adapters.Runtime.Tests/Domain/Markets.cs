using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

/// <summary>Instruments to test with.</summary>
internal static class Markets
{
    internal static Market Spot(
        Symbol symbol, string baseAsset, string quote, MarketStatus status = MarketStatus.Trading, decimal? marketStep = null) => new()
        {
            Symbol = symbol,
            Kind = MarketKind.Spot,
            Base = Asset.Of(baseAsset),
            Quote = Asset.Of(quote),
            Status = status,
            Tick = 0.01m,
            Step = 0.0001m,
            MinPrice = 0.01m,
            MaxPrice = 1_000_000m,
            MinQuantity = 0.0001m,
            MaxQuantity = 9_000m,
            MinNotional = 5m,
            MarketStep = marketStep,
        };

    internal static Market Contract(MarketKind kind, string quote, string? settle, Timestamp? expiry) => new()
    {
        Symbol = new SymbolTable().Get("VENUE_NAME"),
        Kind = kind,
        Base = Asset.Of("BTC"),
        Quote = Asset.Of(quote),
        Settle = settle is null ? null : Asset.Of(settle),
        Status = MarketStatus.Trading,
        Tick = 0.1m,
        Step = 1m,
        Expiry = expiry,
    };
}
