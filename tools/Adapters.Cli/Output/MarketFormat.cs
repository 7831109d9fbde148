using System.Globalization;
using Adapters.Domain;

namespace Adapters.Cli.Output;

/// <summary>Prices and quantities with the decimals of a market's tick and step; never fewer digits than a value has.
/// </summary>
internal sealed class MarketFormat(Market? market)
{
    private readonly int _priceDecimals = Decimals(market?.Tick ?? 0m);
    private readonly int _quantityDecimals = Decimals(market?.Step ?? 0m);

    /// <summary>The format of a symbol's market.</summary>
    public static MarketFormat Of(Symbol symbol) => new(symbol.Market);

    /// <summary>A price in quote units.</summary>
    public string Price(decimal? price) => Text(price, _priceDecimals);

    /// <summary>A quantity in base units.</summary>
    public string Quantity(decimal? quantity) => Text(quantity, _quantityDecimals);

    /// <summary>A price with thousands apart, for eyes alone.</summary>
    public string WidePrice(decimal? price) => Text(price, _priceDecimals, "N");

    /// <summary>A traded amount: four digits after the point are plenty.</summary>
    public static string Amount(decimal? amount) => Rounded(amount, "#,0.####");

    /// <summary>A traded amount without thousands apart, for columns that programs may read.</summary>
    public static string PlainAmount(decimal? amount) => Rounded(amount, "0.####");

    /// <summary>A number with all its digits.</summary>
    public static string Plain(decimal? number) => Text(number, 0);

    /// <summary>A change in percent with its sign.</summary>
    public static string Percent(decimal? percent) => percent is { } value
        ? value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + "%"
        : "";

    private static string Rounded(decimal? amount, string format) => amount is { } value
        ? Math.Round(value, value >= 1000m ? 0 : 4).ToString(format, CultureInfo.InvariantCulture)
        : "";

    private static string Text(decimal? number, int decimals, string format = "F") => number is { } value
        ? value.ToString(
            format + Math.Max(decimals, Decimals(value)).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : "";

    // Dividing by one with all its zeros takes the trailing zeros away.
    private static int Decimals(decimal value) => (value / 1.0000000000000000000000000000m).Scale;
}
