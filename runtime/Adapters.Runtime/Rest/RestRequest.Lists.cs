using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Rest;

/// <content>Adding lists, in the form the venue takes them: a JSON array, commas, or the name repeated; and values by
/// text. A list that is null is not sent; an empty one is an error, for venues read it as everything or as nothing.
/// </content>
public sealed partial class RestRequest
{
    /// <summary>Adds texts.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<string>? values) =>
        AddList(name, values, static (value, item, _) => ValueText.Write(item, value));

    /// <summary>Adds whole numbers.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<int>? values) =>
        AddList(name, values, static (value, item, _) => ValueText.Write(item, value));

    /// <summary>Adds whole numbers.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<long>? values) =>
        AddList(name, values, static (value, item, _) => ValueText.Write(item, value));

    /// <summary>Adds truth values.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<bool>? values) =>
        AddList(name, values, static (value, item, _) => ValueText.Write(item, value));

    /// <summary>Adds decimals with all their digits.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<decimal>? values) =>
        AddList(name, values, static (value, item, _) => ValueText.Write(item, value));

    /// <summary>Adds moments in the unit of the parameter.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<Timestamp>? values) =>
        AddList(name, values, static (value, item, parameter) => ValueText.Write(item, value, parameter));

    /// <summary>Adds symbols by the venue's names.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<Symbol>? values) =>
        AddList(name, values, static (value, item, _) => item.Append(value.Utf8.Span));

    /// <summary>Adds assets.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<Asset>? values) =>
        AddList(name, values, static (value, item, _) => ValueText.Write(item, value.Code));

    /// <summary>Adds pieces of JSON.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<JsonText>? values) =>
        AddList(name, values, static (value, item, _) => item.Append(value.Utf8.Span));

    /// <summary>Adds values of a wire enum.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add<T>(string name, IReadOnlyList<T>? values)
        where T : struct, IWireText =>
        AddList(name, values, static (value, item, _) => ValueText.Write(item, value.Text));

    /// <summary>Adds a value by its text, for tools: a list is written with commas or as a JSON array, and a name that the
    /// specification does not know is sent as it is.</summary>
    /// <exception cref="RequestException">It is given already, or a list cannot be read.</exception>
    public void AddRaw(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        var place = PlaceOf(name);
        if (place < 0)
        {
            AddUnknown(name, value);
        }
        else if (Layout.Parameters[place].IsList)
        {
            Add(name, Items(Layout.Parameters[place], value));
        }
        else
        {
            Add(name, value);
        }
    }

    private void AddUnknown(string name, string value)
    {
        if (Find(name) is not null)
        {
            throw Twice(name);
        }

        _start = _values.Length;
        ValueText.Write(_values, value);
        var written = _values.Span[_start..];
        NoteStranger(name, _start, written.Length);
        Put(RequestLayout.Prefix(_place, name), written, isQuoted: true);
    }

    private string[] Items(ParameterInfo parameter, string value)
    {
        if (!value.StartsWith('['))
        {
            return value.Split(',');
        }

        try
        {
            using var list = JsonDocument.Parse(value);
            return [.. list.RootElement.EnumerateArray().Select(static item => item.ToString())];
        }
        catch (JsonException error)
        {
            throw new RequestException(
                Endpoint, $"{parameter.Name} is neither a JSON array nor a list with commas: {error.Message}", parameter.Name);
        }
    }

    private RestRequest AddList<T>(string name, IReadOnlyList<T>? values, Action<T, ByteBuffer, ParameterInfo> write)
    {
        if (values is null)
        {
            return this;
        }

        var at = Begin(name);
        var slot = _slots[at];
        var parameter = Layout.Parameters[at];
        if (values.Count == 0)
        {
            throw new RequestException(Endpoint, $"{name} is an empty list. Leave it out instead.", name);
        }

        var isBody = _place == ParameterPlace.Body;
        var isJson = isBody || _listForm == "json";
        var isQuoted = ValueText.IsQuoted(parameter.Kind, _decimalsAsText);
        for (var i = 0; i < values.Count; i++)
        {
            _item.Truncate(0);
            write(values[i], _item, parameter);
            if (_listForm == "repeat" && !isBody)
            {
                Put(slot.Prefix, _item.Span, isQuoted: false);
                continue;
            }

            _values.Append(i > 0 ? ","u8 : isJson ? "["u8 : default);
            if (isJson && isQuoted)
            {
                ValueText.Quote(_values, _item.Span);
            }
            else
            {
                _values.Append(_item.Span);
            }
        }

        _values.Append(isJson ? "]"u8 : default);
        Note(at, _start, _values.Length - _start, isEncoded: false, values.Count);
        if (!slot.InPath && (isJson || _listForm != "repeat"))
        {
            Put(slot.Prefix, _values.Span[_start..], isQuoted: false);
        }

        return this;
    }
}
