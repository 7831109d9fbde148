using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Records, lists and maps as fields.</content>
public sealed partial class WireWriter
{
    /// <summary>Writes a record that is a class; nothing where it is null.</summary>
    public WireWriter Field(string name, IWireValue? value)
    {
        if (value is not null)
        {
            _json.WritePropertyName(name);
            Value(value);
        }

        return this;
    }

    /// <summary>Writes a record that is a struct; nothing where it is null.</summary>
    public WireWriter Field<T>(string name, T? value)
        where T : struct, IWireValue
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Value(present);
        }

        return this;
    }

    /// <summary>Writes a list of records; nothing where it is null.</summary>
    public WireWriter Field<T>(string name, T[]? values)
        where T : IWireValue => Items(name, values, static (w, value) => w.Value(value));

    /// <summary>Writes a map of records; nothing where it is null.</summary>
    public WireWriter Field<T>(string name, Dictionary<string, T>? values)
        where T : IWireValue => FieldOf(name, values, static (w, key, value) =>
        {
            w._json.WritePropertyName(key);
            w.Value(value);
        });

    /// <summary>Writes a map whose values the caller writes; nothing where it is null.</summary>
    /// <param name="name">The field.</param>
    /// <param name="values">The map.</param>
    /// <param name="write">Writes one entry with <c>Field(key, value)</c>.</param>
    public WireWriter FieldOf<T>(string name, Dictionary<string, T>? values, Action<WireWriter, string, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (values is not null)
        {
            _json.WriteStartObject(name);
            foreach (var (key, value) in values)
            {
                write(this, key, value);
            }

            _json.WriteEndObject();
        }

        return this;
    }

    /// <summary>Writes a list, each item text; nothing where it is null.</summary>
    public WireWriter Field(string name, string[]? values) => Items(name, values, static (w, value) => w.Item(value));

    /// <summary>Writes a list, each item a boolean; nothing where it is null.</summary>
    public WireWriter Field(string name, bool[]? values) => Items(name, values, static (w, value) => w._json.WriteBooleanValue(value));

    /// <summary>Writes a list, each item a whole number; nothing where it is null.</summary>
    public WireWriter Field(string name, int[]? values) => Items(name, values, static (w, value) => w._json.WriteNumberValue(value));

    /// <summary>Writes a list, each item a whole number; nothing where it is null.</summary>
    public WireWriter Field(string name, long[]? values) => Items(name, values, static (w, value) => w._json.WriteNumberValue(value));

    /// <summary>Writes a list, each item exact text; nothing where it is null.</summary>
    public WireWriter Field(string name, decimal[]? values) => Items(name, values, static (w, value) => w.Item(value));

    /// <summary>Writes a list, each item exact text; nothing where it is null.</summary>
    public WireWriter Field(string name, Number[]? values) => Items(name, values, static (w, value) => w.Item(value.ToString()));

    /// <summary>Writes a list, each item ISO 8601 text; nothing where it is null.</summary>
    public WireWriter Field(string name, Timestamp[]? values) => Items(name, values, static (w, value) => w.Item(value.ToString()));

    /// <summary>Writes a list, each item an asset's code; nothing where it is null.</summary>
    public WireWriter Field(string name, Asset[]? values) => Items(name, values, static (w, value) => w.Item(value.Code));

    /// <summary>Writes a list, each item an id; nothing where it is null.</summary>
    public WireWriter Field(string name, OrderId[]? values) => Items(name, values, static (w, value) => w.Item(value.ToString()));

    /// <summary>Writes a list, each item an id; nothing where it is null.</summary>
    public WireWriter Field(string name, ClientOrderId[]? values) => Items(name, values, static (w, value) => w.Item(value.ToString()));

    /// <summary>Writes a list, each item an id; nothing where it is null.</summary>
    public WireWriter Field(string name, TradeId[]? values) => Items(name, values, static (w, value) => w.Item(value.ToString()));

    /// <summary>Writes a list, each item JSON as it is; nothing where it is null.</summary>
    public WireWriter Field(string name, JsonText[]? values) => Items(name, values, static (w, value) => w.Item(value));

    /// <summary>Writes a list, each item [price, quantity]; nothing where it is null.</summary>
    public WireWriter Field(string name, Level[]? values) => Items(name, values, static (w, value) => w.Item(value));

    /// <summary>Writes a list, each item a symbol's venue text; nothing where it is null.</summary>
    public WireWriter Field(string name, Symbol[]? values) => Items(name, values, static (w, value) => w.Item(value.Name));

    /// <summary>Writes a list, each item an enum's wire text; nothing where it is null.</summary>
    public WireWriter Field(string name, EnumValue[]? values) => Items(name, values, static (w, value) => w.Item(value.Text));

    /// <summary>Lists of texts inside a list; left out when null.</summary>
    public WireWriter FieldNested(string name, string[][]? values) => Items(name, values, static (w, list) =>
    {
        w._json.WriteStartArray();
        foreach (var text in list)
        {
            w._json.WriteStringValue(text);
        }

        w._json.WriteEndArray();
    });

    private WireWriter Items<T>(string name, T[]? values, Action<WireWriter, T> write)
    {
        if (values is not null)
        {
            _json.WriteStartArray(name);
            foreach (var value in values)
            {
                write(this, value);
            }

            _json.WriteEndArray();
        }

        return this;
    }
}
