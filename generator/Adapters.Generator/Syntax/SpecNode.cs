namespace Adapters.Generator.Syntax;

/// <summary>Where something stands in a file: zero-based line and column, and how long it is on that line.</summary>
public readonly record struct Place(int Line, int Column, int Length)
{
    /// <summary>A part of a scalar on the same line.</summary>
    public Place Part(int offset, int length) => new(Line, Column + offset, length);
}

/// <summary>A node of a specification file, with its place.</summary>
public abstract class SpecNode(string path, Place place)
{
    /// <summary>The file, as diagnostics name it.</summary>
    public string Path { get; } = path;

    /// <summary>Where it begins.</summary>
    public Place Place { get; } = place;
}

/// <summary>A text; YAML's own typing is never used. <c>IsQuoted</c> tells <c>"1"</c> from <c>1</c> inside frames.</summary>
public sealed class ScalarNode(string path, Place place, string value, bool isQuoted) : SpecNode(path, place)
{
    /// <summary>The text without quotes.</summary>
    public string Value { get; } = value;

    /// <summary>Written in quotes.</summary>
    public bool IsQuoted { get; } = isQuoted;

    /// <summary>The place of a part of the value (its first character may stand behind a quote).</summary>
    public Place PlaceOf(int offset, int length) => Place.Part(offset + (IsQuoted ? 1 : 0), Math.Max(length, 1));
}

/// <summary>A map, entries in the order written.</summary>
public sealed class MapNode(string path, Place place, IReadOnlyList<MapEntry> entries) : SpecNode(path, place)
{
    /// <summary>The entries.</summary>
    public IReadOnlyList<MapEntry> Entries { get; } = entries;

    /// <summary>The value of a key, or null.</summary>
    public SpecNode? this[string key]
    {
        get
        {
            for (var i = 0; i < Entries.Count; i++)
            {
                if (Entries[i].Key.Value == key) return Entries[i].Value;
            }
            return null;
        }
    }
}

/// <summary>A key and its value.</summary>
public readonly record struct MapEntry(ScalarNode Key, SpecNode Value);

/// <summary>A list.</summary>
public sealed class ListNode(string path, Place place, IReadOnlyList<SpecNode> items) : SpecNode(path, place)
{
    /// <summary>The items.</summary>
    public IReadOnlyList<SpecNode> Items { get; } = items;
}
