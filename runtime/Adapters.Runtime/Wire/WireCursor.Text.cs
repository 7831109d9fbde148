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
        Rest = PastText(Rest, out var text);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Text, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? TextOrNull(params ReadOnlySpan<string> unless) => TakeAbsent() || TakeOneOf(unless) ? null : Text();

    /// <summary>Text that borrows the frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Utf8Text TextSpan()
    {
        Rest = PastText(Rest, out var text);
        return new Utf8Text(text);
    }

    /// <summary>Text that borrows the frame; not present where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Utf8Text TextSpanOrEmpty(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? default : TextSpan();

    /// <summary>A symbol by the venue's text. One that was never seen before is left to the reader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Symbol Symbol() => Name(_context.Symbols.Table)!;

    /// <summary>A symbol by the venue's text, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Symbol? SymbolOrNull(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : Symbol();

    /// <summary>An asset by the venue's code. One that was never seen before is left to the reader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Asset Asset() => Name(Domain.Asset.Interned) is { } code ? new Asset(code) : default;

    /// <summary>An asset by the venue's code, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Asset? AssetOrNull(params ReadOnlySpan<string> unless) => TakeAbsent() || TakeOneOf(unless) ? null : Asset();

    /// <summary>A value of an enum. One that was never seen before is left to the reader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnumValue Enum(EnumTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Name(table.Values)!;
    }

    /// <summary>A value of an enum, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnumValue? EnumOrNull(EnumTable table, params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : Enum(table);

    // The digits or the literal of a constant without quotes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfConstant(ref byte at, int left, ReadOnlySpan<byte> expected)
    {
        var rest = Span(ref at, left);
        var past = left == 0 || at is (byte)'"' or (byte)'{' or (byte)'[' ? default : PastValue(rest);
        return rest.Slice(0, left - past.Length).SequenceEqual(expected.Slice(1, expected.Length - 2)) ? past.Length : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfName<T>(ref byte at, int left, Utf8Table<T> table, out T? value)
        where T : class => PastName(Span(ref at, left), table, out value).Length;

    /// <summary>What follows a text that is in a table, or a number whose digits are.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ReadOnlySpan<byte> PastName<T>(ReadOnlySpan<byte> rest, Utf8Table<T> table, out T? value)
        where T : class
    {
        var past = PastCharacters(rest, out var name);
        return table.TryGet(name, out value) ? past : default;
    }

    /// <summary>Valid UTF-8 without escapes, or a number whose digits are the text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastText(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        var past = PastCharacters(rest, out text);
        return Utf8.IsValid(text) ? past : default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeOneOf(scoped ReadOnlySpan<string> unless)
    {
        if (unless.Length == 0)
        {
            return false;
        }

        var left = LeftOfOneOf(ref _at, _left, unless);
        Move(left < 0 ? _left : left);
        return left >= 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfOneOf(ref byte at, int left, scoped ReadOnlySpan<string> unless)
    {
        var past = PastCharacters(Span(ref at, left), out var text);
        return !past.IsEmpty && WireReader.IsOneOf(text, unless) ? past.Length : -1;
    }
}
