using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Cli.Decoding;

/// <summary>A venue's answer with candles seldom says how long they are, for the call asked for it. Where each candle
/// tells when it opens and closes, the interval is read off these.</summary>
internal static class CandleInterval
{
    /// <summary>The call's argument.</summary>
    public const string Argument = "interval";

    // Venues give the last moment inside the candle, in their own unit, or the first one after it.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(1);

    /// <summary>The venue's texts for intervals.</summary>
    public static IReadOnlyList<string> Candidates(EndpointInfo? endpoint) =>
        endpoint?.Parameters.FirstOrDefault(static parameter => parameter.Name == Argument)?.Values ?? [];

    /// <summary>Every candle closes where one of its interval does.</summary>
    public static bool Fits(IReadOnlyList<object> domain)
    {
        var candles = domain.OfType<Kline>().ToArray();
        return candles.Length > 0 && candles.All(static candle => candle.CloseTime is { } close
            && IntervalText.End(candle.Interval, candle.OpenTime) - close is var left
            && left >= TimeSpan.Zero && left <= Slack);
    }
}
