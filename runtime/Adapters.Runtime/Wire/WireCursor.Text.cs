using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Text and what is written as text.</content>
public ref partial struct WireCursor
{
    /// <summary>Text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string Text()
    {
        _rest = PastText(_rest, out var text);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Text, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? TextOrNull(params ReadOnlySpan<string> unless) => TakeAbsent() || TakeOneOf(unless) ? null : Text();

    /// <summary>Text that borrows the frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Utf8Text TextSpan()
    {
        _rest = PastText(_rest, out var text);
        return new Utf8Text(text);
    }

    /// <summary>Text that borrows the frame; not present where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Utf8Text TextSpanOrEmpty(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? default : TextSpan();

    /// <summary>A symbol by the venue's text. One that was never seen before is left to the reader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Symbol Symbol()
    {
        Leave(LeftOfName(_rest, _context.Symbols.Table, out var symbol));
        return symbol!;
    }

    /// <summary>A symbol by the venue's text, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Symbol? SymbolOrNull(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : Symbol();

    /// <summary>An asset by the venue's code. One that was never seen before is left to the reader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Asset Asset()
    {
        Leave(LeftOfName(_rest, Domain.Asset.Interned, out var code));
        return code is null ? default : new Asset(code);
    }

    /// <summary>An asset by the venue's code, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Asset? AssetOrNull(params ReadOnlySpan<string> unless) => TakeAbsent() || TakeOneOf(unless) ? null : Asset();

    /// <summary>A value of an enum. One that was never seen before is left to the reader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnumValue Enum(EnumTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Leave(LeftOfName(_rest, table.Values, out var value));
        return value!;
    }

    /// <summary>A value of an enum, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnumValue? EnumOrNull(EnumTable table, params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : Enum(table);

    /// <summary>What the text stands for in a table; null where it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T? Name<T>(Utf8Table<T> table)
        where T : class
    {
        Leave(LeftOfName(_rest, table, out var value));
        return value;
    }

    /// <summary>A value that is always the same.</summary>
    /// <param name="expected">The text with its quotes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Constant(ReadOnlySpan<byte> expected)
    {
        if (_rest.StartsWith(expected))
        {
            _rest = _rest.Slice(expected.Length);
            return;
        }

        _rest = PastBare(_rest, expected.Slice(1, expected.Length - 2));
    }

    /// <summary>Any value, which is not looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip()
    {
        var rest = _rest;
        Leave(rest.StartsWith("true"u8) ? rest.Length - 4 : LeftOfValue(rest));
    }

    // The digits or the literal of a constant without quotes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastBare(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> expected)
    {
        var past = rest.Length == 0 || rest[0] is (byte)'"' or (byte)'{' or (byte)'[' ? default : PastValue(rest);
        return rest.Slice(0, rest.Length - past.Length).SequenceEqual(expected) ? past : default;
    }

    /// <summary>A text that is in a table, or a number whose digits are.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfName<T>(ReadOnlySpan<byte> rest, Utf8Table<T> table, out T? value)
        where T : class
    {
        if (rest.Length > Digits.Room + 1 && rest[0] == '"')
        {
            var text = rest.Slice(1);
            if (Digits.TryText(text, out var length, out var low, out var high)
                && table.TryGet(new ShortText(low, high, length), out value))
            {
                return text.Length - length - 1;
            }
        }

        var past = PastCharacters(rest, out var name);
        return table.TryGet(name, out value) ? past.Length : 0;
    }

    /// <summary>Valid UTF-8 without escapes, or a number whose digits are the text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastText(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        var past = PastCharacters(rest, out text);
        return Utf8.IsValid(text) ? past : default;
    }

    // Null and empty text mean that a value is absent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeAbsent()
    {
        var length = _rest.StartsWith("null"u8) ? 4 : _rest.StartsWith("\"\""u8) ? 2 : 0;
        _rest = _rest.Slice(length);
        return length != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeOneOf(scoped ReadOnlySpan<string> unless)
    {
        if (unless.Length == 0)
        {
            return false;
        }

        _rest = PastOneOf(_rest, unless, out var isOneOf);
        return isOneOf;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastOneOf(
        ReadOnlySpan<byte> rest, scoped ReadOnlySpan<string> unless, out bool isOneOf)
    {
        var past = PastCharacters(rest, out var text);
        isOneOf = !past.IsEmpty && WireReader.IsOneOf(text, unless);
        return isOneOf ? past : rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fail() => _rest = default;
}
