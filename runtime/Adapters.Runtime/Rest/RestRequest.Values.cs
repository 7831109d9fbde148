using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Rest;

/// <content>Adding single values. What is null is not sent.</content>
public sealed partial class RestRequest
{
    /// <summary>Adds a text.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add(string name, string? value)
    {
        if (value is not null)
        {
            Put(Begin(name), value);
        }

        return this;
    }

    /// <summary>Adds a whole number.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add(string name, int? value) => Add(name, (long?)value);

    /// <summary>Adds a whole number.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add(string name, long? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            Close(parameter, NumberText.Write(given, Open(parameter, NumberText.MaxLength)));
        }

        return this;
    }

    /// <summary>Adds true or false.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add(string name, bool? value)
    {
        if (value is { } given)
        {
            Put(Begin(name), given ? "true"u8 : "false"u8, isPlain: true);
        }

        return this;
    }

    /// <summary>Adds a decimal with all its digits.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add(string name, decimal? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            Close(parameter, NumberText.Write(given, Open(parameter, NumberText.MaxLength)));
        }

        return this;
    }

    /// <summary>Adds a moment in the unit of the parameter, rounded down.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    /// <exception cref="ArgumentException">The parameter is no time.</exception>
    public RestRequest Add(string name, Timestamp? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            ValueText.Write(_values, given, Layout.Parameters[parameter]);
            Take(parameter);
        }

        return this;
    }

    /// <summary>Adds a symbol by the venue's name.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add(string name, Symbol? value)
    {
        if (value is not null)
        {
            Put(Begin(name), value.Utf8.Span, value.IsPlain);
        }

        return this;
    }

    /// <summary>Adds an asset.</summary>
    /// <exception cref="RequestException">The call has no such parameter, it is given already, or the asset is
    /// <c>default</c>, which is none.</exception>
    public RestRequest Add(string name, Asset? value)
    {
        if (value is { } given)
        {
            PutPresent(Begin(name), given.Code);
        }

        return this;
    }

    /// <summary>Adds a piece of JSON.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add(string name, JsonText? value)
    {
        if (value is { } given)
        {
            Put(Begin(name), given.Utf8.Span, isPlain: false);
        }

        return this;
    }

    /// <summary>Adds a value of a wire enum.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add<T>(string name, T value)
        where T : struct, IWireText
    {
        PutPresent(Begin(name), value.Text);
        return this;
    }

    /// <summary>Adds a value of a wire enum.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public RestRequest Add<T>(string name, T? value)
        where T : struct, IWireText
    {
        if (value is { } given)
        {
            Add(name, given);
        }

        return this;
    }
}
