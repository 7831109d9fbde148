using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Simulation.Wire;

/// <summary>A record that a simulated exchange writes as its venue does.</summary>
public interface IServerWire
{
    /// <summary>Writes the value, keys in the venue's order.</summary>
    void Write(Utf8JsonWriter w);
}

/// <summary>A record that can be filled from what a simulated exchange knows.</summary>
public interface IServerRecord<TSelf> : IServerWire
    where TSelf : IServerRecord<TSelf>
{
    /// <summary>Filled from values by the names of its properties.</summary>
    /// <exception cref="InvalidOperationException">One that must be there is not.</exception>
    static abstract TSelf FromValues(ServerValues values);
}

/// <summary>What generated writers call.</summary>
public static class ServerWire
{
    // Letters of any script stay as they are.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a decimal as text with the digits it has: <c>1.50</c> stays <c>1.50</c>.</summary>
    public static void WriteDecimalText(this Utf8JsonWriter w, decimal value)
    {
        ArgumentNullException.ThrowIfNull(w);
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        w.WriteStringValue(text[..length]);
    }

    /// <summary>Writes a level as an array of price and quantity.</summary>
    public static void WriteLevel(this Utf8JsonWriter w, Level level, bool asText)
    {
        ArgumentNullException.ThrowIfNull(w);
        w.WriteStartArray();
        if (asText)
        {
            w.WriteDecimalText(level.Price);
            w.WriteDecimalText(level.Quantity);
        }
        else
        {
            w.WriteNumberValue(level.Price);
            w.WriteNumberValue(level.Quantity);
        }

        w.WriteEndArray();
    }

    /// <summary>The JSON of a record, as UTF-8.</summary>
    public static byte[] ToUtf8(this IServerWire value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            value.Write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
