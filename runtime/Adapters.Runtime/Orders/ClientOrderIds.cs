using System.Security.Cryptography;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Orders;

/// <summary>Makes client order ids that a venue accepts and that nobody else makes: a random place in a space of at
/// least 2^100 where the venue allows that many, and from there one by one. Safe from any thread.</summary>
public sealed class ClientOrderIds
{
    private const string Preferred = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int MaxLength = 24; // 36^24 fits 128 bits

    private readonly OrderRules _rules;
    private readonly CharacterSet _allowed;
    private readonly char[] _alphabet;
    private readonly string _prefix;
    private readonly int _length;
    private readonly UInt128 _space;
    private readonly UInt128 _start;
    private long _made;

    /// <summary>Makes a source of ids.</summary>
    /// <param name="rules">What the venue accepts.</param>
    /// <param name="prefix">What each of them starts with.</param>
    /// <param name="random">Where they begin; null for a place that nobody can guess. One with a seed makes them
    /// repeatable.</param>
    /// <exception cref="ArgumentException">The prefix is not accepted, or leaves no room.</exception>
    public ClientOrderIds(OrderRules rules, string prefix = "", Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(prefix);
        _rules = rules;
        _allowed = new CharacterSet(rules.ClientIdCharacters);
        _prefix = prefix;
        _alphabet = [.. Preferred.Where(_allowed.Contains)];
        if (_alphabet.Length < 10)
        {
            _alphabet = [.. _allowed.All];
        }

        _length = Math.Min(rules.ClientIdLength - prefix.Length, MaxLength);
        if (_length < 1 || !prefix.All(_allowed.Contains))
        {
            throw new ArgumentException(
                $"'{prefix}' does not fit into {rules.ClientIdLength} characters of {rules.ClientIdCharacters}.", nameof(prefix));
        }

        _space = 1;
        for (var i = 0; i < _length; i++)
        {
            _space *= (uint)_alphabet.Length;
        }

        Span<byte> bytes = stackalloc byte[16];
        if (random is null)
        {
            RandomNumberGenerator.Fill(bytes);
        }
        else
        {
            random.NextBytes(bytes);
        }

        _start = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(bytes) % _space;
    }

    /// <summary>The next id.</summary>
    public ClientOrderId Next()
    {
        Span<char> text = stackalloc char[_prefix.Length + _length];
        _prefix.CopyTo(text);
        var value = (_start + (UInt128)Interlocked.Increment(ref _made)) % _space;
        for (var i = text.Length - 1; i >= _prefix.Length; i--)
        {
            (value, var digit) = UInt128.DivRem(value, (uint)_alphabet.Length);
            text[i] = _alphabet[(int)digit];
        }

        return ClientOrderId.Parse(text);
    }

    /// <summary>The venue accepts an id.</summary>
    public bool Accepts(ClientOrderId id)
    {
        Span<char> text = stackalloc char[InlineText.MaxLength];
        if (!id.IsPresent || !id.TryFormat(text, out var length, default, null) || length > _rules.ClientIdLength)
        {
            return false;
        }

        foreach (var c in text[..length])
        {
            if (!_allowed.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
