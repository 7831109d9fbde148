using System.Text;
using System.Text.Json;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>Changes JSON texts as venues, and others, might: fields reordered, dropped, doubled and added, values in other
/// forms, white space, escapes, and bytes that are simply wrong. The seed decides everything.</summary>
internal sealed partial class JsonMutator(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A changed text: a few changes of its parts, or of its bytes, or both; now and then bytes out of the blue.
    /// </summary>
    internal byte[] Mutate(ReadOnlySpan<byte> sound)
    {
        if (_random.Next(50) == 0)
        {
            var noise = new byte[_random.Next(48)];
            _random.NextBytes(noise);
            return _random.Next(2) == 0 ? noise : [.. sound[.._random.Next(sound.Length)], .. noise];
        }

        using var document = JsonDocument.Parse(sound.ToArray());
        var root = Part.Of(document.RootElement);
        var style = _random.Next(10);
        for (var changes = style < 8 ? _random.Next(1, 4) : 0; changes > 0; changes--)
        {
            root = Change(root);
        }

        var text = new StringBuilder();
        Write(root, text, style == 7 || _random.Next(12) == 0);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        for (var changes = style < 7 ? 0 : _random.Next(1, 3); changes > 0; changes--)
        {
            bytes = Damage(bytes);
        }

        return bytes;
    }

    private Part Change(Part root)
    {
        var all = new List<Part>();
        root.Collect(all);
        var part = all[_random.Next(all.Count)];
        switch (_random.Next(10))
        {
            case 0 when part.Fields.Count > 1:
                part.Shuffle(_random);
                break;
            case 1 when part.Fields.Count > 1:
                var from = _random.Next(part.Fields.Count);
                var moved = part.Fields[from];
                part.Fields.RemoveAt(from);
                part.Fields.Insert(_random.Next(part.Fields.Count + 1), moved);
                break;
            case 2 when part.Fields.Count > 0:
                part.Fields.RemoveAt(_random.Next(part.Fields.Count));
                break;
            case 3 when part.Fields.Count > 0:
                var (key, value) = part.Fields[_random.Next(part.Fields.Count)];
                part.Fields.Insert(_random.Next(part.Fields.Count + 1), (key, _random.Next(2) == 0 ? value : Scalar()));
                break;
            case 4 when part.Fields.Count > 0:
                part.Fields.Insert(_random.Next(part.Fields.Count + 1), (part.IsObject ? Name() : null, Scalar()));
                break;
            case 5 when part.IsObject && part.Fields.Count > 0:
                var at = _random.Next(part.Fields.Count);
                part.Fields[at] = (Respell(part.Fields[at].Key!), part.Fields[at].Value);
                break;
            case 6:
                return root.Replaced(part, new Part("[") { Fields = { (null, part) } });
            case 7 when part.Raw is { } raw:
                return root.Replaced(part, new Part(Respell(raw)));
            case 8 when part.Raw is { Length: > 2 } raw && raw[0] == '"' && char.IsAsciiDigit(raw[1]):
                return root.Replaced(part, new Part(Decimal()));
            default:
                return root.Replaced(part, Scalar());
        }

        return root;
    }

    // Most have the form of prices, and a few go beyond it at either end.
    private string Decimal()
    {
        var text = new StringBuilder("\"");
        Digits(_random.Next(10));
        text.Append('.', _random.Next(12) == 0 ? 2 : 1);
        Digits(_random.Next(10));
        return text.Append('"').ToString();

        void Digits(int count)
        {
            for (var i = 0; i < count; i++)
            {
                text.Append((char)('0' + _random.Next(10)));
            }
        }
    }

    private Part Scalar() => new(Scalars[_random.Next(Scalars.Length)]);

    private string Name() => _random.Next(4) switch
    {
        0 => "\"new\"",
        1 => "\"e\"",
        2 => "\"a\\u0062c\"",
        _ => $"\"{(char)_random.Next('A', 'z')}\"".Replace("\\", "\\\\", StringComparison.Ordinal),
    };

    // The same value in another form: digits as text, text as digits, letters as escapes.
    private string Respell(string raw)
    {
        if (raw[0] != '"')
        {
            return $"\"{raw}\"";
        }

        if (raw.Length > 2 && _random.Next(2) == 0 && raw.All(static c => c is '"' or '.' or (>= '0' and <= '9')))
        {
            return raw[1..^1];
        }

        if (raw.Length == 2 || raw.Contains('\\', StringComparison.Ordinal))
        {
            return raw;
        }

        var at = _random.Next(1, raw.Length - 1);
        return $"{raw[..at]}\\u{(int)raw[at]:x4}{raw[(at + 1)..]}";
    }

    private void Write(Part part, StringBuilder text, bool isSpaced)
    {
        Space(text, isSpaced);
        if (part.Raw is { } raw)
        {
            text.Append(raw);
        }
        else
        {
            text.Append(part.IsObject ? '{' : '[');
            for (var i = 0; i < part.Fields.Count; i++)
            {
                text.Append(i == 0 ? "" : ",");
                if (part.Fields[i].Key is { } key)
                {
                    Space(text, isSpaced);
                    text.Append(key);
                    Space(text, isSpaced);
                    text.Append(':');
                }

                Write(part.Fields[i].Value, text, isSpaced);
            }

            Space(text, isSpaced);
            text.Append(part.IsObject ? '}' : ']');
        }

        Space(text, isSpaced);
    }

    private void Space(StringBuilder text, bool isSpaced)
    {
        if (isSpaced && _random.Next(3) == 0)
        {
            text.Append(" \n\t\r"[_random.Next(4)]);
        }
    }

    private byte[] Damage(byte[] text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var at = _random.Next(text.Length);
        var end = Math.Min(text.Length, at + _random.Next(8));
        var splinter = Splinters[_random.Next(Splinters.Length)];
        return _random.Next(7) switch
        {
            0 => text[..at],
            1 => [.. text[..at], (byte)_random.Next(256), .. text[(at + 1)..]],
            2 => [.. text[..at], (byte)(text[at] ^ (1 << _random.Next(8))), .. text[(at + 1)..]],
            3 => [.. text[..at], .. splinter, .. text[at..]],
            4 => [.. text[..at], .. splinter, .. text[end..]],
            5 => [.. text[..at], .. text[end..]],
            _ => [.. text[..end], .. text[at..end], .. text[end..]],
        };
    }
}
