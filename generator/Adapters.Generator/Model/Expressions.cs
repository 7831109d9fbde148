namespace Adapters.Generator.Model;

/// <summary>What can be said of expressions without their values.</summary>
public static class Expressions
{
    /// <summary>The expression may have no value.</summary>
    public static bool MayBeAbsent(Expression expression) => expression switch
    {
        PathExpression path => !path.IsAsserted && path.Steps.Any(step => step.IsOptional),
        FirstExpression first => first.Items.All(MayBeAbsent),
        SumExpression sum => MayBeAbsent(sum.Left) || MayBeAbsent(sum.Right),
        TableExpression table => (MayBeAbsent(table.Subject) && table.Else is null) || table.Cases.Any(row => MayBeAbsent(row.Result))
            || (table.Else is not null && MayBeAbsent(table.Else)),
        PresenceExpression presence => presence.Else is null || MayBeAbsent(presence.Present) || MayBeAbsent(presence.Else),
        _ => false,
    };

    /// <summary>The paths an expression reads.</summary>
    public static IEnumerable<PathExpression> Paths(Expression expression) => expression switch
    {
        PathExpression path => [path],
        FirstExpression first => first.Items.SelectMany(Paths),
        SumExpression sum => Paths(sum.Left).Concat(Paths(sum.Right)),
        TableExpression table => Paths(table.Subject)
            .Concat(table.Cases.SelectMany(row => Paths(row.Result)))
            .Concat(table.Else is null ? [] : Paths(table.Else)),
        PresenceExpression presence => Paths(presence.Subject).Concat(Paths(presence.Present))
            .Concat(presence.Else is null ? [] : Paths(presence.Else)),
        _ => [],
    };
}
