using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>books</c> and checks the words of their conditions.</summary>
internal sealed class BookBinder(BindContext context)
{
    private static readonly string[] Ids = ["first", "last", "previous", "book"];

    private static readonly string[] Comparisons = ["<", "<=", "==", ">=", ">", "!="];

    /// <summary>Binds one book rule; null after a report.</summary>
    public BookModel? Bind(SpecItem item, IReadOnlyList<string> endpoints, IReadOnlyList<string> channels)
    {
        if (context.Map(item.Node, $"The book {item.Name}") is not { } map) return null;
        context.CheckKeys(map, "book");
        var updates = Known(map["updates"], "channel", channels);
        var whole = Known(map["whole"], "channel", channels);
        string? snapshot = null;
        var arguments = new List<PairModel>();
        if (map["snapshot"] is ScalarNode name)
        {
            snapshot = Known(name, "endpoint", endpoints);
        }
        else if (map["snapshot"] is MapNode { Entries.Count: 1 } call)
        {
            snapshot = Known(call.Entries[0].Key, "endpoint", endpoints);
            if (context.Map(call.Entries[0].Value, "The snapshot's arguments") is { } given)
            {
                foreach (var entry in given.Entries)
                {
                    if (context.Text(entry.Value, "An argument") is { } value) arguments.Add(new PairModel(entry.Key.Value, value));
                }
            }
        }
        else if (map["snapshot"] is { } other)
        {
            context.Report("ADP011", other, "snapshot", "an endpoint, or { endpoint: { parameter: value } }");
        }
        if (updates is null && whole is null)
        {
            if (map["updates"] is null && map["whole"] is null) context.Report("ADP012", item.Key, $"The book {item.Name}", "updates");
            return null;
        }
        return new BookModel(
            item.Name, item.Scope, snapshot, arguments.ToEquatableArray(), updates, whole,
            Condition(map["drop"]), Condition(map["join"]), Condition(map["next"]));
    }

    private string? Known(SpecNode? node, string what, IReadOnlyList<string> names)
    {
        if (context.Scalar(node, what) is not { } scalar) return null;
        if (names.Contains(scalar.Value)) return scalar.Value;
        context.Report("ADP014", scalar, what, scalar.Value, Nearest.Hint(scalar.Value, names));
        return null;
    }

    private string? Condition(SpecNode? node)
    {
        if (context.Scalar(node, "A condition") is not { } scalar) return null;
        var words = Texts.Words(scalar.Value);
        var expectsId = true;
        var comparisons = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var (word, offset) = words[i];
            if (expectsId && Ids.Contains(word))
            {
                expectsId = false;
            }
            else if (!expectsId && word is "+" or "-" && i + 1 < words.Count && Texts.TryInt(words[i + 1].Text, out _))
            {
                i++;
            }
            else if (!expectsId && Comparisons.Contains(word))
            {
                comparisons++;
                expectsId = true;
            }
            else
            {
                context.ReportAt("ADP050", scalar, offset, word.Length, word);
                return null;
            }
        }
        if (!expectsId && comparisons > 0) return string.Join(" ", words.Select(word => word.Text));
        context.Report("ADP050", scalar, scalar.Value);
        return null;
    }
}
