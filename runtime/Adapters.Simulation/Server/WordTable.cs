namespace Adapters.Simulation.Server;

/// <summary>The words that a venue has for meanings. A meaning may stand in several rows, as may a word; the first one
/// counts.</summary>
/// <param name="rows">Meanings with their words.</param>
public sealed class WordTable<T>(params (T Meaning, string Word)[] rows)
    where T : struct
{
    private readonly Lazy<Dictionary<string, T>> _names = new(() => Names(rows));

    /// <summary>All words, in the order of the rows.</summary>
    public IReadOnlyList<string> Words { get; } = [.. rows.Select(static row => row.Word)];

    /// <summary>The word of a meaning; null where there is none.</summary>
    public string? Word(T? meaning) => meaning is { } known
        ? rows.FirstOrDefault(row => EqualityComparer<T>.Default.Equals(row.Meaning, known)).Word
        : null;

    /// <summary>The meaning of the word that a record's field is named for, <c>LotSize</c> for <c>LOT_SIZE</c>; null where
    /// there is none.</summary>
    public T? MeaningOfName(string name) => _names.Value.TryGetValue(name, out var meaning) ? meaning : null;

    /// <summary>The meaning of a word.</summary>
    /// <exception cref="ArgumentException">The venue has no such word.</exception>
    public T Meaning(string word)
    {
        foreach (var row in rows)
        {
            if (row.Word == word)
            {
                return row.Meaning;
            }
        }

        throw new ArgumentException($"The venue has no word '{word}' for {typeof(T).Name}.", nameof(word));
    }

    private static Dictionary<string, T> Names((T Meaning, string Word)[] rows)
    {
        var names = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (meaning, word) in rows)
        {
            names.TryAdd(VenueTexts.Pascal(word), meaning);
        }

        return names;
    }
}
