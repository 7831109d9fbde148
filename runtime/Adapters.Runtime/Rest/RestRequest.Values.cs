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
    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            var parameter = Begin(name);
            ValueText.Write(_item, value);
            Take(parameter, name);
        }
    }

    /// <summary>Adds a whole number.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, int? value) => Add(name, (long?)value);

    /// <summary>Adds a whole number.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, long? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            ValueText.Write(_item, given);
            Take(parameter, name);
        }
    }

    /// <summary>Adds true or false.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, bool? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            ValueText.Write(_item, given);
            Take(parameter, name);
        }
    }

    /// <summary>Adds a decimal with all its digits.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, decimal? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            ValueText.Write(_item, given);
            Take(parameter, name);
        }
    }

    /// <summary>Adds a moment in the unit of the parameter, rounded down.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    /// <exception cref="ArgumentException">The parameter is no time.</exception>
    public void Add(string name, Timestamp? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            ValueText.Write(_item, given, parameter);
            Take(parameter, name);
        }
    }

    /// <summary>Adds a symbol by the venue's name.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, Symbol? value)
    {
        if (value is not null)
        {
            var parameter = Begin(name);
            _item.Append(value.Utf8.Span);
            Take(parameter, name);
        }
    }

    /// <summary>Adds an asset.</summary>
    /// <exception cref="RequestException">The call has no such parameter, it is given already, or the asset is
    /// <c>default</c>, which is none.</exception>
    public void Add(string name, Asset? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            Write(parameter, given.Code);
            Take(parameter, name);
        }
    }

    /// <summary>Adds a piece of JSON.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, JsonText? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            _item.Append(given.Utf8.Span);
            Take(parameter, name);
        }
    }

    /// <summary>Adds a value of a wire enum.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add<T>(string name, T value)
        where T : struct, IWireText
    {
        var parameter = Begin(name);
        Write(parameter, value.Text);
        Take(parameter, name);
    }

    /// <summary>Adds a value of a wire enum.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add<T>(string name, T? value)
        where T : struct, IWireText
    {
        if (value is { } given)
        {
            Add(name, given);
        }
    }

    private ParameterInfo Begin(string name)
    {
        var parameters = Endpoint.Parameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name)
            {
                WriteConstants(i);
                ThrowIfGiven(name);
                _item.Truncate(0);
                return parameters[i];
            }
        }

        throw new RequestException(
            Endpoint,
            $"it takes no '{name}', but {(parameters.Count == 0 ? "nothing" : string.Join(", ", parameters.Select(p => p.Name)))}.",
            name);
    }

    private void ThrowIfGiven(string name)
    {
        if (Find(name) is not null)
        {
            throw new RequestException(Endpoint, $"{name} is given twice.", name);
        }
    }

    private void Write(ParameterInfo parameter, string text)
    {
        if (text.Length == 0)
        {
            throw new RequestException(Endpoint, $"{parameter.Name} is empty.", parameter.Name);
        }

        ValueText.Write(_item, text);
    }

    /// <summary>Takes what stands in the item buffer as the value of a parameter.</summary>
    private void Take(ParameterInfo? parameter, string name)
    {
        var start = _values.Length;
        _values.Append(_item.Span);
        var inPath = parameter is { InPath: true };
        if (inPath && _item.Length == 0)
        {
            throw new RequestException(Endpoint, $"{name} stands in the path and must not be empty.", name);
        }

        _given.Add(new Given(name, start, _item.Length, 1, IsList: false, inPath));
        if (!inPath)
        {
            Put(name, _item.Span, parameter is null || ValueText.IsQuoted(parameter.Kind, _decimalsAsText));
        }
    }
}
