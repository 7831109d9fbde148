namespace Adapters.Simulation.Server;

/// <summary>The words that a venue has for meanings. A meaning may stand in several rows, as may a word; the first one
/// counts.</summary>
/// <param name="rows">Meanings with their words.</param>
public sealed class WordTable<T>(params (T Meaning, string Word)[] rows)
    where T : struct
{
    /// <summary>All words, in the order of the rows.</summary>
    public IReadOnlyList<string> Words { get; } = [.. rows.Select(static row => row.Word)];

    /// <summary>The word of a meaning; null where there is none.</summary>
    public string? Word(T? meaning) => meaning is { } known
        ? rows.FirstOrDefault(row => EqualityComparer<T>.Default.Equals(row.Meaning, known)).Word
        : null;

    /// <summary>The meaning of the first word that fits; null where none does.</summary>
    public T? MeaningOf(Func<string, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(fits);
        foreach (var (meaning, word) in rows)
        {
            if (fits(word))
            {
                return meaning;
            }
        }

        return null;
    }

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
}
