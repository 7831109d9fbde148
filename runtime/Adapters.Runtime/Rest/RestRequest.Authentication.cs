using System.Runtime.InteropServices;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Security;

namespace Adapters.Rest;

/// <content>What authentication adds for one attempt, and takes away again before the next.</content>
public sealed partial class RestRequest
{
    private readonly ByteBuffer _payload = new(512);
    private readonly ByteBuffer _signature = new(128);
    private readonly List<KeyValuePair<string, string>> _headers = new(4);
    private readonly List<SigningPair> _pairs = new(16);
    private int _ownGiven = -1; // of _given without authentication, where a frame's is added
    private int _ownStrangers;
    private int _ownValues;

    /// <summary>The headers of authentication.</summary>
    internal List<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>The bytes to be signed; wiped with the authentication.</summary>
    internal ByteBuffer Payload => _payload;

    /// <summary>The signature as the key wrote it; empty where nothing was signed.</summary>
    internal ByteBuffer Signature => _signature;

    /// <summary>Adds a parameter of authentication; <see cref="RemoveAuthentication"/> takes all of them away again.
    /// </summary>
    /// <param name="part">Its name.</param>
    /// <param name="value">The value, not encoded.</param>
    /// <param name="isQuoted">It stands in quotes in a body.</param>
    internal void AddAuthentication(AuthPart part, ReadOnlySpan<byte> value, bool isQuoted)
    {
        _unsigned = UnsignedLength;
        if (IsFrame)
        {
            Note(part.Name, value);
        }

        Put(part.Prefix(_place), value, isQuoted);
    }

    /// <summary>Whoever calls has given it.</summary>
    internal bool Has(AuthPart part) => (part.MayBeGiven || _strangers.Count > 0) && Has(part.Name);

    /// <summary>Adds a parameter of authentication whose value is always the same.</summary>
    internal void AddAuthentication(AuthPart part, bool isQuoted)
    {
        if (_place == ParameterPlace.Body)
        {
            AddAuthentication(part, part.Utf8, isQuoted);
            return;
        }

        _unsigned = UnsignedLength;
        PutPrefix(part.Whole);
    }

    /// <summary>Adds a number of authentication.</summary>
    internal void AddAuthentication(AuthPart part, long value)
    {
        if (IsFrame)
        {
            Span<byte> text = stackalloc byte[NumberText.MaxLength];
            AddAuthentication(part, text[..NumberText.Write(value, text)], isQuoted: false);
            return;
        }

        _unsigned = UnsignedLength;
        PutPrefix(part.Prefix(_place));
        ValueText.Write(_encoded, value);
    }

    /// <summary>The parameters of a frame, for a signer; good until something is added.</summary>
    internal Span<SigningPair> Pairs()
    {
        _pairs.Clear();
        if (!IsFrame)
        {
            return [];
        }

        foreach (ref readonly var given in _given.AsSpan(0, _givenCount))
        {
            _pairs.Add(new SigningPair(NameOf(given), Bytes(given)));
        }

        return CollectionsMarshal.AsSpan(_pairs);
    }

    /// <summary>Ends a JSON body; taken away with what authentication added.</summary>
    internal void Close()
    {
        if (_place == ParameterPlace.Body)
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

        if (_ownGiven >= 0)
        {
            _strangers.RemoveRange(_ownStrangers, _strangers.Count - _ownStrangers);
            _givenCount = _ownGiven;
            _values.Truncate(_ownValues);
        }

        ClearAuthentication();
    }

    private void ClearAuthentication()
    {
        _payload.Truncate(0);
        _signature.Truncate(0);
        _headers.Clear();
        _pairs.Clear();
        _ownGiven = -1;
    }

    private void Note(string name, ReadOnlySpan<byte> value)
    {
        if (_ownGiven < 0)
        {
            _ownGiven = _givenCount;
            _ownStrangers = _strangers.Count;
            _ownValues = _values.Length;
        }

        NoteStranger(name, _values.Length, value.Length);
        _values.Append(value);
    }
}
