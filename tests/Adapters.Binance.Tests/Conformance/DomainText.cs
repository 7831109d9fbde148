using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Domain values as lines a person can check against a payload: members in the order of the type, absent ones
/// left out, decimals without trailing zeros, times in milliseconds since 1970.</summary>
internal static class DomainText
{
    /// <summary>The domain values of a payload, or its typed fields where it has none.</summary>
    public static IReadOnlyList<string> Lines(Inspection inspection) => inspection.Domain.Count > 0
        ? [.. inspection.Domain.Select(Line)]
        : [.. inspection.Value.Items.Select(item => "wire " + WireWriter.ToJson(item))];

    private static string Line(object value)
    {
        var text = new StringBuilder(value.GetType().Name);
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // The moment of the test, and what follows from other members.
            if (property.Name is "ReceivedAt" or "IsOpen" or "Ref" or "Total" || property.GetIndexParameters().Length > 0)
            {
                continue;
            }

            if (Text(property.GetValue(value)) is { } shown)
            {
                text.Append(CultureInfo.InvariantCulture, $" {property.Name}={shown}");
            }
        }

        return text.ToString();
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        decimal number => Trimmed(number),
        Timestamp time => time.UnixMilliseconds.ToString(CultureInfo.InvariantCulture),
        Symbol symbol => symbol.Name,
        Asset asset => asset.Code,
        Level level => $"{Trimmed(level.Price)}x{Trimmed(level.Quantity)}",
        string text => text,
        IEnumerable items => $"[{string.Join(' ', items.Cast<object>().Select(Text))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Trimmed(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
