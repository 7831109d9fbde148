using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Arrays by position, and lists of objects that a tag tells apart.</content>
public ref partial struct WireReader
{
    /// <summary>Enters an array that is read by position.</summary>
    public void BeginTuple()
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            throw Unexpected("an array");
        }

        _ended &= ~DepthBit;
    }

    /// <summary>Moves to the next item; false at the end, as often as it is asked.</summary>
    public bool NextItem()
    {
        if (HasEnded)
        {
            return false;
        }

        Advance();
        if (_json.TokenType != JsonTokenType.EndArray)
        {
            return true;
        }

        _ended |= DepthBit;
        return false;
    }

    /// <summary>Moves to the next item, which must be there.</summary>
    /// <exception cref="WireException">The array ended; the message names the item.</exception>
    public void RequireItem(int index, string name)
    {
        if (!NextItem())
        {
            throw Fail($"required and not there: '{name}' at position {index}");
        }
    }

    /// <summary>Skips further items and leaves the array.</summary>
    public void EndTuple()
    {
        while (!HasEnded)
        {
            if (NextItem())
            {
                Skip();
            }
        }

        _ended &= ~DepthBit;
    }

    /// <summary>Price and quantity by position; further items are skipped.</summary>
    public Level Level()
    {
        BeginTuple();
        RequireItem(0, "price");
        var price = Decimal();
        RequireItem(1, "quantity");
        var quantity = Decimal();
        EndTuple();
        return new Level(price, quantity);
    }

    /// <summary>Price and quantity by position, or null where they are absent.</summary>
    public Level? LevelOrNull() => IsAbsent ? null : Level();

    /// <summary>A list of levels, owned.</summary>
    public Level[] Levels()
    {
        var levels = new Level[FirstCapacity];
        if (!TryLevels(null, 0, ref levels, out var count))
        {
            return ListOf(static (ref WireReader r) => r.Level());
        }

        Array.Resize(ref levels, count);
        return levels;
    }

    /// <summary>A list of levels, owned, or null where it is absent.</summary>
    public Level[]? LevelsOrNull() => IsAbsent ? null : Levels();

    /// <summary>A list of levels in reused memory; <c>default</c>, which an empty list is not, where it is absent.</summary>
    public ReadOnlySpan<Level> LevelSpanOrNone(int slot) => IsAbsent ? default : LevelSpan(slot);

    /// <summary>A list of levels in reused memory; valid until the context reads the next message.</summary>
    public ReadOnlySpan<Level> LevelSpan(int slot)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            throw Unexpected(ListForm);
        }

        var levels = _context.Borrow<Level>(slot, 1);
        if (TryLevels(_context, slot, ref levels, out var count))
        {
            return levels.AsSpan(0, count);
        }

        while (NextElement())
        {
            if (count == levels.Length)
            {
                levels = _context.Borrow<Level>(slot, count * 2);
            }

            levels[count++] = Level();
        }

        return levels.AsSpan(0, count);
    }

    /// <summary>A list of levels in the form in which venues send them: most bytes of a book are in such lists. The parser
    /// takes over again at the list's end.</summary>
    private bool TryLevels(WireContext? context, int slot, scoped ref Level[] levels, out int count)
    {
        count = 0;
        if (_json.TokenType != JsonTokenType.StartArray || _json.CurrentDepth > MaxDepth / 2)
        {
            return false;
        }

        var past = WireCursor.PastLevels(_utf8[Offset..], context, slot, ref levels, out count);
        if (past.IsEmpty)
        {
            count = 0;
            return false;
        }

        // For the parser the list is empty: its next token is the bracket that closes it.
        _start = _utf8.Length - past.Length - 1;
        _json = new Utf8JsonReader(_utf8[_start..], isFinalBlock: true, _json.CurrentState);
        _context.HasLeapt = true;
        return _json.Read();
    }

    /// <summary>Enters a list of objects that a tag tells apart, or a lone one.</summary>
    public void BeginTagged()
    {
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            _lone |= DepthBit;
        }
        else if (_json.TokenType != JsonTokenType.StartArray)
        {
            throw Unexpected(ListForm);
        }
    }

    /// <summary>Moves to the next object whose tag is known; false at the end. Objects with other tags are told to
    /// the observer and skipped.</summary>
    /// <param name="tagField">The field that holds the tag, anywhere in the object.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="tag">The tag's index. The reader stands on the object.</param>
    public bool NextTagged(string tagField, EnumTable tags, out int tag)
    {
        ArgumentNullException.ThrowIfNull(tags);
        while (NextTaggedElement())
        {
            var value = FindTag(tagField, tags, out var offset);
            if (value.IsKnown)
            {
                tag = value.Index;
                return true;
            }

            _context.Observer?.UnknownValue(offset);
            Skip();
        }

        tag = -1;
        return false;
    }

    private readonly bool IsName(string name)
    {
        // The parser's own comparison throws on broken escapes.
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return _json.ValueIsEscaped ? Matches(Unescape(scratch), name) : _json.ValueTextEquals(name);
    }

    private readonly bool HasEnded => _json.TokenType == JsonTokenType.EndArray && (_ended & DepthBit) != 0;

    private bool NextTaggedElement()
    {
        if ((_lone & DepthBit) != 0)
        {
            if (_json.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            if (_json.TokenType == JsonTokenType.EndObject)
            {
                _lone &= ~DepthBit;
                return false;
            }
        }

        return NextElement();
    }

    /// <summary>Looks for the tag in a copy of the reader, so that the object can be read from its start.</summary>
    private readonly EnumValue FindTag(string tagField, EnumTable tags, out int offset)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object");
        }

        var ahead = this;
        while (ahead._json.Read() && ahead._json.TokenType == JsonTokenType.PropertyName)
        {
            var isTag = ahead.IsName(tagField);
            ahead.Advance();
            if (isTag)
            {
                Span<byte> scratch = stackalloc byte[ScratchLength];
                offset = ahead.Offset;
                return tags.Of(ahead.TextBytes(scratch, "a tag"));
            }

            ahead.Skip();
        }

        throw Fail($"required and not there: '{tagField}'");
    }
}
