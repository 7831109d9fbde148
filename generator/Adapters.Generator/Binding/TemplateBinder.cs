using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Turns frame templates written as YAML into JSON texts with <c>"$placeholders"</c>.</summary>
internal sealed class TemplateBinder(BindContext context)
{
    private static readonly ImmutableArray<string> Placeholders =
    [
        "topic", "topics", "id", "method", "args", "body", "payload", "code", "message", "data", "status", "limits",
        "subscription", "channel", "now", "expires", "signature", "recvWindow", "key", "passphrase", "ignored",
    ];

    /// <summary>One template or a list of them.</summary>
    public EquatableArray<string> Many(SpecNode? node) => node switch
    {
        null => [],
        ListNode list => list.Items.Select(item => One(item)!).ToEquatableArray(),
        _ => new[] { One(node)! }.ToEquatableArray(),
    };

    /// <summary>A template, or null when there is none.</summary>
    public string? One(SpecNode? node)
    {
        if (node is null) return null;
        var json = new StringBuilder();
        Write(json, node);
        return json.ToString();
    }

    private void Write(StringBuilder json, SpecNode node)
    {
        switch (node)
        {
            case MapNode map:
                json.Append('{');
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    if (i > 0) json.Append(',');
                    Text(json, map.Entries[i].Key.Value);
                    json.Append(':');
                    Write(json, map.Entries[i].Value);
                }
                json.Append('}');
                break;
            case ListNode list:
                json.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0) json.Append(',');
                    Write(json, list.Items[i]);
                }
                json.Append(']');
                break;
            case ScalarNode scalar:
                Scalar(json, scalar);
                break;
        }
    }

    private void Scalar(StringBuilder json, ScalarNode scalar)
    {
        var value = scalar.Value;
        if (value.StartsWith("$", StringComparison.Ordinal))
        {
            var name = value.Substring(1).TrimEnd('?');
            if (!Placeholders.Contains(name))
            {
                context.Report("ADP040", scalar, value, "a frame", Nearest.Hint(value, Placeholders.Select(p => "$" + p)));
            }
            Text(json, value);
            return;
        }
        var isLiteral = !scalar.IsQuoted && (value is "true" or "false" or "null"
            || decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _));
        if (isLiteral) json.Append(value);
        else Text(json, value);
    }

    private static void Text(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (c < ' ') json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else json.Append(c);
        }
        json.Append('"');
    }
}
