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
        if (node is MapNode map) return Table(map, member, target, scope);
        if (context.Scalar(node, $"The value of {member.Name}") is not { } scalar) return null;
        if (scalar.Value.Trim() == "by hand") return new HandExpression(target + member.Name);
        return Line(scalar, Texts.Words(scalar.Value), member, target, scope);
    }

    // path | path | =constant, or the sum or difference of two paths.
    private Expression? Line(
        ScalarNode scalar, List<(string Text, int Offset)> words, DomainMember member, string target, ConversionScope scope)
    {
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
                if (Constant(scalar, word.Substring(1), offset + 1, member) is not { } constant) return null;
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

    private bool Check(ScalarNode node, PathExpression path, string word, int offset, DomainMember member, string target)
    {
        var type = path.Steps[path.Steps.Count - 1].Type;
        if (TypeFit.Fits(member, type, context.EnumOf)) return true;
        context.ReportAt("ADP063", node, offset, word.Length, target, member.Name, TypeFit.Describe(member), word, TypeFit.Describe(type));
        return false;
    }

    private ConstantExpression? Constant(ScalarNode node, string text, int offset, DomainMember member)
    {
        IReadOnlyList<string> known = member.Kind switch
        {
            DomainKind.Enum => DomainCatalogue.Enums[member.EnumName!],
            DomainKind.Bool => ["true", "false"],
            _ => [],
        };
        if (known.Contains(text) || IsNumber(text, member.Kind)) return new ConstantExpression(text);
        context.ReportAt("ADP013", node, offset, text.Length, text, $"a value of {member.Name}", Nearest.Hint(text, known));
        return null;
    }

    private static bool IsNumber(string text, DomainKind kind) => kind switch
    {
        DomainKind.Decimal => Texts.IsDecimal(text),
        DomainKind.Long => Texts.TryInt(text, out _),
        DomainKind.Int => Texts.TryInt(text, out var number) && number is >= int.MinValue and <= int.MaxValue,
        _ => false,
    };

    // What the rows may name: all values of an enum, true and false, whole numbers, or any text; null for other types.
    private static string? Row(string key, TypeRef type, IReadOnlyList<string> known) => type.Kind switch
    {
        TypeKind.Enum or TypeKind.Bool => known.Contains(key) ? key : null,
        TypeKind.Int => Texts.TryInt(key, out var number) && number is >= int.MinValue and <= int.MaxValue ? key : null,
        TypeKind.Long => Texts.TryInt(key, out _) ? key : null,
        _ => key,
    };

    private Expression? Table(MapNode map, DomainMember member, string target, ConversionScope scope)
    {
        if (map.Entries.Count != 1 || map.Entries[0].Value is not MapNode rows)
        {
            context.Report("ADP011", map, $"The value of {member.Name}", "a path, or one field with a map of its values");
            return null;
        }
        var key = map.Entries[0].Key;
        if (_paths.Bind(key, key.Value, 0, scope) is not { } subject) return null;
        var type = subject.Steps[subject.Steps.Count - 1].Type;
        if (type.Kind is not (TypeKind.Enum or TypeKind.Bool or TypeKind.Int or TypeKind.Long or TypeKind.Text))
        {
            return Presence(key, rows, subject, member, target, scope);
        }
        IReadOnlyList<string> known = context.EnumOf(type)?.Values.Select(value => value.Wire).ToList()
            ?? (type.Kind == TypeKind.Bool ? ["true", "false"] : []);
        var cases = new List<TableCase>();
        Expression? otherwise = null;
        foreach (var row in rows.Entries)
        {
            if (RowValue(row.Value, member, target, scope) is not { } value) continue;
            if (row.Key.Value == "else")
            {
                otherwise = value;
                continue;
            }
            if (Row(row.Key.Value, type, known) is null)
            {
                var what = type.Name ?? key.Value;
                context.Report("ADP014", row.Key, $"value of {what}", row.Key.Value, Nearest.Hint(row.Key.Value, known));
                continue;
            }
            cases.Add(new TableCase(row.Key.Value, value));
        }
        return new TableExpression(subject, cases.ToEquatableArray(), otherwise);
    }

    // What has no values that rows could name has one thing to tell: that it is there.
    private PresenceExpression? Presence(
        ScalarNode key, MapNode rows, PathExpression subject, DomainMember member, string target, ConversionScope scope)
    {
        if (subject.IsAsserted || subject.Steps.All(step => !step.IsOptional))
        {
            context.Report("ADP013", key, key.Value, "an enum, a text, a bool, a whole number or what may be absent", "");
            return null;
        }
        Expression? present = null;
        Expression? otherwise = null;
        var isWhole = true;
        foreach (var row in rows.Entries)
        {
            if (row.Key.Value is not ("present" or "else"))
            {
                context.Report("ADP014", row.Key, $"value of {key.Value}", row.Key.Value, Nearest.Hint(row.Key.Value, ["present", "else"]));
                isWhole = false;
            }
            else if (RowValue(row.Value, member, target, scope) is not { } value) isWhole = false;
            else if (row.Key.Value == "else") otherwise = value;
            else present = value;
        }
        if (!isWhole) return null;
        if (present is not null) return new PresenceExpression(subject, present, otherwise);
        context.Report("ADP011", rows, $"The table of {key.Value}", "a row 'present', and 'else' for where it is absent");
        return null;
    }

    // A constant, after '$' an expression, or another table.
    private Expression? RowValue(SpecNode node, DomainMember member, string target, ConversionScope scope)
    {
        if (node is MapNode map) return Table(map, member, target, scope);
        if (context.Scalar(node, "A row of a table") is not { } result) return null;
        if (!result.Value.StartsWith("$", StringComparison.Ordinal)) return Constant(result, result.Value, 0, member);
        var words = Texts.Words(result.Value);
        words[0] = (words[0].Text.Substring(1), words[0].Offset + 1);
        return Line(result, words, member, target, scope);
    }
}
