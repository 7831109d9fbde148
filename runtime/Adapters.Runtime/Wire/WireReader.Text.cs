using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Text and what is written as text.</content>
public ref partial struct WireReader
{
    /// <summary>Text; a number gives its digits.</summary>
    public string Text()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return Encoding.UTF8.GetString(TextBytes(scratch, "text"));
    }

    /// <summary>Text, or null where it is absent or one of the texts that mean so.</summary>
    public string? TextOrNull(params ReadOnlySpan<string> unless)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return TryText("text", scratch, unless, out var text) ? Encoding.UTF8.GetString(text) : null;
    }

    /// <summary>Text that borrows the frame.</summary>
    public Utf8Text TextSpan() => new(TextBytes(default, "text"));

    /// <summary>Text that borrows the frame; not present where it is absent.</summary>
    public Utf8Text TextSpanOrEmpty(params ReadOnlySpan<string> unless) =>
        TryText("text", default, unless, out var text) ? new Utf8Text(text) : default;

    /// <summary>A symbol by the venue's text.</summary>
    public Symbol Symbol()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return _context.Symbols.Resolve(NameBytes(scratch, "a symbol"));
    }

    /// <summary>A symbol by the venue's text, or null where it is absent.</summary>
    public Symbol? SymbolOrNull(params ReadOnlySpan<string> unless)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return TryText("a symbol", scratch, unless, out var name) ? _context.Symbols.Resolve(name) : null;
    }

    /// <summary>An asset by the venue's code.</summary>
    public Asset Asset()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return Domain.Asset.Of(NameBytes(scratch, "an asset"));
    }

    /// <summary>An asset by the venue's code, or null where it is absent.</summary>
    public Asset? AssetOrNull(params ReadOnlySpan<string> unless)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return TryText("an asset", scratch, unless, out var name) ? Domain.Asset.Of(name) : null;
    }

    /// <summary>A value of an enum; one that the table does not have keeps its text and is told to the observer.
    /// </summary>
    public EnumValue Enum(EnumTable table)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = EnumBytes(scratch);
        var value = table.Of(text);
        if (!value.IsKnown)
        {
            if (text.IsEmpty)
            {
                throw Unexpected("a value");
            }

            _context.Observer?.UnknownValue(Offset);
        }

        return value;
    }

    /// <summary>A value of an enum, or null where it is absent or one of the texts that mean so.</summary>
    public EnumValue? EnumOrNull(EnumTable table, params ReadOnlySpan<string> unless)
    {
        if (IsAbsent)
        {
            return null;
        }

        Span<byte> scratch = stackalloc byte[ScratchLength];
        return IsOneOf(EnumBytes(scratch), unless) ? null : Enum(table);
    }

    /// <summary>Any JSON value, kept as it is.</summary>
    public JsonText Json()
    {
        var start = Offset;
        _json.Skip();
        var text = _utf8[start..Consumed];
        return Utf8.IsValid(text) ? new JsonText(text.ToArray()) : throw new WireException(start, InvalidText);
    }

    /// <summary>Any JSON value, or null where it is absent.</summary>
    public JsonText? JsonOrNull() => IsAbsent ? null : Json();

    /// <summary>A venue's order id.</summary>
    public OrderId OrderId()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return Domain.OrderId.TryParse(TextBytes(scratch, IdForm), out var id) ? id : throw Unexpected(IdForm);
    }

    /// <summary>A client's order id.</summary>
    public ClientOrderId ClientOrderId()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return Domain.ClientOrderId.TryParse(TextBytes(scratch, IdForm), out var id) ? id : throw Unexpected(IdForm);
    }

    /// <summary>A venue's trade id.</summary>
    public TradeId TradeId()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return Domain.TradeId.TryParse(TextBytes(scratch, IdForm), out var id) ? id : throw Unexpected(IdForm);
    }

    /// <summary>A venue's order id, or null where it is absent or one of the texts that mean so.</summary>
    public OrderId? OrderIdOrNull(params ReadOnlySpan<string> unless)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return TryText(IdForm, scratch, unless, out _) ? OrderId() : null;
    }

    /// <summary>A client's order id, or null where it is absent or one of the texts that mean so.</summary>
    public ClientOrderId? ClientOrderIdOrNull(params ReadOnlySpan<string> unless)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return TryText(IdForm, scratch, unless, out _) ? ClientOrderId() : null;
    }

    /// <summary>A venue's trade id, or null where it is absent or one of the texts that mean so.</summary>
    public TradeId? TradeIdOrNull(params ReadOnlySpan<string> unless)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return TryText(IdForm, scratch, unless, out _) ? TradeId() : null;
    }

    /// <summary>Checks a value that is always the same.</summary>
    /// <param name="expected">The text, or the digits or literal of a value without quotes.</param>
    /// <exception cref="WireException">It is another value.</exception>
    public void Constant(ReadOnlySpan<byte> expected)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        if (_json.TokenType == JsonTokenType.Null ? !expected.SequenceEqual("null"u8)
            : !EnumBytes(scratch).SequenceEqual(expected))
        {
            throw Fail($"expected the constant '{Encoding.UTF8.GetString(expected)}', found another value");
        }
    }

    private const string InvalidText = "the text is no valid UTF-8";
    private const string IdForm = "an id of 1 to 36 printable ASCII characters";

    private readonly bool TryText(
        string expected, Span<byte> scratch, scoped ReadOnlySpan<string> unless, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (IsAbsent)
        {
            return false;
        }

        text = TextBytes(scratch, expected);
        return !IsOneOf(text, unless);
    }

    private readonly ReadOnlySpan<byte> NameBytes(Span<byte> scratch, string expected)
    {
        var name = TextBytes(scratch, expected);
        return name.IsEmpty ? throw Unexpected(expected) : name;
    }

    private readonly ReadOnlySpan<byte> EnumBytes(Span<byte> scratch) =>
        _json.TokenType is JsonTokenType.True or JsonTokenType.False
            ? _json.ValueSpan
            : TextBytes(scratch, "a value");

    /// <summary>Valid UTF-8 with escapes resolved; a number's digits.</summary>
    private readonly ReadOnlySpan<byte> TextBytes(Span<byte> scratch, string expected)
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            if (_json.ValueIsEscaped)
            {
                return Unescape(scratch);
            }

            return Utf8.IsValid(_json.ValueSpan) ? _json.ValueSpan : throw Fail(InvalidText);
        }

        return _json.TokenType == JsonTokenType.Number ? _json.ValueSpan : throw Unexpected(expected);
    }

    /// <summary>Resolves escapes into the scratch or, where it is too small, into the context's text.</summary>
    private readonly ReadOnlySpan<byte> Unescape(Span<byte> scratch)
    {
        var length = _json.ValueSpan.Length;
        var target = length <= scratch.Length ? scratch : _context.BorrowText(length);
        try
        {
            return target[.._json.CopyString(target)];
        }
        catch (InvalidOperationException error)
        {
            throw new WireException(Offset, InvalidText, error);
        }
    }

    internal static bool IsOneOf(ReadOnlySpan<byte> text, ReadOnlySpan<string> unless)
    {
        foreach (var candidate in unless)
        {
            if (Encoding.UTF8.GetByteCount(candidate) == text.Length && Matches(text, candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(ReadOnlySpan<byte> text, string candidate)
    {
        if (Ascii.IsValid(text))
        {
            return Ascii.Equals(text, candidate);
        }

        return Encoding.UTF8.GetString(text) == candidate;
    }
}
