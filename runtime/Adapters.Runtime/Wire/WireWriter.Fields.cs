using Adapters.Domain;

namespace Adapters.Wire;

/// <content>One field per call, for every type of the language. Each gives the writer back for the next.</content>
public sealed partial class WireWriter
{
    /// <summary>Writes text; nothing where it is null.</summary>
    public WireWriter Field(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }

        return this;
    }

    /// <summary>Writes a boolean; nothing where it is null.</summary>
    public WireWriter Field(string name, bool? value)
    {
        if (value is { } present)
        {
            _json.WriteBoolean(name, present);
        }

        return this;
    }

    /// <summary>Writes a whole number; nothing where it is null.</summary>
    public WireWriter Field(string name, int? value) => Field(name, (long?)value);

    /// <summary>Writes a whole number; nothing where it is null.</summary>
    public WireWriter Field(string name, long? value)
    {
        if (value is { } present)
        {
            _json.WriteNumber(name, present);
        }

        return this;
    }

    /// <summary>Writes a decimal as exact text; nothing where it is null.</summary>
    public WireWriter Field(string name, decimal? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present);
        }

        return this;
    }

    /// <summary>Writes a number as exact text; nothing where it is null.</summary>
    public WireWriter Field(string name, Number? value) => Field(name, value?.ToString());

    /// <summary>Writes a time as ISO 8601 text; nothing where it is null.</summary>
    public WireWriter Field(string name, Timestamp? value) => Field(name, value?.ToString());

    /// <summary>Writes an asset's code; nothing where it is null.</summary>
    public WireWriter Field(string name, Asset? value) => Field(name, value?.Code);

    /// <summary>Writes an id; nothing where it is null.</summary>
    public WireWriter Field(string name, OrderId? value) => Field(name, value?.ToString());

    /// <summary>Writes an id; nothing where it is null.</summary>
    public WireWriter Field(string name, ClientOrderId? value) => Field(name, value?.ToString());

    /// <summary>Writes an id; nothing where it is null.</summary>
    public WireWriter Field(string name, TradeId? value) => Field(name, value?.ToString());

    /// <summary>Writes JSON as it is; nothing where it is null.</summary>
    public WireWriter Field(string name, JsonText? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present);
        }

        return this;
    }

    /// <summary>Writes a level as [price, quantity]; nothing where it is null.</summary>
    public WireWriter Field(string name, Level? value)
    {
        if (value is { } present)
        {
            _json.WritePropertyName(name);
            Item(present);
        }

        return this;
    }

    /// <summary>Writes a symbol's venue text; nothing where it is null.</summary>
    public WireWriter Field(string name, Symbol? value) => Field(name, value?.Name);

    /// <summary>Writes an enum's wire text; nothing where it is null.</summary>
    public WireWriter Field(string name, EnumValue? value) => Field(name, value?.Text);
}
