using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds what parameters ask of each other: <c>a ^ b</c>, <c>a | b</c>, <c>a &amp; b</c>, and tables by value.</summary>
internal sealed class NeedBinder(BindContext context)
{
    /// <summary>Requirements that always hold.</summary>
    public IEnumerable<NeedModel> Needs(SpecNode? node, IReadOnlyList<ParameterModel> declared, string owner)
    {
        foreach (var scalar in context.Scalars(node, "needs"))
        {
            if (Texts.Words(scalar.Value).Count < 3) context.Report("ADP033", scalar, scalar.Value);
            else if (Need(scalar, declared, owner) is { } need) yield return need;
        }
    }

    /// <summary>Tables: <c>type: { LIMIT: [price, quantity, icebergQty?] }</c>.</summary>
    public IEnumerable<TableModel> Tables(SpecNode? node, IReadOnlyList<ParameterModel> declared, string owner)
    {
        if (node is null || context.Map(node, "A table of parameters") is not { } map) yield break;
        foreach (var entry in map.Entries)
        {
            if (declared.FirstOrDefault(parameter => parameter.WireName == entry.Key.Value) is not { } parameter)
            {
                var hint = Nearest.Hint(entry.Key.Value, declared.Select(known => known.WireName));
                context.Report("ADP030", entry.Key, entry.Key.Value, owner, hint);
            }
            else if (context.Map(entry.Value, $"The table of {entry.Key.Value}") is { } rows)
            {
                if (rows.Entries.Count == 0) context.Report("ADP013", entry.Key, entry.Key.Value, "a table of anything: it has no rows", "");
                var bound = rows.Entries.Select(row => Row(row, parameter, declared, owner)).OfType<RowModel>().ToEquatableArray();
                if (bound.Count > 0) yield return new TableModel(parameter.WireName, bound);
            }
        }
    }

    private RowModel? Row(MapEntry entry, ParameterModel parameter, IReadOnlyList<ParameterModel> declared, string owner)
    {
        var values = entry.Key.Value.Split(',').Select(value => value.Trim()).ToList();
        if (context.EnumOf(parameter.Type) is { } known
            && values.FirstOrDefault(value => known.Values.All(item => item.Wire != value)) is { } wrong)
        {
            var hint = Nearest.Hint(wrong, known.Values.Select(item => item.Wire));
            context.Report("ADP014", entry.Key, $"value of {known.Name}", wrong, hint);
            return null;
        }
        var needs = new List<NeedModel>();
        var allowed = new List<string>();
        foreach (var scalar in context.Scalars(entry.Value, "A row"))
        {
            var words = Texts.Words(scalar.Value);
            if (words.Count == 1 && words[0].Text.EndsWith("?", StringComparison.Ordinal))
            {
                if (Known(scalar, words[0], declared, owner)) allowed.Add(words[0].Text.TrimEnd('?'));
            }
            else if (Need(scalar, declared, owner) is { } need)
            {
                needs.Add(need);
            }
        }
        return new RowModel(values.ToEquatableArray(), needs.ToEquatableArray(), allowed.ToEquatableArray());
    }

    // One name alone must be given.
    private NeedModel? Need(ScalarNode scalar, IReadOnlyList<ParameterModel> declared, string owner)
    {
        var words = Texts.Words(scalar.Value);
        var names = words.Where((_, i) => i % 2 == 0).ToArray();
        var operators = words.Where((_, i) => i % 2 == 1).Select(word => word.Text).Distinct().ToArray();
        if (words.Count % 2 == 0 || operators.Length > 1 || (operators.Length == 1 && operators[0] is not ("^" or "|" or "&")))
        {
            context.Report("ADP033", scalar, scalar.Value);
            return null;
        }
        if (!names.All(name => Known(scalar, name, declared, owner))) return null;
        return new NeedModel(
            operators.Length == 0 ? '|' : operators[0][0], names.Select(name => name.Text.TrimEnd('?')).ToEquatableArray(),
            names.Last().Text.EndsWith("?", StringComparison.Ordinal));
    }

    private bool Known(
        ScalarNode scalar, (string Text, int Offset) word, IReadOnlyList<ParameterModel> declared, string owner)
    {
        var name = word.Text.TrimEnd('?');
        if (declared.Any(parameter => parameter.WireName == name)) return true;
        var hint = Nearest.Hint(name, declared.Select(parameter => parameter.WireName));
        context.ReportAt("ADP030", scalar, word.Offset, name.Length, name, owner, hint);
        return false;
    }
}
