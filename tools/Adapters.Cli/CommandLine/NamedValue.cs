namespace Adapters.Cli.CommandLine;

/// <summary>Words of the form <c>name=value</c>.</summary>
internal static class NamedValue
{
    /// <summary>Splits at the first equals sign.</summary>
    /// <exception cref="UsageException">There is none, or no name before it.</exception>
    public static (string Name, string Value) Parse(string what, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? (text[..at], text[(at + 1)..])
            : throw new UsageException($"{what} takes name=value, not '{text}'.");
    }

    /// <summary>Reads several, each name once.</summary>
    /// <exception cref="UsageException">One is malformed, or a name is there twice.</exception>
    public static Dictionary<string, string> Map(string what, IEnumerable<string> texts)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in texts.Select(text => Parse(what, text)))
        {
            if (!map.TryAdd(name, value))
            {
                throw new UsageException($"{what} {name} is given twice.");
            }
        }

        return map;
    }
}
