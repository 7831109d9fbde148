namespace Adapters.Generator.Tests.Reference;

/// <summary>A place in a JSON text, written as errors write it: <c>$.orders[2].price</c>, <c>$['a b']</c>.</summary>
internal sealed class JsonPlace
{
    private const int ShownLength = 64;

    private readonly JsonPlace? _around;
    private readonly JsonName? _name;
    private readonly int _index;

    private JsonPlace(JsonPlace? around, JsonName? name, int index) => (_around, _name, _index) = (around, name, index);

    /// <summary>The whole text.</summary>
    public static JsonPlace Root { get; } = new(null, null, 0);

    /// <summary>The path.</summary>
    public string Path => _around is null ? "$" : _around.Path + (_name is null ? $"[{_index}]" : Step(_name.Text ?? "?"));

    /// <summary>An item of the array that stands here.</summary>
    public JsonPlace At(int index) => new(this, null, index);

    /// <summary>A field of the object that stands here.</summary>
    public JsonPlace Of(JsonName name) => new(this, name, 0);

    private static string Step(string name)
    {
        if (name.Length is > 0 and <= ShownLength && name.All(static c => char.IsAsciiLetterOrDigit(c) || "_-@!".Contains(c)))
        {
            return "." + name;
        }

        var shown = name.Length <= ShownLength ? name : name[..ShownLength] + "...";
        return $"['{string.Concat(shown.Select(static c => char.IsControl(c) || c == '\'' ? '?' : c))}']";
    }
}
