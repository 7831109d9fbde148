using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Cuts topics into parts: <c>{symbol:lower}@kline_{KlineInterval interval}[@{Offset offset}]</c>.</summary>
internal sealed class TopicBinder(BindContext context)
{
    /// <summary>The parts, or null after a report.</summary>
    public EquatableArray<TopicPart>? Bind(ScalarNode node, string? scope)
    {
        var parts = new List<TopicPart>();
        var text = node.Value;
        var group = 0;
        var groups = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('{' or '[' or ']' or '}')) continue;
            if (i > start) parts.Add(new TopicPart(text.Substring(start, i - start), null, null, group));
            if (i == text.Length) break;
            start = i + 1;
            if (text[i] == '[' && group == 0)
            {
                group = ++groups;
            }
            else if (text[i] == ']' && group != 0)
            {
                group = 0;
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var close and > 0)
            {
                if (Parameter(node, text.Substring(i + 1, close - i - 1), i + 1, scope, group) is not { } part) return null;
                parts.Add(part);
                start = close + 1;
                i = close;
            }
            else
            {
                context.ReportAt("ADP041", node, i, 1, $"'{text[i]}' does not belong here; a topic has {{name}} and [optional parts]");
                return null;
            }
        }
        if (group == 0) return parts.ToEquatableArray();
        context.ReportAt("ADP041", node, text.Length - 1, 1, "A '[' is not closed");
        return null;
    }

    private TopicPart? Parameter(ScalarNode node, string text, int offset, string? scope, int group)
    {
        var cut = text.Split(':');
        var words = Texts.Words(cut[0]);
        var typeName = words.Count > 0 ? words[0].Text : "";
        var name = words.Count == 2 ? words[1].Text : typeName;
        var format = cut.Length == 2 ? cut[1] : null;
        if (words.Count is 0 or > 2 || cut.Length > 2 || format is not (null or "lower" or "upper") || !Names.IsIdentifier(name))
        {
            context.ReportAt("ADP041", node, offset, text.Length, $"'{{{text}}}' is no parameter; write {{symbol:lower}} or {{Type name}}");
            return null;
        }
        TypeRef? type = typeName switch
        {
            "symbol" => new TypeRef(TypeKind.Symbol),
            "asset" => new TypeRef(TypeKind.Asset),
            "text" => new TypeRef(TypeKind.Text),
            "int" => new TypeRef(TypeKind.Int),
            _ => BindContext.Find(context.Enums, scope, typeName) is { } found
                ? new TypeRef(TypeKind.Enum, found.Name, found.Scope.Length == 0 ? null : found.Scope)
                : null,
        };
        if (type is not null) return new TopicPart(name, type, format, group);
        var known = context.Enums.Keys.Select(key => key.Name).Concat(["symbol", "asset", "text", "int"]);
        context.ReportAt("ADP014", node, offset, typeName.Length, "type of a topic", typeName, Nearest.Hint(typeName, known));
        return null;
    }
}
