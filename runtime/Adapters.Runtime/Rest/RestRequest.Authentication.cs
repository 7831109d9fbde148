using Adapters.Catalogue;

namespace Adapters.Rest;

/// <content>What authentication adds for one attempt, and takes away again before the next.</content>
public sealed partial class RestRequest
{
    private readonly ByteBuffer _payload = new(512);
    private readonly ByteBuffer _signature = new(128);
    private readonly List<KeyValuePair<string, string>> _headers = new(4);

    /// <summary>The headers of authentication.</summary>
    internal List<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>The bytes to be signed; wiped with the authentication.</summary>
    internal ByteBuffer Payload => _payload;

    /// <summary>The signature as the key wrote it; empty where nothing was signed.</summary>
    internal ByteBuffer Signature => _signature;

    /// <summary>Adds a parameter of authentication; <see cref="RemoveAuthentication"/> takes all of them away again.
    /// </summary>
    /// <param name="prefix">As <see cref="RequestLayout.Prefix"/> makes it.</param>
    /// <param name="value">The value, not encoded.</param>
    /// <param name="isQuoted">It stands in quotes in a body.</param>
    internal void AddAuthentication(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> value, bool isQuoted)
    {
        _unsigned = UnsignedLength;
        Put(prefix, value, isQuoted);
    }

    /// <summary>Adds a number of authentication.</summary>
    internal void AddAuthentication(ReadOnlySpan<byte> prefix, long value)
    {
        _item.Truncate(0);
        ValueText.Write(_item, value);
        AddAuthentication(prefix, _item.Span, isQuoted: false);
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

        ClearAuthentication();
    }

    private void ClearAuthentication()
    {
        _payload.Truncate(0);
        _signature.Truncate(0);
        _headers.Clear();
    }
}
