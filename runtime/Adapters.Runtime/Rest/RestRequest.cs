using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
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
    private readonly List<string> _strangers = []; // names of what is given and no parameter of the endpoint
    private readonly bool _decimalsAsText;
    private readonly string _listForm;
    private EndpointInfo? _endpoint;
    private RequestLayout? _layout;
    private RequestLayout.Slot[] _slots = [];
    private Given[] _given = new Given[16];
    private int _givenCount;
    private ParameterPlace _place;
    private int[] _places = []; // by parameter: 1 + its place in _given, 0 where it is not given
    private int _next; // the parameter after the last one given, which is the likeliest to follow
    private int _start; // of the value being written
    private int _constants;
    private int _unsigned = -1;

    internal RestRequest(RestShape shape)
    {
        _decimalsAsText = shape.DecimalsAsText;
        _listForm = shape.ListForm;
    }

    /// <summary>What is called.</summary>
    /// <exception cref="InvalidOperationException">The request was sent.</exception>
    public EndpointInfo Endpoint => _endpoint ?? throw UsedUp();

    /// <summary>Cancels draw on a share of the limits that nothing else may use.</summary>
    public LimitPriority Priority { get; set; }

    /// <summary>How long the call may wait for the rate limiter; null for what the client's options say. Zero does not
    /// wait.</summary>
    public TimeSpan? MaxLimiterWait { get; set; }

    /// <summary>Hears of each attempt just before it leaves, and of the time that it carries.</summary>
    internal Action<Timestamp>? Leaving { get; set; }

    internal int UnsignedLength => _unsigned < 0 ? _encoded.Length : _unsigned;

    /// <summary>It goes over a socket: its parameters are a JSON object, whatever they are over HTTP.</summary>
    internal bool IsFrame { get; private set; }

    /// <summary>Where its parameters stand.</summary>
    internal ParameterPlace Place => _place;

    internal ReadOnlyMemory<byte> Encoded => _encoded.Memory;

    /// <summary>The method's name on a call socket.</summary>
    internal ReadOnlySpan<byte> SocketMethod => Layout.SocketMethod;

    internal HttpMethod Method => Layout.Method ?? throw OnlyOverSocket();

    /// <summary>Tells whether a parameter is given, its value as text (null for a list) and its number of items.</summary>
    public bool TryGet(string name, out string? text, out int count)
    {
        if (Find(name) is not { } given)
        {
            text = null;
            count = 0;
            return false;
        }

        text = given.Items >= 0 ? null : Encoding.UTF8.GetString(Value(given));
        count = Math.Abs(given.Items);
        return true;
    }

    /// <summary>A parameter is given.</summary>
    internal bool Has(string name) => Find(name) is not null;

    internal void Start(EndpointInfo endpoint, bool isFrame = false)
    {
        _endpoint = endpoint;
        _place = isFrame ? ParameterPlace.Body : endpoint.Place;
        IsFrame = isFrame;
        _layout = RequestLayout.Of(endpoint);
        _slots = _layout.Slots(isFrame);
        if (_places.Length < _layout.Parameters.Length)
        {
            _places = new int[_layout.Parameters.Length];
        }

        Priority = LimitPriority.Normal;
        MaxLimiterWait = null;
    }

    /// <summary>Wipes what was written, so that the next call starts anew.</summary>
    internal void Clear()
    {
        _endpoint = null;
        _layout = null;
        _slots = [];
        _item.Truncate(0);
        _values.Truncate(0);
        _encoded.Truncate(0);
        _givenCount = 0;
        _strangers.Clear();
        _places.AsSpan().Clear();
        _next = 0;
        _constants = 0;
        _unsigned = -1;
        Leaving = null;
        MadeId = null;
        ClearAuthentication();
    }

    /// <summary>Writes the constants that are left and checks that the request is whole.</summary>
    /// <exception cref="RequestException">Parameters are missing or contradict each other.</exception>
    internal void Complete()
    {
        WriteConstants(Layout.Parameters.Length);
        foreach (var required in Layout.Required)
        {
            if (_places[required] == 0)
            {
                throw Missing();
            }
        }

        foreach (var need in Layout.Needs)
        {
            if (!need.Holds(_places))
            {
                var given = need.Source.Parameters.Where(Has).ToArray();
                throw new RequestException(
                    Endpoint,
                    $"it takes {need.Source}; given: {(given.Length == 0 ? "none" : string.Join(", ", given))}.",
                    need.Source.Parameters);
            }
        }

        CheckTables();
    }

    /// <summary>The host, the path with its parameters, percent-encoded, and the query where parameters stand there.
    /// </summary>
    /// <param name="host">What stands before the path.</param>
    /// <param name="withAuthentication">False leaves out what authentication added.</param>
    internal string Address(string host, bool withAuthentication)
    {
        var path = PathText();
        var length = withAuthentication ? _encoded.Length : UnsignedLength;
        if (_place != ParameterPlace.Query || length == 0)
        {
            return string.Concat(host, path);
        }

        return string.Create(
            host.Length + path.Length + 1 + length,
            (Host: host, Path: path, Query: _encoded.Memory[..length]),
            static (text, parts) =>
            {
                parts.Host.CopyTo(text);
                parts.Path.CopyTo(text[parts.Host.Length..]);
                text = text[(parts.Host.Length + parts.Path.Length)..];
                text[0] = '?';
                Encoding.ASCII.GetChars(parts.Query.Span, text[1..]);
            });
    }

    /// <summary>The path with its parameters, percent-encoded.</summary>
    internal string PathText()
    {
        var template = Endpoint.Path ?? throw OnlyOverSocket();
        if (!Layout.HasPathParameters)
        {
            return template;
        }

        var path = new StringBuilder(template);
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i].InPath && _places[i] is var place and not 0)
            {
                _item.Truncate(0);
                PercentEncoding.Append(_item, Value(_given[place - 1]));
                path.Replace($"{{{_slots[i].Name}}}", Encoding.ASCII.GetString(_item.Span));
            }
        }

        return path.ToString();
    }

    private RequestLayout Layout => _layout ?? throw UsedUp();

    private ReadOnlySpan<byte> Value(in Given given) =>
        (given.IsEncoded ? _encoded : _values).Span.Slice(given.Start, given.Length);

    private ReadOnlyMemory<byte> Bytes(in Given given) =>
        (given.IsEncoded ? _encoded : _values).Memory.Slice(given.Start, given.Length);

    private string NameOf(in Given given) =>
        given.Parameter >= 0 ? _slots[given.Parameter].Name : _strangers[~given.Parameter];

    private Given? Find(string name)
    {
        for (var i = 0; i < _givenCount; i++)
        {
            if (NameOf(_given[i]) == name)
            {
                return _given[i];
            }
        }

        return null;
    }

    /// <summary>A pair of a query or form, or a property of a body.</summary>
    /// <param name="prefix">What stands before the value, as <see cref="RequestLayout.Prefix"/> makes it.</param>
    /// <param name="value">The value, not encoded; not of the same buffer.</param>
    /// <param name="isQuoted">It stands in quotes in a body.</param>
    private void Put(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> value, bool isQuoted)
    {
        PutPrefix(prefix);
        if (_place != ParameterPlace.Body)
        {
            PercentEncoding.Append(_encoded, value);
        }
        else if (isQuoted)
        {
            ValueText.Quote(_encoded, value);
        }
        else
        {
            _encoded.Append(value);
        }
    }

    private void PutPrefix(ReadOnlySpan<byte> prefix)
    {
        if (_encoded.Length > 0)
        {
            _encoded.Append(prefix);
            return;
        }

        _encoded.Append(_place == ParameterPlace.Body ? "{"u8 : default);
        _encoded.Append(prefix[1..]);
    }

    private void WriteConstants(int before)
    {
        if (!Layout.HasConstants)
        {
            return;
        }

        for (; _constants < before; _constants++)
        {
            if (_slots[_constants].Constant is { } constant)
            {
                _start = _values.Length;
                Put(_constants, constant);
            }
        }
    }

    private RequestException Missing()
    {
        var missing = Layout.Required.Where(required => _places[required] == 0)
            .Select(required => Layout.Parameters[required].Name).ToArray();
        return new RequestException(Endpoint, $"{string.Join(", ", missing)} must be given.", missing);
    }

    private static InvalidOperationException UsedUp() => new("This request was sent already. Create another one.");

    private RequestException OnlyOverSocket() => new(Endpoint, "it can only be called over a socket.");

    /// <param name="Parameter">The parameter, or the complement of a place among the strangers.</param>
    /// <param name="Start">Where its value stands.</param>
    /// <param name="Length">How long it is.</param>
    /// <param name="Items">How many items a list has; below zero for a single value.</param>
    /// <param name="IsEncoded">The value stands in the text that is sent, which shows it as it is; otherwise beside it.</param>
    private readonly record struct Given(int Parameter, int Start, int Length, int Items, bool IsEncoded);
}
