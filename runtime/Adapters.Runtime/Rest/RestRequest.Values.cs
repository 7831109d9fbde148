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
            ValueText.Write(_values, value);
            Take(parameter);
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
            ValueText.Write(_values, given);
            Take(parameter);
        }
    }

    /// <summary>Adds true or false.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, bool? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            ValueText.Write(_values, given);
            Take(parameter);
        }
    }

    /// <summary>Adds a decimal with all its digits.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, decimal? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            ValueText.Write(_values, given);
            Take(parameter);
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
            ValueText.Write(_values, given, Layout.Parameters[parameter]);
            Take(parameter);
        }
    }

    /// <summary>Adds a symbol by the venue's name.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, Symbol? value)
    {
        if (value is not null)
        {
            var parameter = Begin(name);
            _values.Append(value.Utf8.Span);
            Take(parameter);
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
            Take(parameter);
        }
    }

    /// <summary>Adds a piece of JSON.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add(string name, JsonText? value)
    {
        if (value is { } given)
        {
            var parameter = Begin(name);
            _values.Append(given.Utf8.Span);
            Take(parameter);
        }
    }

    /// <summary>Adds a value of a wire enum.</summary>
    /// <exception cref="RequestException">The call has no such parameter, or it is given already.</exception>
    public void Add<T>(string name, T value)
        where T : struct, IWireText
    {
        var parameter = Begin(name);
        Write(parameter, value.Text);
        Take(parameter);
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

    /// <summary>Begins the value of a parameter; gives the parameter's place.</summary>
    private int Begin(string name)
    {
        var parameter = PlaceOf(name);
        if (parameter < 0)
        {
            throw Unknown(name);
        }

        if (Layout.Parameters[parameter].Constant is { } constant)
        {
            throw new RequestException(Endpoint, $"{name} is always {constant} and is not given.", name);
        }

        WriteConstants(parameter);
        if (_places[parameter] != 0)
        {
            throw Twice(name);
        }

        _next = parameter + 1;
        _start = _values.Length;
        return parameter;
    }

    /// <summary>The place of a parameter, looked for from the last one given on: calls give them in order.</summary>
    private int PlaceOf(string name)
    {
        var parameters = Layout.Parameters;
        for (var i = _next; i < parameters.Length; i++)
        {
            if (parameters[i].Name == name)
            {
                return i;
            }
        }

        for (var i = Math.Min(_next, parameters.Length) - 1; i >= 0; i--)
        {
            if (parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private RequestException Unknown(string name) => new(
        Endpoint,
        $"it takes no '{name}', but {(Layout.Parameters.Length == 0 ? "nothing" : string.Join(", ", Layout.Parameters.Select(p => p.Name)))}.",
        name);

    private RequestException Twice(string name) => new(Endpoint, $"{name} is given twice.", name);

    private void Write(int parameter, string text)
    {
        if (text.Length == 0)
        {
            var name = Layout.Parameters[parameter].Name;
            throw new RequestException(Endpoint, $"{name} is empty.", name);
        }

        ValueText.Write(_values, text);
    }

    /// <summary>Takes what was written since <see cref="Begin"/> as the value of a parameter.</summary>
    private void Take(int at)
    {
        var parameter = Layout.Parameters[at];
        var value = _values.Span[_start..];
        var inPath = parameter.InPath && !IsFrame;
        if (inPath && value.IsEmpty)
        {
            throw new RequestException(
                Endpoint, $"{parameter.Name} stands in the path and must not be empty.", parameter.Name);
        }

        Note(at, new Given(parameter.Name, _start, value.Length, 1, IsList: false, inPath));
        if (!inPath)
        {
            Put(Layout.PrefixOf(at, _place), value, ValueText.IsQuoted(parameter.Kind, _decimalsAsText));
        }
    }

    private void Note(int parameter, Given given)
    {
        _given.Add(given);
        _places[parameter] = _given.Count;
    }
}
