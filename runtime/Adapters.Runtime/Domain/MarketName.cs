using System.Globalization;

namespace Adapters.Domain;

/// <summary>Unified names, made from an instrument's assets and never from the letters of its symbol.</summary>
internal static class MarketName
{
    internal static string Of(Market market)
    {
        var pair = $"{market.Base}/{market.Quote}";
        return market.Kind switch
        {
            MarketKind.Spot => pair,
            MarketKind.LinearPerpetual or MarketKind.InversePerpetual when market.Settle is { } settle =>
                $"{pair}:{settle}",
            MarketKind.LinearFuture or MarketKind.InverseFuture
                when market.Settle is { } settle && market.Expiry is { } expiry =>
                $"{pair}:{settle}-{expiry.ToDateTimeOffset().ToString("yyMMdd", CultureInfo.InvariantCulture)}",
            _ => market.Symbol.Name,
        };
    }
}
