using System.Globalization;
using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>Expressions of conversions in C#.</summary>
internal static class ExpressionText
{
    /// <summary>The value of a domain member.</summary>
    public static string Value(MemberModel member, string target, Lookup lookup) =>
        Write(member.Value, member.Member, target, lookup);

    /// <summary>A path from a variable; after an optional step the rest is conditional.</summary>
    public static string Path(string root, EquatableArray<PathStep> steps)
    {
        var text = root;
        var isOptional = false;
        foreach (var step in steps)
        {
            text += (isOptional ? "?." : ".") + step.Property;
            isOptional = step.IsOptional;
        }
        return text;
    }

    private static string Write(Expression expression, DomainMember member, string target, Lookup lookup) => expression switch
    {
        PathExpression path => Convert(path, member, target),
        FirstExpression first => First(first, member, target, lookup),
        SumExpression sum => Sum(sum, member, target, lookup),
        ConstantExpression constant => Constant(constant, member),
        TableExpression table => Table(table, member, target, lookup),
        PresenceExpression presence => Presence(presence, member, target, lookup),
        HandExpression hand => $"ByHand.{hand.Method}(e)",
        _ => throw new InvalidOperationException("no text for " + expression.GetType().Name),
    };

    // What stands behind a value that is always there is never read.
    private static string First(FirstExpression first, DomainMember member, string target, Lookup lookup)
    {
        var items = first.Items.TakeWhile(IsOptional).Concat(first.Items.SkipWhile(IsOptional).Take(1)).ToList();
        var texts = items.Select((item, i) => item is PathExpression path
            ? (member.Kind is DomainKind.Decimal ? "(decimal?)" : "") + Convert(path, member, target, (i + 1).ToString(CultureInfo.InvariantCulture))
            : Write(item, member, target, lookup)).ToList();
        return items.Count == 1 ? Write(items[0], member, target, lookup) : "(" + string.Join(" ?? ", texts) + ")";
    }

    private static string Sum(SumExpression sum, DomainMember member, string target, Lookup lookup)
    {
        string Part(Expression part) => (IsOptional(part) ? "(decimal?)" : "(decimal)") + Write(part, member, target, lookup);
        return $"({Part(sum.Left)} {(sum.IsDifference ? "-" : "+")} {Part(sum.Right)})";
    }

    private static bool IsOptional(Expression expression) =>
        expression is PathExpression path && !path.IsAsserted && path.Steps.Any(step => step.IsOptional);

    private static string Convert(PathExpression path, DomainMember member, string target, string number = "")
    {
        var root = path.Root switch
        {
            PathRoot.Outer => "outer",
            PathRoot.Argument => null,
            _ => "e",
        };
        var isOptional = path.Steps.Any(step => step.IsOptional);
        var text = root is null ? path.Steps[0].Property : Path(root, path.Steps);
        if (path.IsAsserted && isOptional)
        {
            text = Asserted(text, path.Steps, member, target);
            isOptional = false;
        }
        var type = path.Steps[path.Steps.Count - 1].Type;
        return member.Kind switch
        {
            DomainKind.Text when type.Kind == TypeKind.Enum => text + (isOptional ? "?" : "") + ".Text",
            DomainKind.Enum => text + (isOptional ? "?" : "") + ".ToDomain()",
            DomainKind.OrderId or DomainKind.TradeId or DomainKind.ClientOrderId => Id(text, type, member, isOptional, number),
            _ => text,
        };
    }

    private static string Asserted(string text, EquatableArray<PathStep> steps, DomainMember member, string target)
    {
        var words = string.Join(".", steps.Select(step => Names.Camel(step.Property)));
        return $"({text} ?? throw ConversionException.Missing(\"{words}\", \"{target}.{member.Name}\"))";
    }

    private static string Id(string text, TypeRef type, DomainMember member, bool isOptional, string number)
    {
        if (type.Kind is TypeKind.OrderId or TypeKind.ClientOrderId or TypeKind.TradeId) return text;
        var make = $"global::Adapters.Domain.{member.Kind}.{(type.Kind == TypeKind.Text ? "Parse" : "FromInt64")}";
        var name = member.Key + "Value" + number;
        return isOptional
            ? $"({text} is {{ }} {name} ? {make}({name}) : (global::Adapters.Domain.{member.Kind}?)null)"
            : $"{make}({text})";
    }

    private static string Constant(ConstantExpression constant, DomainMember member) => member.Kind switch
    {
        DomainKind.Enum => $"global::Adapters.Domain.{member.EnumName}.{constant.Text}",
        DomainKind.Decimal => constant.Text + "m",
        _ => constant.Text,
    };

    private static string Presence(PresenceExpression presence, DomainMember member, string target, Lookup lookup)
    {
        string Result(Expression value) => value is TableExpression or PresenceExpression
            ? $"({Write(value, member, target, lookup)})"
            : Write(value, member, target, lookup);
        var otherwise = presence.Else is null ? $"({DomainName(member)}?)null" : Result(presence.Else);
        return $"{Subject(presence.Subject)} is not null ? {Result(presence.Present)} : {otherwise}";
    }

    private static string Subject(PathExpression subject) => subject.Root == PathRoot.Argument
        ? subject.Steps[0].Property
        : Path(subject.Root == PathRoot.Outer ? "outer" : "e", subject.Steps);

    private static string Table(TableExpression table, DomainMember member, string target, Lookup lookup)
    {
        var steps = table.Subject.Steps;
        var type = steps[steps.Count - 1].Type;
        var isOptional = steps.Any(step => step.IsOptional) && !table.Subject.IsAsserted;
        var subject = Subject(table.Subject);
        if (table.Subject.IsAsserted && steps.Any(step => step.IsOptional)) subject = Asserted(subject, steps, member, target);
        string Result(Expression value)
        {
            var text = Write(value, member, target, lookup);
            return value is TableExpression or PresenceExpression ? $"({text})" : text;
        }
        if (type.Kind == TypeKind.Bool && !isOptional && table.Cases.Count == 2)
        {
            var whenTrue = table.Cases.First(row => row.Value == "true").Result;
            var whenFalse = table.Cases.First(row => row.Value == "false").Result;
            return $"{subject} ? {Result(whenTrue)} : {Result(whenFalse)}";
        }
        var (on, text) = type.Kind switch
        {
            TypeKind.Enum => (subject + (isOptional ? "?" : "") + ".Text", subject + (isOptional ? "?" : "") + ".Text"),
            TypeKind.Bool => (subject, subject + ".ToString()!"),
            TypeKind.Int or TypeKind.Long => (subject, $"FormattableString.Invariant($\"{{{subject}}}\")"),
            _ => (subject, subject),
        };
        var isPlain = type.Kind is TypeKind.Bool or TypeKind.Int or TypeKind.Long;
        var rows = table.Cases.Select(row =>
            $"{(isPlain ? row.Value : CodeWriter.Literal(row.Value))} => {Result(row.Result)}").ToList();
        if (isOptional && !member.IsRequired) rows.Add($"null => ({DomainName(member)}?)null");
        rows.Add(table.Else is not null
            ? $"_ => {Result(table.Else)}"
            : $"_ => throw ConversionException.UnknownValue({text}, \"{member.EnumName ?? member.Name}\")");
        return $"{on} switch {{ {string.Join(", ", rows)} }}";
    }

    private static string DomainName(DomainMember member) => member.Kind switch
    {
        DomainKind.Enum => $"global::Adapters.Domain.{member.EnumName}",
        DomainKind.Bool => "bool",
        _ => "decimal",
    };
}
