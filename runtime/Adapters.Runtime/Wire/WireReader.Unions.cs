using System.Text.Json;

namespace Adapters.Wire;

/// <content>One of several records: which one is decided ahead, then it is read from its start.</content>
public ref partial struct WireReader
{
    /// <summary>The place of the case that a discriminator names, wherever it stands in the object; -1 for one that is
    /// not known or not there, which is told to the observer. Null and empty text are no value.</summary>
    /// <param name="key">The field that holds the discriminator.</param>
    /// <param name="cases">Its values.</param>
    public readonly int Case(string key, EnumTable cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        RequireValue();
        var ahead = this;
        var offset = Offset;
        var isObject = ahead.EntersObject();
        while (isObject && ahead.NextName())
        {
            var isKey = ahead.IsName(key);
            ahead.Advance();
            if (isKey)
            {
                offset = ahead.Offset;
                Span<byte> scratch = stackalloc byte[ScratchLength];
                if (ahead._json.TokenType is JsonTokenType.String or JsonTokenType.Number
                    && cases.Of(ahead.TextBytes(scratch, "a value")) is { IsKnown: true } found)
                {
                    return found.Index;
                }

                break;
            }

            ahead.Skip();
        }

        _context.Observer?.UnknownValue(offset);
        return -1;
    }

    /// <summary>The place of the first case whose key is present, and not null or empty text; -1 where there is none, which is told to
    /// the observer.</summary>
    /// <param name="keys">A key for each case, the first that is there counts.</param>
    public readonly int CaseWith(FieldTable keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        RequireValue();
        var ahead = this;
        var found = keys.Count;
        var isObject = ahead.EntersObject();
        while (isObject && ahead.NextName())
        {
            var field = ahead._json.ValueIsEscaped ? ahead.FindEscaped(keys, 0) : keys.Find(ahead._json.ValueSpan, 0);
            ahead.Advance();
            if (field >= 0 && field < found && !ahead.IsAbsent)
            {
                found = field;
            }

            ahead.Skip();
        }

        if (found < keys.Count)
        {
            return found;
        }

        _context.Observer?.UnknownValue(Offset);
        return -1;
    }

    /// <summary>The place of the case of this kind of JSON value; -1 where there is none, which is told to the observer.
    /// </summary>
    /// <param name="kinds">object, array, text, number or bool, one for each case.</param>
    public readonly int CaseOf(EnumTable kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (_json.TokenType == JsonTokenType.Null)
        {
            throw Unexpected("a value");
        }

        var kind = kinds.Of(_json.TokenType switch
        {
            JsonTokenType.StartObject => "object"u8,
            JsonTokenType.StartArray => "array"u8,
            JsonTokenType.String => "text"u8,
            JsonTokenType.Number => "number"u8,
            _ => "bool"u8,
        });
        if (!kind.IsKnown)
        {
            _context.Observer?.UnknownValue(Offset);
        }

        return kind.Index;
    }

    // What is absent is none of the cases that the specification does not know: it is not there.
    private readonly void RequireValue()
    {
        if (IsAbsent)
        {
            throw Unexpected("an object");
        }
    }

    // Enters an object, or the only object of an array; false for anything else.
    private bool EntersObject()
    {
        if (_json.TokenType == JsonTokenType.StartArray)
        {
            Advance();
        }

        return _json.TokenType == JsonTokenType.StartObject;
    }

    private bool NextName()
    {
        Advance();
        return _json.TokenType == JsonTokenType.PropertyName;
    }
}
