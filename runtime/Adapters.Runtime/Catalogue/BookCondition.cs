using System.Globalization;

namespace Adapters.Catalogue;

/// <summary>
/// A comparison of update ids, for example <c>first &lt;= book + 1 &lt;= last</c>: a chain of <c>first</c>,
/// <c>last</c>, <c>previous</c> (the ids of the update), <c>book</c> (the last id that the book holds) and whole
/// numbers, each with <c>+ N</c> or <c>- N</c>, compared by <c>&lt; &lt;= == &gt;= &gt;</c>.
/// </summary>
public sealed class BookCondition
{
    private static readonly string[] Names = ["first", "last", "previous", "book"];

    private readonly string _text;
    private readonly Term[] _terms;
    private readonly Comparison[] _comparisons;
    private readonly bool _readsPrevious;

    private BookCondition(string text, Term[] terms, Comparison[] comparisons)
    {
        _text = text;
        _terms = terms;
        _comparisons = comparisons;
        _readsPrevious = Array.Exists(terms, static term => term.IsPrevious);
    }

    private enum Comparison
    {
        Less = 1,
        LessOrEqual,
        Equal,
        GreaterOrEqual,
        Greater,
    }

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">The text is no condition; the message names the column.</exception>
    public static BookCondition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        List<Term> terms = [ParseTerm(text, ref at)];
        List<Comparison> comparisons = [];
        while (SkipSpace(text, ref at))
        {
            comparisons.Add(ParseComparison(text, ref at));
            terms.Add(ParseTerm(text, ref at));
        }

        return comparisons.Count > 0
            ? new BookCondition(text.Trim(), [.. terms], [.. comparisons])
            : throw Bad(text, at, "a comparison such as '<=' is missing");
    }

    /// <summary>Tells whether the condition holds. One that reads <c>previous</c> does not hold for an update that
    /// has none.</summary>
    public bool Holds(long first, long last, long? previous, long book)
    {
        var ids = new Ids(first, last, previous.GetValueOrDefault(), book);
        if (_readsPrevious && previous is null)
        {
            return false;
        }

        var left = _terms[0].Value(ids);
        for (var i = 0; i < _comparisons.Length; i++)
        {
            var right = _terms[i + 1].Value(ids);
            if (!Compare(left, _comparisons[i], right))
            {
                return false;
            }

            left = right;
        }

        return true;
    }

    /// <summary>The condition's text.</summary>
    public override string ToString() => _text;

    private static bool Compare(Int128 left, Comparison comparison, Int128 right) => comparison switch
    {
        Comparison.Less => left < right,
        Comparison.LessOrEqual => left <= right,
        Comparison.Equal => left == right,
        Comparison.GreaterOrEqual => left >= right,
        _ => left > right,
    };

    private static Term ParseTerm(string text, ref int at)
    {
        if (!SkipSpace(text, ref at))
        {
            throw Bad(text, at, $"expected one of {string.Join(", ", Names)} or a number");
        }

        var start = at;
        if (char.IsAsciiDigit(text[at]))
        {
            return new Term(-1, ParseNumber(text, ref at));
        }

        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        var name = Array.IndexOf(Names, text[start..at]);
        if (name < 0)
        {
            throw Bad(text, start, $"expected one of {string.Join(", ", Names)} or a number");
        }

        return new Term(name, ParseOffset(text, ref at));
    }

    private static long ParseOffset(string text, ref int at)
    {
        if (!SkipSpace(text, ref at) || text[at] is not ('+' or '-'))
        {
            return 0;
        }

        var sign = text[at++] == '-' ? -1 : 1;
        SkipSpace(text, ref at);
        return sign * ParseNumber(text, ref at);
    }

    private static long ParseNumber(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return long.TryParse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Bad(text, start, at == start ? "expected a whole number" : "the number does not fit 64 bits");
    }

    private static Comparison ParseComparison(string text, ref int at)
    {
        var hasEqual = at + 1 < text.Length && text[at + 1] == '=';
        var comparison = (text[at], hasEqual) switch
        {
            ('<', false) => Comparison.Less,
            ('<', true) => Comparison.LessOrEqual,
            ('=', true) => Comparison.Equal,
            ('>', true) => Comparison.GreaterOrEqual,
            ('>', false) => Comparison.Greater,
            _ => throw Bad(text, at, "expected one of < <= == >= >"),
        };
        at += hasEqual ? 2 : 1;
        return comparison;
    }

    private static bool SkipSpace(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at < text.Length;
    }

    private static FormatException Bad(string text, int at, string problem) =>
        new($"The book condition '{text}' is wrong at column {at + 1}: {problem}.");

    // Wider than the ids, so that an offset cannot overflow.
    private readonly struct Term(int name, long offset)
    {
        internal bool IsPrevious => name == 2;

        internal Int128 Value(in Ids ids) => name switch
        {
            0 => (Int128)ids.First + offset,
            1 => (Int128)ids.Last + offset,
            2 => (Int128)ids.Previous + offset,
            3 => (Int128)ids.Book + offset,
            _ => offset,
        };
    }

    private readonly record struct Ids(long First, long Last, long Previous, long Book);
}
