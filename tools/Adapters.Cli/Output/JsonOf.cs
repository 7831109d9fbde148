using System.Globalization;
using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Cli.Output;

/// <summary>Properties of JSON objects; what has no value is left out. Decimals are texts with every digit, times ISO
/// 8601.</summary>
internal static class JsonOf
{
    public static void Put(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Put(this Utf8JsonWriter json, string name, decimal? value) =>
        json.Put(name, value?.ToString(CultureInfo.InvariantCulture));

    public static void Put(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Put(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } truth)
        {
            json.WriteBoolean(name, truth);
        }
    }

    /// <summary>A moment; the epoch stands for none, as in messages that were read from a file.</summary>
    public static void Put(this Utf8JsonWriter json, string name, Timestamp? value)
    {
        if (value is { } time && time != Timestamp.Epoch)
        {
            json.WriteString(name, time.ToString());
        }
    }

    public static void Put(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Levels as <c>[price, quantity]</c>, best first.</summary>
    public static void Put(this Utf8JsonWriter json, string name, IEnumerable<Level> levels)
    {
        json.WriteStartArray(name);
        foreach (var level in levels)
        {
            json.WriteStartArray();
            json.WriteStringValue(level.Price.ToString(CultureInfo.InvariantCulture));
            json.WriteStringValue(level.Quantity.ToString(CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>A symbol by its unified name; where the instruments are not known, the venue's text and
    /// <c>resolved: false</c>.</summary>
    public static void Put(this Utf8JsonWriter json, Symbol symbol)
    {
        json.WriteString("symbol", symbol.ToString());
        if (symbol.IsResolved)
        {
            json.WriteString("venueSymbol", symbol.Name);
        }

        json.WriteBoolean("resolved", symbol.IsResolved);
    }
}
