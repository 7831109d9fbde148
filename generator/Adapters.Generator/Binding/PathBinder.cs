using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Where the names of a conversion come from: the element, the record around it, the arguments of calls.</summary>
internal sealed class ConversionScope(
    RecordModel element, RecordModel? outer, IReadOnlyList<ArgumentModel> arguments)
{
    /// <summary>The record whose fields are meant first.</summary>
    public RecordModel Element { get; } = element;

    /// <summary>The record around it, with <c>$each</c>.</summary>
    public RecordModel? Outer { get; } = outer;

    /// <summary>What the calls and topics that yield the record know besides.</summary>
    public IReadOnlyList<ArgumentModel> Arguments { get; } = arguments;
}

/// <summary>Resolves paths such as <c>filters.priceFilter.tickSize!</c>.</summary>
internal sealed class PathBinder(BindContext context)
{
    /// <summary>Resolves a path written in a scalar; null after a report.</summary>
    public PathExpression? Bind(ScalarNode node, string text, int offset, ConversionScope scope)
    {
        var isAsserted = text.EndsWith("!", StringComparison.Ordinal);
        var names = text.TrimEnd('!').Split('.');
        if (TryRoot(names[0], scope) is not { } start)
        {
            var known = scope.Element.Fields.Concat(scope.Outer?.Fields ?? [])
                .Where(field => field.Name is not null).Select(field => field.Name!)
                .Concat(scope.Arguments.Select(argument => argument.Name));
            context.ReportAt("ADP060", node, offset, names[0].Length, scope.Element.Name, names[0], Nearest.Hint(names[0], known));
            return null;
        }
        var steps = new List<PathStep> { start.Step };
        var at = offset + names[0].Length + 1;
        foreach (var name in names.Skip(1))
        {
            var record = context.RecordOf(steps[steps.Count - 1].Type);
            if (record is null || StepOf(record, name) is not { } step)
            {
                var known = record?.Fields.Where(field => field.Name is not null).Select(field => field.Name!) ?? [];
                var owner = record?.Name ?? steps[steps.Count - 1].Property;
                context.ReportAt("ADP060", node, at, name.Length, owner, name, Nearest.Hint(name, known));
                return null;
            }
            steps.Add(step);
            at += name.Length + 1;
        }
        return new PathExpression(start.Root, steps.ToEquatableArray(), isAsserted);
    }

    /// <summary>Finds a name in the scope without reporting.</summary>
    public static (PathRoot Root, PathStep Step)? TryRoot(string name, ConversionScope scope)
    {
        if (StepOf(scope.Element, name) is { } own) return (PathRoot.Element, own);
        if (scope.Outer is not null && StepOf(scope.Outer, name) is { } outer) return (PathRoot.Outer, outer);
        var argument = scope.Arguments.FirstOrDefault(candidate => candidate.Name == name);
        return argument is null ? null : (PathRoot.Argument, new PathStep(argument.Name, argument.Type, false));
    }

    private static PathStep? StepOf(RecordModel record, string name)
    {
        foreach (var field in record.Fields)
        {
            if (field.Name == name) return new PathStep(field.Property!, field.Type!, field.IsOptional);
        }
        return null;
    }
}
