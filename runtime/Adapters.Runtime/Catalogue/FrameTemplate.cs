using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Adapters.Catalogue;

/// <summary>
/// The form of a frame: JSON in which a text <c>"$name"</c> is a placeholder and <c>"$name?"</c> one that may be
/// missing. Outgoing it is filled in, in the order written; incoming its literals must be equal, other keys are
/// ignored, and the order of keys does not matter.
/// </summary>
public sealed class FrameTemplate
{
    private readonly Node _root;

    /// <summary>Parses a template.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public FrameTemplate(string json)
    {
        Text = json;
        using var document = JsonDocument.Parse(json);
        var names = new List<string>();
        _root = Node.Parse(document.RootElement, names);
        Placeholders = names;
    }

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>Names of the placeholders without <c>$</c>, in the order written; a capture's place is the name's.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>The place of a placeholder among <see cref="Placeholders"/>, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Placeholders.Count; i++)
        {
            if (Placeholders[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Matches an incoming frame. Ranges of missing optional placeholders are empty. Allocates nothing.</summary>
    /// <param name="frame">The whole frame.</param>
    /// <param name="captures">One range per placeholder; must be as long as <see cref="Placeholders"/>.</param>
    /// <returns>False where the frame has another form or is no JSON.</returns>
    public bool TryMatch(ReadOnlySpan<byte> frame, Span<Range> captures)
    {
        captures[..Placeholders.Count].Fill(0..0);
        var reader = new Utf8JsonReader(frame);
        try
        {
            return reader.Read() && Match(_root, ref reader, captures) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Writes a frame. A value is raw JSON; an optional placeholder, and an optional key over one, leaves its
    /// key out where it has none.</summary>
    /// <exception cref="InvalidOperationException">A placeholder that must be filled has no value.</exception>
    public void Write(IBufferWriter<byte> output, Func<string, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var json = new Utf8JsonWriter(output);
        _root.Write(json, value);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool Match(Node node, ref Utf8JsonReader reader, Span<Range> captures)
    {
        var start = (int)reader.TokenStartIndex;
        switch (node.Kind)
        {
            case NodeKind.Placeholder:
                reader.Skip();
                captures[node.Index] = start..(int)reader.BytesConsumed;
                return true;
            case NodeKind.Literal:
                return node.IsLiteral(ref reader);
            case NodeKind.List:
                return MatchList(node, ref reader, captures);
            default:
                return MatchMap(node, ref reader, captures);
        }
    }

    private static bool MatchList(Node node, ref Utf8JsonReader reader, Span<Range> captures)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        foreach (var item in node.Children)
        {
            if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray || !Match(item, ref reader, captures))
            {
                return false;
            }
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
        }

        return true;
    }

    private static bool MatchMap(Node node, ref Utf8JsonReader reader, Span<Range> captures)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        ulong seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = node.Find(ref reader);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
                continue;
            }

            seen |= 1UL << index;
            if (!Match(node.Children[index], ref reader, captures))
            {
                return false;
            }
        }

        return (seen & node.Required) == node.Required;
    }

    private enum NodeKind
    {
        Literal,
        Placeholder,
        Map,
        List,
    }

    private sealed class Node
    {
        private byte[] _text = [];
        private JsonTokenType _token;
        private byte[][] _keys = [];
        private string[] _keyTexts = [];
        private string _name = "";
        private bool _isOptional;

        public NodeKind Kind { get; private init; }

        public int Index { get; private init; }

        public Node[] Children { get; private set; } = [];

        public ulong Required { get; private set; }

        public static Node Parse(JsonElement element, List<string> names)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    return Map(element, names);
                case JsonValueKind.Array:
                    var list = new Node { Kind = NodeKind.List };
                    list.Children = [.. element.EnumerateArray().Select(item => Parse(item, names))];
                    return list;
                case JsonValueKind.String when element.GetString() is ['$', .. var name]:
                    var trimmed = name.TrimEnd('?');
                    names.Add(trimmed);
                    return new Node
                    {
                        Kind = NodeKind.Placeholder,
                        Index = names.Count - 1,
                        _name = trimmed,
                        _isOptional = name.EndsWith('?'),
                    };
                default:
                    return new Node
                    {
                        Kind = NodeKind.Literal,
                        _token = element.ValueKind switch
                        {
                            JsonValueKind.String => JsonTokenType.String,
                            JsonValueKind.Number => JsonTokenType.Number,
                            JsonValueKind.True => JsonTokenType.True,
                            JsonValueKind.False => JsonTokenType.False,
                            _ => JsonTokenType.Null,
                        },
                        _text = Encoding.UTF8.GetBytes(
                            element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText()),
                    };
            }
        }

        public int Find(ref Utf8JsonReader reader)
        {
            for (var i = 0; i < _keys.Length; i++)
            {
                if (reader.ValueTextEquals(_keys[i]))
                {
                    return i;
                }
            }

            return -1;
        }

        public bool IsLiteral(ref Utf8JsonReader reader) => reader.TokenType == _token && _token switch
        {
            JsonTokenType.String => reader.ValueTextEquals(_text),
            JsonTokenType.Number => reader.ValueSpan.SequenceEqual(_text),
            _ => true,
        };

        public void Write(Utf8JsonWriter json, Func<string, string?> value)
        {
            switch (Kind)
            {
                case NodeKind.Placeholder:
                    json.WriteRawValue(value(_name)
                        ?? throw new InvalidOperationException($"The placeholder ${_name} has no value."));
                    break;
                case NodeKind.Map:
                    json.WriteStartObject();
                    for (var i = 0; i < Children.Length; i++)
                    {
                        if ((Required & (1UL << i)) == 0 && Children[i].Lacks(value))
                        {
                            continue;
                        }

                        json.WritePropertyName(_keyTexts[i]);
                        Children[i].Write(json, value);
                    }

                    json.WriteEndObject();
                    break;
                case NodeKind.List:
                    json.WriteStartArray();
                    foreach (var child in Children)
                    {
                        child.Write(json, value);
                    }

                    json.WriteEndArray();
                    break;
                default:
                    if (_token == JsonTokenType.String)
                    {
                        json.WriteStringValue(_text);
                    }
                    else
                    {
                        json.WriteRawValue(_text);
                    }

                    break;
            }
        }

        /// <summary>It is a placeholder without a value, or holds one that must be filled.</summary>
        private bool Lacks(Func<string, string?> value) => Kind switch
        {
            NodeKind.Placeholder => value(_name) is null,
            NodeKind.Map => Children.Where((_, i) => (Required & (1UL << i)) != 0).Any(child => child.Lacks(value)),
            _ => Children.Any(child => !child._isOptional && child.Lacks(value)),
        };

        private static Node Map(JsonElement element, List<string> names)
        {
            var map = new Node { Kind = NodeKind.Map };
            var properties = element.EnumerateObject().ToArray();
            map._keyTexts = [.. properties.Select(property => property.Name.TrimEnd('?'))];
            map._keys = [.. map._keyTexts.Select(Encoding.UTF8.GetBytes)];
            map.Children = [.. properties.Select(property => Parse(property.Value, names))];
            for (var i = 0; i < properties.Length; i++)
            {
                if (!map.Children[i]._isOptional && !properties[i].Name.EndsWith('?'))
                {
                    map.Required |= 1UL << i;
                }
            }

            return map;
        }
    }
}
