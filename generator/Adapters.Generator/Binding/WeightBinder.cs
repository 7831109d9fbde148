using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>weight</c>: a number, or amounts by parameter.</summary>
internal sealed class WeightBinder(BindContext context)
{
    /// <summary>Binds the weight of an endpoint; without one it is 1.</summary>
    public WeightModel Bind(SpecNode? node, IReadOnlyList<ParameterModel> parameters, string endpoint)
    {
        if (node is null) return new WeightModel([], 1);
        if (node is ScalarNode scalar) return new WeightModel([], Amount(scalar).Amount);
        if (context.Map(node, "weight") is not { } map) return new WeightModel([], 1);
        var choices = new List<WeightChoice>();
        int? otherwise = null;
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == "else")
            {
                otherwise = context.Int(entry.Value, "else");
                continue;
            }
            if (parameters.All(parameter => parameter.WireName != entry.Key.Value))
            {
                var known = parameters.Select(parameter => parameter.WireName).Append("else");
                context.Report("ADP030", entry.Key, entry.Key.Value, endpoint, Nearest.Hint(entry.Key.Value, known));
                continue;
            }
            if (Choice(entry) is { } choice) choices.Add(choice);
        }
        if (otherwise is null) otherwise = choices.Count == 0 ? 1 : choices.Max(Largest); // silence: the dearest is safe
        return new WeightModel(choices.ToEquatableArray(), otherwise.Value);
    }

    private static int Largest(WeightChoice choice) => Math.Max(
        Math.Max(choice.Else ?? 0, choice.IsEach ? choice.Max ?? choice.Amount : choice.Amount),
        choice.Steps.Select(step => step.Amount).Concat(choice.Exact.Select(exact => exact.Amount)).DefaultIfEmpty(0).Max());

    private WeightChoice? Choice(MapEntry entry)
    {
        if (entry.Value is ScalarNode scalar)
        {
            var (amount, isEach, max) = Amount(scalar);
            return new WeightChoice(entry.Key.Value, amount, isEach, max, [], [], null);
        }
        if (context.Map(entry.Value, "A weight by steps") is not { } map) return null;
        var steps = new List<WeightStep>();
        var exact = new List<WeightExact>();
        int? otherwise = null;
        foreach (var step in map.Entries)
        {
            if (context.Int(step.Value, "An amount") is not { } amount) continue;
            if (step.Key.Value == "else") otherwise = amount;
            else if (Texts.TryInt(step.Key.Value, out var bound)) steps.Add(new WeightStep(bound, amount));
            else exact.Add(new WeightExact(step.Key.Value, amount));
        }
        steps.Sort((a, b) => a.UpTo.CompareTo(b.UpTo));
        return new WeightChoice(
            entry.Key.Value, steps.LastOrDefault()?.Amount ?? 0, false, null, steps.ToEquatableArray(),
            exact.ToEquatableArray(), otherwise);
    }

    private (int Amount, bool IsEach, int? Max) Amount(ScalarNode node)
    {
        var words = Texts.Words(node.Value).Select(word => word.Text).ToArray();
        var numbers = new List<int>();
        foreach (var word in words)
        {
            if (Texts.TryInt(word, out var number) && number is >= 0 and <= 1_000_000) numbers.Add((int)number);
        }
        switch (words.Length)
        {
            case 1 when numbers.Count == 1: return (numbers[0], false, null);
            case 2 when numbers.Count == 1 && words[1] == "each": return (numbers[0], true, null);
            case 4 when numbers.Count == 2 && words[1] == "each" && words[2] == "max": return (numbers[0], true, numbers[1]);
            default:
                context.Report("ADP031", node, node.Value);
                return (1, false, null);
        }
    }
}
