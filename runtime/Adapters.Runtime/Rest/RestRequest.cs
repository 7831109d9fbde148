using System.Text;
using Adapters.Catalogue;
using Adapters.Errors;
using Adapters.Limits;

namespace Adapters.Rest;

/// <summary>
/// A call being written: parameters are encoded at once, in the order given, into one buffer that is sent as it is.
/// Made by RestClient.Create and used up by sending, after which it belongs to the client's pool again and
/// must not be touched. Not for several threads at once.
/// </summary>
public sealed partial class RestRequest : IGivenParameters
{
    private readonly ByteBuffer _item = new(64);
    private readonly ByteBuffer _values = new(256);
    private readonly ByteBuffer _encoded = new(512);
    private readonly List<Given> _given = new(16);
    private readonly bool _decimalsAsText;
    private readonly string _listForm;
    private EndpointInfo? _endpoint;
    private int _constants;
    private int _unsigned = -1;

    internal RestRequest(RestShape shape)
    {
        _decimalsAsText = shape.DecimalsAsText;
        _listForm = shape.ListForm;
    }

    /// <summary>What is called.</summary>
    /// <exception cref="InvalidOperationException">The request was sent.</exception>
    public EndpointInfo Endpoint => _endpoint
        ?? throw new InvalidOperationException("This request was sent already. Create another one.");

    /// <summary>Cancels draw on a share of the limits that nothing else may use.</summary>
    public LimitPriority Priority { get; set; }

    /// <summary>How long the call may wait for the rate limiter; null for what the client's options say. Zero does not
    /// wait.</summary>
    public TimeSpan? MaxLimiterWait { get; set; }

    internal int UnsignedLength => _unsigned < 0 ? _encoded.Length : _unsigned;

    internal ReadOnlyMemory<byte> Encoded => _encoded.Memory;

    /// <summary>Tells whether a parameter is given, its value as text (null for a list) and its number of items.</summary>
    public bool TryGet(string name, out string? text, out int count)
    {
        if (Find(name) is not { } given)
        {
            text = null;
            count = 0;
            return false;
        }

        text = given.IsList ? null : Encoding.UTF8.GetString(Value(given));
        count = given.Items;
        return true;
    }

    internal void Start(EndpointInfo endpoint)
    {
        _endpoint = endpoint;
        Priority = LimitPriority.Normal;
        MaxLimiterWait = null;
    }

    /// <summary>Wipes what was written, so that the next call starts anew.</summary>
    internal void Clear()
    {
        _endpoint = null;
        _item.Truncate(0);
        _values.Truncate(0);
        _encoded.Truncate(0);
        _given.Clear();
        _constants = 0;
        _unsigned = -1;
    }

    /// <summary>Writes the constants that are left and checks that the request is whole.</summary>
    /// <exception cref="RequestException">Parameters are missing or contradict each other.</exception>
    internal void Complete()
    {
        WriteConstants(Endpoint.Parameters.Count);
        var missing = Endpoint.Parameters.Where(parameter => parameter.IsRequired && Find(parameter.Name) is null)
            .Select(static parameter => parameter.Name).ToArray();
        if (missing.Length > 0)
        {
            throw new RequestException(Endpoint, $"{string.Join(", ", missing)} must be given.", missing);
        }

        foreach (var need in Endpoint.Needs)
        {
            if (!need.Holds(name => Find(name) is not null))
            {
                var given = need.Parameters.Where(name => Find(name) is not null).ToArray();
                throw new RequestException(
                    Endpoint,
                    $"it takes {need}; given: {(given.Length == 0 ? "none" : string.Join(", ", given))}.",
                    need.Parameters);
            }
        }
    }

    /// <summary>Adds a parameter of authentication; <see cref="RemoveAuthentication"/> takes all of them away again.
    /// </summary>
    internal void AddAuthentication(string name, ReadOnlySpan<byte> value, bool isQuoted)
    {
        _unsigned = UnsignedLength;
        Put(name, value, isQuoted);
    }

    /// <summary>Ends a JSON body; taken away with what authentication added.</summary>
    internal void Close()
    {
        if (Endpoint.Place == ParameterPlace.Body)
        {
            _unsigned = UnsignedLength;
            _encoded.Append(_encoded.Length == 0 ? "{}"u8 : "}"u8);
        }
    }

    internal void RemoveAuthentication()
    {
        if (_unsigned >= 0)
        {
            _encoded.Truncate(_unsigned);
            _unsigned = -1;
        }
    }

    /// <summary>The path with its parameters, percent-encoded, and the query where parameters stand there.</summary>
    /// <param name="withAuthentication">False leaves out what authentication added.</param>
    internal string Target(bool withAuthentication)
    {
        var path = PathText();
        var length = withAuthentication ? _encoded.Length : UnsignedLength;
        return Endpoint.Place == ParameterPlace.Query && length > 0
            ? string.Concat(path, "?", Encoding.ASCII.GetString(_encoded.Span[..length]))
            : path;
    }

    /// <summary>The path with its parameters, percent-encoded.</summary>
    internal string PathText()
    {
        var template = Endpoint.Path
            ?? throw new RequestException(Endpoint, "it can only be called over a socket.");
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        var path = new StringBuilder(template);
        foreach (var given in _given)
        {
            if (given.InPath)
            {
                _item.Truncate(0);
                PercentEncoding.Append(_item, Value(given));
                path.Replace($"{{{given.Name}}}", Encoding.ASCII.GetString(_item.Span));
            }
        }

        return path.ToString();
    }

    private ReadOnlySpan<byte> Value(Given given) => _values.Span.Slice(given.Start, given.Length);

    private Given? Find(string name)
    {
        foreach (var given in _given)
        {
            if (given.Name == name)
            {
                return given;
            }
        }

        return null;
    }

    /// <summary>A pair of a query or form, or a property of a body.</summary>
    private void Put(string name, ReadOnlySpan<byte> value, bool isQuoted)
    {
        if (Endpoint.Place == ParameterPlace.Body)
        {
            _encoded.Append(_encoded.Length == 0 ? (byte)'{' : (byte)',');
            ValueText.Quote(_encoded, Encoding.UTF8.GetBytes(name));
            _encoded.Append((byte)':');
            if (isQuoted)
            {
                ValueText.Quote(_encoded, value);
            }
            else
            {
                _encoded.Append(value);
            }

            return;
        }

        if (_encoded.Length > 0)
        {
            _encoded.Append((byte)'&');
        }

        var start = _encoded.Length;
        ValueText.Write(_encoded, name);
        if (!IsPlain(_encoded.Span[start..]))
        {
            _encoded.Truncate(start);
            PercentEncoding.Append(_encoded, Encoding.UTF8.GetBytes(name));
        }

        _encoded.Append((byte)'=');
        PercentEncoding.Append(_encoded, value);
    }

    private static bool IsPlain(ReadOnlySpan<byte> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)c))
            {
                return false;
            }
        }

        return true;
    }

    private void WriteConstants(int before)
    {
        for (; _constants < before; _constants++)
        {
            if (Endpoint.Parameters[_constants] is { Constant: { } constant } parameter)
            {
                _item.Truncate(0);
                ValueText.Write(_item, constant);
                Take(parameter, parameter.Name);
            }
        }
    }

    private readonly record struct Given(string Name, int Start, int Length, int Items, bool IsList, bool InPath);
}
