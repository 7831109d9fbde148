using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Reads types and fields: <c>list Level? bids unless "" @spot</c>.</summary>
internal sealed class TypeBinder(BindContext context)
{
    private static readonly Dictionary<string, TypeKind> Scalars = new(StringComparer.Ordinal)
    {
        ["text"] = TypeKind.Text,
        ["bool"] = TypeKind.Bool,
        ["int"] = TypeKind.Int,
        ["long"] = TypeKind.Long,
        ["decimal"] = TypeKind.Decimal,
        ["time-s"] = TypeKind.TimeS,
        ["time-ms"] = TypeKind.TimeMs,
        ["time-us"] = TypeKind.TimeUs,
        ["time-ns"] = TypeKind.TimeNs,
        ["time-iso"] = TypeKind.TimeIso,
        ["symbol"] = TypeKind.Symbol,
        ["asset"] = TypeKind.Asset,
        ["order-id"] = TypeKind.OrderId,
        ["client-id"] = TypeKind.ClientOrderId,
        ["trade-id"] = TypeKind.TradeId,
        ["json"] = TypeKind.Json,
    };

    /// <summary>Names of the built-in types.</summary>
    public static IEnumerable<string> ScalarNames => Scalars.Keys;

    /// <summary>Reads a type that fills the whole scalar, such as <c>list RestTrade</c>.</summary>
    public TypeRef? Type(ScalarNode node, string? scope)
    {
        var words = Texts.Words(node.Value);
        var at = 0;
        var type = TypeAt(node, words, ref at, scope, out _);
        if (type is not null && at < words.Count)
        {
            context.ReportAt("ADP020", node, words[at].Offset, words[at].Text.Length, words[at].Text);
            return null;
        }
        return type;
    }

    /// <summary>Reads the type of an answer or a message: a record, or a list of one.</summary>
    public TypeRef? Message(ScalarNode node, string? scope)
    {
        if (Type(node, scope) is not { } type) return null;
        if ((type.Kind == TypeKind.List ? type.Element! : type).Kind == TypeKind.Record) return type;
        context.Report("ADP013", node, node.Value, "a record or a list of a record", "");
        return null;
    }

    /// <summary>Reads a field; null after a report.</summary>
    /// <param name="key">The wire key; null for a tuple item.</param>
    public FieldModel? Field(ScalarNode node, string? key, int position, string? scope)
    {
        var wireNames = (key?.Split('|') ?? [position.ToString()]).ToEquatableArray();
        var text = node.Value.Trim();
        if (text.StartsWith("=", StringComparison.Ordinal))
        {
            return new FieldModel(wireNames, FieldRole.Constant, null, null, null, false, [], text.Substring(1), null);
        }
        var words = Texts.Words(node.Value);
        if (words.Count == 0)
        {
            context.Report("ADP020", node, node.Value);
            return null;
        }
        if (words[0].Text == "ignored")
        {
            if (Clauses(node, words, 1) is not { } only) return null;
            return new FieldModel(wireNames, FieldRole.Ignored, null, null, null, true, [], null, only.Product);
        }
        var at = 0;
        if (TypeAt(node, words, ref at, scope, out var isOptional) is not { } type) return null;
        var (typeWord, typeOffset) = words[at - 1];
        string? name = null;
        if (at < words.Count && words[at].Text is not ("unless" or "sometimes") && words[at].Text[0] != '@') name = words[at++].Text;
        if (name is not null && !Names.IsIdentifier(name))
        {
            context.ReportAt("ADP013", node, words[at - 1].Offset, name.Length, name, "a name", "");
            return null;
        }
        if (Clauses(node, words, at) is not { } clauses) return null;
        if ((clauses.Unless.Count > 0 || clauses.IsSometimes) && !isOptional)
        {
            context.ReportAt("ADP026", node, typeOffset, typeWord.Length, typeWord);
            return null;
        }
        if (clauses.Unless.FirstOrDefault(value => !CanMeanAbsent(type, value)) is { } wrong)
        {
            var (list, start) = words[words.FindIndex(word => word.Text == "unless") + 1];
            var shown = wrong.Length == 0 ? "\"\"" : wrong;
            context.ReportAt(
                "ADP013", node, start + Math.Max(0, list.IndexOf(shown, StringComparison.Ordinal)), shown.Length, shown,
                "a value that can stand for an absent " + TypeFit.Word(type.Kind), "");
            return null;
        }
        name ??= NameOf(key, type);
        if (name is null)
        {
            context.Report("ADP021", node, key ?? $"item {position}", node.Value.Trim());
            return null;
        }
        return new FieldModel(
            wireNames, FieldRole.Value, name, Names.Pascal(name), type, isOptional || clauses.Product is not null,
            clauses.Unless, null, clauses.Product, clauses.IsSometimes);
    }

    private static bool CanMeanAbsent(TypeRef type, string value) => value == "null" || type.Kind switch
    {
        TypeKind.Decimal => value.Length == 0 || value == "<0" || Texts.IsDecimal(value),
        TypeKind.Int or TypeKind.Long or TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs =>
            value.Length == 0 || Texts.TryInt(value, out _),
        TypeKind.Text or TypeKind.Symbol or TypeKind.Asset or TypeKind.TimeIso or TypeKind.Enum => true,
        TypeKind.OrderId or TypeKind.ClientOrderId or TypeKind.TradeId => true,
        _ => false,
    };

    private FieldClauses? Clauses(ScalarNode node, List<(string Text, int Offset)> words, int at)
    {
        var clauses = FieldClauses.None;
        while (at < words.Count)
        {
            var (word, offset) = words[at++];
            if (word == "unless" && at < words.Count)
            {
                var values = words[at++].Text.Split(',').Select(value => value == "\"\"" ? "" : value);
                clauses = clauses with { Unless = values.ToEquatableArray() };
            }
            else if (word == "sometimes")
            {
                clauses = clauses with { IsSometimes = true };
            }
            else if (word[0] == '@')
            {
                var product = word.Substring(1);
                clauses = clauses with { Product = product };
                if (context.Products.Contains(product)) continue;
                context.ReportAt("ADP014", node, offset + 1, product.Length, "product", product, Nearest.Hint(product, context.Products));
                return null;
            }
            else
            {
                context.ReportAt("ADP020", node, offset, word.Length, word);
                return null;
            }
        }
        return clauses;
    }

    // What follows a field's type and name.
    private sealed record FieldClauses(EquatableArray<string> Unless, bool IsSometimes, string? Product)
    {
        public static FieldClauses None { get; } = new([], false, null);
    }

    private TypeRef? TypeAt(
        ScalarNode node, List<(string Text, int Offset)> words, ref int at, string? scope, out bool isOptional)
    {
        isOptional = false;
        if (at >= words.Count)
        {
            context.Report("ADP020", node, node.Value);
            return null;
        }
        var (word, offset) = words[at++];
        if (word is "list" or "map")
        {
            string? key = null;
            if (word == "map")
            {
                if (at >= words.Count || words[at].Text is not ("text" or "symbol" or "asset"))
                {
                    context.ReportAt("ADP013", node, offset, word.Length, word, "followed by its key type: text, symbol or asset", "");
                    return null;
                }
                key = words[at++].Text;
            }
            var inner = at < words.Count ? words[at].Text : "";
            if (word == "list" && (inner == "map" || (inner == "list" && !(at + 1 < words.Count && words[at + 1].Text is "text" or "text?"))))
            {
                context.ReportAt("ADP070", node, offset, word.Length, $"list {inner}");
                return null;
            }
            return TypeAt(node, words, ref at, scope, out isOptional) is { } element
                ? new TypeRef(word == "list" ? TypeKind.List : TypeKind.Map, key, null, element)
                : null;
        }
        var name = word;
        if (name.EndsWith("?", StringComparison.Ordinal))
        {
            isOptional = true;
            name = name.Substring(0, name.Length - 1);
        }
        if (Scalars.TryGetValue(name, out var kind)) return new TypeRef(kind);
        if (BindContext.Find(context.LevelNames, scope, name) is not null) return new TypeRef(TypeKind.Level);
        if (BindContext.Find(context.RecordNames, scope, name) is { } record) return Named(TypeKind.Record, record);
        if (BindContext.Find(context.Enums, scope, name) is { } found) return Named(TypeKind.Enum, found);
        var known = Scalars.Keys
            .Concat(context.RecordNames.Where(r => r.Scope == "" || r.Scope == scope).Select(r => r.Name))
            .Concat(context.LevelNames.Where(level => level.Scope == "" || level.Scope == scope).Select(level => level.Name))
            .Concat(context.Enums.Keys.Where(e => e.Scope == "" || e.Scope == scope).Select(e => e.Name))
            .Concat(["list", "map"]);
        context.ReportAt("ADP014", node, offset, name.Length, "type", name, Nearest.Hint(name, known));
        return null;
    }

    private static TypeRef Named(TypeKind kind, (string Scope, string Name) declared) =>
        new(kind, declared.Name, declared.Scope.Length == 0 ? null : declared.Scope);

    private static string? NameOf(string? key, TypeRef type)
    {
        var first = key?.Split('|')[0];
        if (first is not null && first.Length > 2)
        {
            var camel = Names.Camel(first);
            return Names.IsIdentifier(camel) ? camel : null;
        }
        return type.Kind switch
        {
            TypeKind.Symbol => "symbol",
            TypeKind.Asset => "asset",
            TypeKind.Enum or TypeKind.Record => Names.Camel(type.Name!),
            _ => null,
        };
    }
}
