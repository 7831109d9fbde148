using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Adapters.Domain;

/// <summary>Up to 36 printable ASCII characters or a 64-bit number in 40 bytes. Digits that a number writes the same
/// way are kept as the number, so that equal ids are equal bytes.</summary>
internal readonly struct InlineText : IEquatable<InlineText>
{
    internal const int MaxLength = 36;
    private const byte NumberMark = 255;
    private const int MaxNumberLength = 20;

    private readonly Bytes _bytes;
    private readonly byte _length;

    private InlineText(in Bytes bytes, byte length)
    {
        _bytes = bytes;
        _length = length;
    }

    internal bool IsPresent => _length != 0;

    internal static InlineText FromInt64(long value)
    {
        Bytes bytes = default;
        MemoryMarshal.Write(bytes, value);
        return new InlineText(bytes, NumberMark);
    }

    internal static InlineText Parse(ReadOnlySpan<char> text, string type)
    {
        Span<byte> ascii = stackalloc byte[MaxLength + 1];
        return text.Length <= MaxLength && Ascii.FromUtf16(text, ascii, out var length) == OperationStatus.Done
            ? Parse(ascii[..length], type)
            : throw Misfit(type);
    }

    internal static InlineText Parse(ReadOnlySpan<byte> utf8, string type) =>
        TryParse(utf8, out var text) ? text : throw Misfit(type);

    internal static bool TryParse(ReadOnlySpan<byte> utf8, out InlineText text)
    {
        text = default;
        if (utf8.Length is 0 or > MaxLength || utf8.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return false;
        }

        if (IsCanonicalNumber(utf8, out var number))
        {
            text = FromInt64(number);
            return true;
        }

        Bytes bytes = default;
        utf8.CopyTo(bytes);
        text = new InlineText(bytes, (byte)utf8.Length);
        return true;
    }

    internal bool TryGetInt64(out long value)
    {
        value = _length == NumberMark ? MemoryMarshal.Read<long>(_bytes) : 0;
        return _length == NumberMark;
    }

    internal bool TryFormat(Span<byte> destination, out int written)
    {
        if (TryGetInt64(out var number))
        {
            return Utf8Formatter.TryFormat(number, destination, out written);
        }

        ReadOnlySpan<byte> bytes = _bytes;
        written = _length;
        if (bytes[.._length].TryCopyTo(destination))
        {
            return true;
        }

        written = 0;
        return false;
    }

    internal bool TryFormat(Span<char> destination, out int written)
    {
        if (TryGetInt64(out var number))
        {
            return number.TryFormat(destination, out written, default, CultureInfo.InvariantCulture);
        }

        written = 0;
        if (destination.Length < _length)
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = _bytes;
        Ascii.ToUtf16(bytes[.._length], destination, out written);
        return true;
    }

    public override string ToString()
    {
        Span<char> buffer = stackalloc char[MaxLength];
        TryFormat(buffer, out var written);
        return new string(buffer[..written]);
    }

    public bool Equals(InlineText other)
    {
        ReadOnlySpan<byte> left = _bytes;
        ReadOnlySpan<byte> right = other._bytes;
        return _length == other._length && left.SequenceEqual(right);
    }

    public override bool Equals(object? obj) => obj is InlineText other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        hash.Add(_length);
        return hash.ToHashCode();
    }

    private static bool IsCanonicalNumber(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        if (text.Length > MaxNumberLength)
        {
            return false;
        }

        // Leading zeros and a minus before zero are characters of the id, no number would give them back.
        var digits = text[0] == '-' ? text[1..] : text;
        var isCanonical = digits.Length > 0 && text[0] != '+'
            && (digits[0] != '0' || (digits.Length == 1 && text.Length == 1));
        return isCanonical && Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;
    }

    private static FormatException Misfit(string type) =>
        new($"A {type} must be 1 to {MaxLength} printable ASCII characters.");

    [InlineArray(MaxLength)]
    private struct Bytes
    {
        private byte _first;
    }
}
