using Adapters.Generator.Support;

namespace Adapters.Cli.CommandLine;

/// <summary>Tells a mistyped name's neighbours.</summary>
internal static class Meant
{
    /// <summary><c> Did you mean 'x' or 'y'?</c>, or nothing where no name comes near.</summary>
    public static string Of(string name, IEnumerable<string> known, int most = 1)
    {
        var near = Nearest.Names(name, known, most);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(static item => $"'{item}'"))}?";
    }
}
