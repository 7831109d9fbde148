using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Records, lists and maps as fields.</content>
public sealed partial class WireWriter
{
    /// <summary>Writes a record that is a class; nothing where it is null.</summary>
    public void Field(string name, IWireValue? value)
    {
        if (value is not null)
        {
            _json.WritePropertyName(name);
            Value(value);
        }
    }

    /// <summary>Writes a record that is a struct; nothing where it is null.</summary>
    public void Field<T>(string name, T? value)
        where T : struct, IWireValue
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Value(present);
        }
    }

    /// <summary>Writes a list of records; nothing where it is null.</summary>
    public void Field<T>(string name, T[]? values)
        where T : IWireValue
    {
        if (values is not null)
        {
            _json.WritePropertyName(name);
            Values<T>(values);
        }
    }

    /// <summary>Writes a map of records; nothing where it is null.</summary>
    public void Field<T>(string name, Dictionary<string, T>? values)
        where T : IWireValue
    {
        if (values is not null)
        {
            _json.WriteStartObject(name);
            foreach (var (key, value) in values)
            {
                _json.WritePropertyName(key);
                Value(value);
            }

            _json.WriteEndObject();
        }
    }

    /// <summary>Writes a map whose values the caller writes; nothing where it is null.</summary>
    /// <param name="name">The field.</param>
    /// <param name="values">The map.</param>
    /// <param name="write">Writes one entry with <c>Field(key, value)</c>.</param>
    public void FieldOf<T>(string name, Dictionary<string, T>? values, Action<WireWriter, string, T> write)
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
    }

    /// <summary>Writes a list, each item text; nothing where it is null.</summary>
    public void Field(string name, string[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item a boolean; nothing where it is null.</summary>
    public void Field(string name, bool[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteBooleanValue(value);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item a whole number; nothing where it is null.</summary>
    public void Field(string name, int[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteNumberValue(value);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item a whole number; nothing where it is null.</summary>
    public void Field(string name, long[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteNumberValue(value);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item a decimal as exact text; nothing where it is null.</summary>
    public void Field(string name, decimal[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item a number as exact text; nothing where it is null.</summary>
    public void Field(string name, Number[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value.ToString());
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item a time as ISO 8601 text; nothing where it is null.</summary>
    public void Field(string name, Timestamp[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value.ToString());
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item an asset's code; nothing where it is null.</summary>
    public void Field(string name, Asset[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value.Code);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item an id; nothing where it is null.</summary>
    public void Field(string name, OrderId[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value.ToString());
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item an id; nothing where it is null.</summary>
    public void Field(string name, ClientOrderId[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value.ToString());
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item an id; nothing where it is null.</summary>
    public void Field(string name, TradeId[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value.ToString());
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item JSON as it is; nothing where it is null.</summary>
    public void Field(string name, JsonText[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item a level as [price, quantity]; nothing where it is null.</summary>
    public void Field(string name, Level[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item a symbol's venue text; nothing where it is null.</summary>
    public void Field(string name, Symbol[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value.Name);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a list, each item an enum's wire text; nothing where it is null.</summary>
    public void Field(string name, EnumValue[]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            Item(value.Text);
        }

        _json.WriteEndArray();
    }

    /// <summary>Lists of texts inside a list; left out when null.</summary>
    public void FieldNested(string name, string[][]? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (var list in values)
        {
            _json.WriteStartArray();
            foreach (var text in list)
            {
                _json.WriteStringValue(text);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }
}
