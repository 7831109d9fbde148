using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds the right-hand side of a conversion's line.</summary>
internal sealed class ExpressionBinder(BindContext context)
{
    private readonly PathBinder _paths = new(context);

    /// <summary>Binds an expression for a member; null after a report.</summary>
    public Expression? Bind(SpecNode node, DomainMember member, string target, ConversionScope scope)
    {
        if (node is MapNode map) return Table(map, member, scope);
        if (context.Scalar(node, $"The value of {member.Name}") is not { } scalar) return null;
        var text = scalar.Value.Trim();
        if (text == "by hand") return new HandExpression(target + member.Name);
        var words = Texts.Words(scalar.Value);
        if (words.Count % 2 == 0)
        {
            context.Report("ADP064", scalar, scalar.Value);
            return null;
        }
        var operators = words.Where((_, i) => i % 2 == 1).Select(word => word.Text).Distinct().ToArray();
        var paths = new List<Expression>();
        foreach (var (word, offset) in words.Where((_, i) => i % 2 == 0))
        {
            if (word[0] == '=')
            {
                if (Constant(scalar, word.Substring(1), member) is not { } constant) return null;
                paths.Add(constant);
                continue;
            }
            if (_paths.Bind(scalar, word, offset, scope) is not { } path || !Check(scalar, path, word, offset, member, target)) return null;
            paths.Add(path);
        }
        if (operators.Length == 0) return paths[0];
        if (operators.Length == 1 && operators[0] == "|") return new FirstExpression(paths.ToEquatableArray());
        if (operators.Length == 1 && operators[0] is "+" or "-" && paths.Count == 2 && member.Kind == DomainKind.Decimal)
        {
            return new SumExpression(paths[0], paths[1], operators[0] == "-");
        }
        context.Report("ADP064", scalar, scalar.Value);
        return null;
    }

    /// <summary>The expression may have no value.</summary>
    public static bool MayBeAbsent(Expression expression) => expression switch
    {
        PathExpression path => !path.IsAsserted && path.Steps.Any(step => step.IsOptional),
        FirstExpression first => first.Items.All(MayBeAbsent),
        SumExpression sum => MayBeAbsent(sum.Left) || MayBeAbsent(sum.Right),
        TableExpression table => MayBeAbsent(table.Subject),
        _ => false,
    };

    private bool Check(ScalarNode node, PathExpression path, string word, int offset, DomainMember member, string target)
    {
        var type = path.Steps[path.Steps.Count - 1].Type;
        if (TypeFit.Fits(member, type, context)) return true;
        context.ReportAt("ADP063", node, offset, word.Length, target, member.Name, TypeFit.Describe(member), word, TypeFit.Describe(type));
        return false;
    }

    private ConstantExpression? Constant(ScalarNode node, string text, DomainMember member)
    {
        IReadOnlyList<string>? known = member.Kind switch
        {
            DomainKind.Enum => DomainCatalogue.Enums[member.EnumName!],
            DomainKind.Bool => ["true", "false"],
            _ => null,
        };
        if (known is null ? Texts.TryInt(text, out _) : known.Contains(text)) return new ConstantExpression(text);
        context.Report("ADP013", node, text, $"a value of {member.Name}", Nearest.Hint(text, known ?? []));
        return null;
    }

    private TableExpression? Table(MapNode map, DomainMember member, ConversionScope scope)
    {
        if (map.Entries.Count != 1 || map.Entries[0].Value is not MapNode rows)
        {
            context.Report("ADP011", map, $"The value of {member.Name}", "a path, or one field with a map of its values");
            return null;
        }
        var key = map.Entries[0].Key;
        if (_paths.Bind(key, key.Value, 0, scope) is not { } subject) return null;
        var subjectEnum = context.EnumOf(subject.Steps[subject.Steps.Count - 1].Type);
        var cases = new List<TableCase>();
        Expression? otherwise = null;
        foreach (var row in rows.Entries)
        {
            if (context.Scalar(row.Value, "A row of a table") is not { } result) continue;
            if (Constant(result, result.Value, member) is not { } value) continue;
            if (row.Key.Value == "else")
            {
                otherwise = value;
                continue;
            }
            if (subjectEnum is not null && subjectEnum.Values.All(known => known.Wire != row.Key.Value))
            {
                var hint = Nearest.Hint(row.Key.Value, subjectEnum.Values.Select(known => known.Wire));
                context.Report("ADP014", row.Key, $"value of {subjectEnum.Name}", row.Key.Value, hint);
                continue;
            }
            cases.Add(new TableCase(row.Key.Value, value));
        }
        return new TableExpression(subject, cases.ToEquatableArray(), otherwise);
    }
}
