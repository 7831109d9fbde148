using System.Buffers;
using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Wire;

/// <summary>
/// Writes typed values as JSON objects by their spec names, for tools and tests: decimals exactly as JSON text, times
/// as ISO 8601 text, enums and symbols as the venue's text. Fields without a value are left out.
/// </summary>
public sealed partial class WireWriter
{
    private readonly Utf8JsonWriter _json;

    /// <summary>Writes into a JSON writer, which the caller flushes.</summary>
    public WireWriter(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _json = json;
    }

    /// <summary>One value as JSON text.</summary>
    public static string ToJson(IWireValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            new WireWriter(json).Value(value);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one record as an object.</summary>
    public void Value(IWireValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _json.WriteStartObject();
        value.WriteTo(this);
        _json.WriteEndObject();
    }

    /// <summary>Writes records as an array of objects.</summary>
    public void Values<T>(ReadOnlySpan<T> values)
        where T : IWireValue
    {
        _json.WriteStartArray();
        foreach (var value in values)
        {
            Value(value);
        }

        _json.WriteEndArray();
    }

    private void Item(string value) => _json.WriteStringValue(value);

    private void Item(decimal value) => _json.WriteStringValue(Domain.Number.FromDecimal(value).ToString());

    private void Item(JsonText value)
    {
        if (value.Utf8.IsEmpty)
        {
            _json.WriteNullValue();
        }
        else
        {
            _json.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
        }
    }

    private void Item(Level value)
    {
        _json.WriteStartArray();
        Item(value.Price);
        Item(value.Quantity);
        _json.WriteEndArray();
    }
}
