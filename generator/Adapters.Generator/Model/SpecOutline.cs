namespace Adapters.Generator.Model;

/// <summary>Where something is said, zero-based, and what is said there (for a key the key).</summary>
public sealed record OutlinePlace(string Path, int Line, int Column, int Length, string Text)
{
    /// <summary>The place of a word of the text; the whole where the text does not have it.</summary>
    public OutlinePlace Word(string word)
    {
        var at = word.Length == 0 ? -1 : Text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? this : new OutlinePlace(Path, Line, Column + at + Quote, word.Length, word);
    }

    // A quoted text is a character longer at each end.
    private int Quote => Length == Text.Length + 2 ? 1 : 0;
}

/// <summary>A member that takes over what another says: <c>like</c>, <c>$like</c>.</summary>
public sealed record OutlineLike(string Section, string? FromScope, string From, string To);

/// <summary>
/// What a specification says by path, with places: for findings about a model, which knows none. A path is a section, the
/// product or null, the member's name, and keys inside it.
/// </summary>
public sealed class SpecOutline
{
    private readonly Dictionary<string, (OutlinePlace Key, OutlinePlace? Value)> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string? Scope, string Name)>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ISet<string>> _keys = new(StringComparer.Ordinal);
    private readonly List<OutlineLike> _likes = [];

    /// <summary>All inclusions.</summary>
    public IReadOnlyList<OutlineLike> Likes => _likes;

    /// <summary>Sections that have members.</summary>
    public IReadOnlyCollection<string> Sections => _members.Keys;

    /// <summary>The members of a section, in the order of files and lines.</summary>
    public IReadOnlyList<(string? Scope, string Name)> Members(string section) =>
        _members.TryGetValue(section, out var members) ? members : [];

    /// <summary>The language has the key in members of the section.</summary>
    public bool IsKey(string section, string key) => _keys.TryGetValue(section, out var keys) && keys.Contains(key);

    /// <summary>Something is said there.</summary>
    public bool Has(string section, string? scope, params string[] path) => _said.ContainsKey(Key(section, scope, path));

    /// <summary>What a member says, and what the members it is like say.</summary>
    public IEnumerable<string> KeysOf(string section, string? scope, string name)
    {
        var prefix = Key(section, scope, [name]) + "\n";
        var own = _said.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key.Substring(prefix.Length).Split('\n')[0]);
        var liked = _likes.Where(like => like.Section == section && like.FromScope == scope && like.From == name && like.To != name);
        return own.Concat(liked.SelectMany(like => KeysOf(section, scope, like.To).Concat(scope is null ? [] : KeysOf(section, null, like.To))));
    }

    /// <summary>The key of a path, or the nearest one above it.</summary>
    public OutlinePlace At(string section, string? scope, params string[] path)
    {
        for (var length = path.Length; length > 0; length--)
        {
            if (_said.TryGetValue(Key(section, scope, path.Take(length)), out var said)) return said.Key;
        }
        return _said.TryGetValue(section, out var whole) ? whole.Key : new OutlinePlace("", 0, 0, 1, "");
    }

    /// <summary>The text at a path; where that is no text or nothing, the nearest key.</summary>
    public OutlinePlace ValueAt(string section, string? scope, params string[] path) =>
        _said.TryGetValue(Key(section, scope, path), out var said) && said.Value is not null ? said.Value : At(section, scope, path);

    /// <summary>Notes a section.</summary>
    public void AddSection(string section, OutlinePlace key, OutlinePlace? value) => AddOnce(section, key, value);

    /// <summary>Notes which keys the language has in members of a section.</summary>
    public void AddKeys(string section, ISet<string> keys) => _keys[section] = keys;

    /// <summary>Notes a member of a section.</summary>
    public void AddMember(string section, string? scope, string name, OutlinePlace key, OutlinePlace? value)
    {
        if (!_members.TryGetValue(section, out var members)) _members.Add(section, members = []);
        members.Add((scope, name));
        Add(section, scope, [name], key, value);
    }

    /// <summary>Notes something inside a member.</summary>
    public void Add(string section, string? scope, IReadOnlyList<string> path, OutlinePlace key, OutlinePlace? value) =>
        AddOnce(Key(section, scope, path), key, value);

    /// <summary>Notes an inclusion.</summary>
    public void AddLike(OutlineLike like) => _likes.Add(like);

    private void AddOnce(string key, OutlinePlace place, OutlinePlace? value)
    {
        if (!_said.ContainsKey(key)) _said.Add(key, (place, value));
    }

    private static string Key(string section, string? scope, IEnumerable<string> path) =>
        section + "\n" + scope + "\n" + string.Join("\n", path);
}
