using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Adapters.Domain;

namespace Adapters.Cli.CommandLine;

/// <summary>Words of orders on the command line. Numbers are exact or refused: nothing is rounded by reading it.</summary>
internal static partial class OrderWords
{
    private const int MostDigits = 28;

    /// <summary>Kinds of order by name: <c>stop-limit</c>.</summary>
    public static IReadOnlyDictionary<string, OrderKind> Kinds { get; } = Enum.GetValues<OrderKind>().ToDictionary(Of, StringComparer.OrdinalIgnoreCase);

    /// <summary>Times in force by their usual letters.</summary>
    public static IReadOnlyDictionary<string, TimeInForce> TimesInForce { get; } =
        new Dictionary<string, TimeInForce>(StringComparer.OrdinalIgnoreCase)
        {
            ["gtc"] = TimeInForce.GoodTillCancel,
            ["ioc"] = TimeInForce.ImmediateOrCancel,
            ["fok"] = TimeInForce.FillOrKill,
        };

    /// <summary>The word of a kind of order.</summary>
    public static string Of(OrderKind kind) => WordStart().Replace(kind.ToString(), "-$0").ToLowerInvariant();

    /// <summary>A name of a table.</summary>
    /// <exception cref="UsageException">It is none; the message lists them.</exception>
    public static T? Named<T>(Option<string?> option, ParseResult parsed, IReadOnlyDictionary<string, T> names)
        where T : struct => parsed.GetValue(option) is not { } text
            ? null
            : names.TryGetValue(text, out var value)
                ? value
                : throw new UsageException(
                    $"{option.Name} takes one of {string.Join(", ", names.Keys)}, not '{text}'.{Meant.Of(text, names.Keys)}");

    /// <summary>A price or quantity.</summary>
    /// <exception cref="UsageException">It is none above zero, or has more digits than can be kept.</exception>
    public static decimal Amount(string what, string text)
    {
        if (PlainDecimal().IsMatch(text) && text.Count(char.IsAsciiDigit) <= MostDigits)
        {
            var amount = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            if (amount > 0)
            {
                return amount;
            }
        }

        throw new UsageException(
            $"{what} takes a plain decimal above zero such as 0.001, with at most {MostDigits} digits, not '{text}'.");
    }

    /// <summary>A client's id.</summary>
    /// <exception cref="UsageException">It cannot be one on any exchange.</exception>
    public static ClientOrderId ClientId(string what, string text)
    {
        try
        {
            return ClientOrderId.Parse(text);
        }
        catch (FormatException)
        {
            throw new UsageException($"{what} takes 1 to 36 printable ASCII characters, not '{text}'.");
        }
    }

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?$")]
    private static partial Regex PlainDecimal();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
