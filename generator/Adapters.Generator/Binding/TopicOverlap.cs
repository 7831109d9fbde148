using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Binding;

/// <summary>
/// Tells whether one text can be a topic of two channels. Parameters of enum type are their values; others are any word of
/// letters, digits, <c>_</c>, <c>-</c> and <c>/</c>, small or large where the topic says so.
/// </summary>
internal sealed class TopicOverlap
{
    private const int Lower = 1;
    private const int Upper = 2;
    private const int Digit = 4;
    private const int Sign = 8;

    // A state's ways on: a character (or a class of them) and the state behind it. The last state ends a topic.
    private readonly List<List<(char Literal, int Class, int Next)>> _ways = [];
    private readonly HashSet<int> _starts = [0];
    private readonly HashSet<int> _ends;

    private TopicOverlap(IReadOnlyList<TopicPart> parts, Func<TypeRef, EnumModel?> enumOf)
    {
        State();
        var open = new HashSet<int> { 0 };
        var group = 0;
        var before = open;
        foreach (var part in parts)
        {
            if (part.OptionalGroup != group)
            {
                if (group != 0) open = [.. open, .. before]; // the group may be left out
                group = part.OptionalGroup;
                before = open;
            }
            open = Add(open, part, enumOf);
        }
        _ends = group != 0 ? [.. open, .. before] : open;
    }

    /// <summary>For each channel the first of those before it with a topic that can be the same text, and neither says more
    /// of it than the other.</summary>
    public static IEnumerable<(ChannelModel Earlier, ChannelModel Later)> Among(
        IReadOnlyList<ChannelModel> channels, Func<TypeRef, EnumModel?> enumOf)
    {
        // Of two topics that fit, the one with more literal characters is meant.
        var byLiterals = new Dictionary<int, List<ChannelModel>>();
        foreach (var channel in channels.Where(channel => channel.Parts.Count > 0))
        {
            var literals = channel.Parts.Where(part => part.Type is null && part.OptionalGroup == 0).Sum(part => part.Text.Length);
            if (!byLiterals.TryGetValue(literals, out var before)) byLiterals[literals] = before = [];
            if (before.Find(earlier => Exists(earlier, channel, enumOf)) is { } other) yield return (other, channel);
            before.Add(channel);
        }
    }

    private static bool Exists(ChannelModel a, ChannelModel b, Func<TypeRef, EnumModel?> enumOf) =>
        !EndsDiffer(a.Parts, b.Parts) && new TopicOverlap(a.Parts, enumOf).Meets(new TopicOverlap(b.Parts, enumOf));

    // Most channels of a venue differ in their last words: no need to look further.
    private static bool EndsDiffer(EquatableArray<TopicPart> a, EquatableArray<TopicPart> b)
    {
        if (a.Count == 0 || b.Count == 0) return false;
        var (x, y) = (a[a.Count - 1], b[b.Count - 1]);
        if (x.Type is not null || y.Type is not null || x.OptionalGroup != 0 || y.OptionalGroup != 0) return false;
        var length = Math.Min(x.Text.Length, y.Text.Length);
        return string.CompareOrdinal(x.Text, x.Text.Length - length, y.Text, y.Text.Length - length, length) != 0;
    }

    private bool Meets(TopicOverlap other)
    {
        var seen = new HashSet<(int, int)>();
        var open = new Stack<(int, int)>(_starts.SelectMany(_ => other._starts, (a, b) => (a, b)));
        while (open.Count > 0)
        {
            var (a, b) = open.Pop();
            if (!seen.Add((a, b))) continue;
            if (_ends.Contains(a) && other._ends.Contains(b)) return true;
            foreach (var way in _ways[a])
            {
                foreach (var theirs in other._ways[b].Where(theirs => Share(way, theirs))) open.Push((way.Next, theirs.Next));
            }
        }
        return false;
    }

    private static bool Share((char Literal, int Class, int Next) a, (char Literal, int Class, int Next) b) =>
        a.Class == 0 && b.Class == 0 ? a.Literal == b.Literal
        : a.Class == 0 ? (ClassOf(a.Literal) & b.Class) != 0
        : b.Class == 0 ? (ClassOf(b.Literal) & a.Class) != 0
        : (a.Class & b.Class) != 0;

    private static int ClassOf(char c) => char.IsDigit(c) ? Digit : char.IsUpper(c) ? Upper : char.IsLetter(c) ? Lower : c is '_' or '-' or '/' ? Sign : 0;

    private int State()
    {
        _ways.Add([]);
        return _ways.Count - 1;
    }

    private HashSet<int> Add(HashSet<int> from, TopicPart part, Func<TypeRef, EnumModel?> enumOf)
    {
        if (part.Type is null) return [Text(from, part.Text)];
        if (part.Type.Kind == TypeKind.Enum && enumOf(part.Type) is { } known) return [.. known.Values.Select(value => Text(from, Cased(value.Wire, part)))];
        var state = State();
        var letters = part.Type.Kind == TypeKind.Int ? Digit
            : Digit | Sign | (part.Format == "lower" ? Lower : part.Format == "upper" ? Upper : Lower | Upper);
        foreach (var start in from.Append(state)) _ways[start].Add(('\0', letters, state));
        return [state];
    }

    private static string Cased(string text, TopicPart part) => part.Format switch
    {
        "lower" => text.ToLowerInvariant(),
        "upper" => text.ToUpperInvariant(),
        _ => text,
    };

    private int Text(HashSet<int> from, string text)
    {
        var open = from;
        foreach (var c in text)
        {
            var state = State();
            foreach (var start in open) _ways[start].Add((c, 0, state));
            open = [state];
        }
        return open.First();
    }
}
