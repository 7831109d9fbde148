using Adapters.Domain;

namespace Adapters.Wire;

/// <content>One field per call, for every type of the language.</content>
public sealed partial class WireWriter
{
    /// <summary>Writes text; nothing where it is null.</summary>
    public void Field(string name, string? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present);
        }
    }

    /// <summary>Writes a boolean; nothing where it is null.</summary>
    public void Field(string name, bool? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            _json.WriteBooleanValue(present);
        }
    }

    /// <summary>Writes a whole number; nothing where it is null.</summary>
    public void Field(string name, int? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            _json.WriteNumberValue(present);
        }
    }

    /// <summary>Writes a whole number; nothing where it is null.</summary>
    public void Field(string name, long? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            _json.WriteNumberValue(present);
        }
    }

    /// <summary>Writes a decimal as exact text; nothing where it is null.</summary>
    public void Field(string name, decimal? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present);
        }
    }

    /// <summary>Writes a number as exact text; nothing where it is null.</summary>
    public void Field(string name, Number? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present.ToString());
        }
    }

    /// <summary>Writes a time as ISO 8601 text; nothing where it is null.</summary>
    public void Field(string name, Timestamp? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present.ToString());
        }
    }

    /// <summary>Writes an asset's code; nothing where it is null.</summary>
    public void Field(string name, Asset? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present.Code);
        }
    }

    /// <summary>Writes an id; nothing where it is null.</summary>
    public void Field(string name, OrderId? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present.ToString());
        }
    }

    /// <summary>Writes an id; nothing where it is null.</summary>
    public void Field(string name, ClientOrderId? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present.ToString());
        }
    }

    /// <summary>Writes an id; nothing where it is null.</summary>
    public void Field(string name, TradeId? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present.ToString());
        }
    }

    /// <summary>Writes JSON as it is; nothing where it is null.</summary>
    public void Field(string name, JsonText? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present);
        }
    }

    /// <summary>Writes a level as [price, quantity]; nothing where it is null.</summary>
    public void Field(string name, Level? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present);
        }
    }

    /// <summary>Writes a symbol's venue text; nothing where it is null.</summary>
    public void Field(string name, Symbol? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present.Name);
        }
    }

    /// <summary>Writes an enum's wire text; nothing where it is null.</summary>
    public void Field(string name, EnumValue? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present.Text);
        }
    }
}
