namespace Adapters.Generator.Support;

/// <summary>Finds the known name a mistyped one was probably meant to be.</summary>
public static class Nearest
{
    /// <summary><c>; did you mean 'x'?</c>, or nothing when no name comes near.</summary>
    public static string Hint(string name, IEnumerable<string> known) =>
        string.Concat(Names(name, known, 1).Select(best => $"; did you mean '{best}'?"));

    /// <summary>The names that come near, nearest first.</summary>
    public static IReadOnlyList<string> Names(string name, IEnumerable<string> known, int most) => known
        .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(2, name.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Take(most)
        .Select(candidate => candidate.Name)
        .ToList();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
