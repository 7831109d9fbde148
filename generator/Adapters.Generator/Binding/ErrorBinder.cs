using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>errors</c> into rules.</summary>
internal sealed class ErrorBinder(BindContext context)
{
    /// <summary>The error classes of the kernel.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
    [
        "UnknownOutcome", "Busy", "Maintenance", "RateLimited", "OrderRateLimited", "Blocked", "Banned", "ClockSkew",
        "Authentication", "Permission", "SessionLost", "Subscribed", "InvalidRequest", "Unsupported", "UnknownSymbol",
        "MarketClosed", "InvalidPrice", "InvalidQuantity", "InvalidNotional", "InsufficientFunds", "UnknownOrder",
        "DuplicateOrder", "WouldTake", "WouldTrigger", "NotFilled", "NotCancelable", "ReduceOnlyRejected", "OrderLimit",
        "PositionLimit", "InvalidLeverage", "ModeConflict", "Liquidating", "NoLiquidity", "NoData", "NothingToChange",
        "Rejected",
    ];

    /// <summary>Binds an error table.</summary>
    public IEnumerable<ErrorRuleModel> Bind(SpecNode node, string? scope)
    {
        var rules = new List<ErrorRuleModel>();
        if (context.Map(node, "errors") is not { } map) return rules;
        context.CheckKeys(map, "errors");
        if (map["http"] is { } http && context.Map(http, "http") is { } statuses)
        {
            foreach (var entry in statuses.Entries)
            {
                if (!IsStatus(entry.Key.Value)) context.Report("ADP013", entry.Key, entry.Key.Value, "a status such as 429 or 5xx", "");
                else if (Class(entry.Value) is { } name) rules.Add(new ErrorRuleModel(scope, null, name, null, null, null, null, entry.Key.Value));
            }
        }
        if (map["codes"] is { } codes) rules.AddRange(Classes(codes, scope, null));
        if (map["texts"] is { } texts) Texts(texts, scope, rules);
        return rules;
    }

    /// <summary>Binds <c>Class: [codes]</c>, of the exchange or of a socket.</summary>
    public IEnumerable<ErrorRuleModel> Classes(SpecNode node, string? scope, string? socket)
    {
        if (context.Map(node, "codes") is not { } map) yield break;
        foreach (var entry in map.Entries)
        {
            if (Class(entry.Key) is not { } name) continue;
            foreach (var (code, from, to) in Codes(entry.Value))
            {
                yield return new ErrorRuleModel(scope, socket, name, code, from, to, null, null);
            }
        }
    }

    private void Texts(SpecNode node, string? scope, List<ErrorRuleModel> rules)
    {
        if (node is not ListNode list)
        {
            context.Report("ADP011", node, "texts", "a list");
            return;
        }
        foreach (var item in list.Items)
        {
            if (context.Map(item, "An item of texts") is not { } map) continue;
            context.CheckKeys(map, "errorTexts");
            if (map["codes"] is not { } codes)
            {
                context.Report("ADP012", map, "An item of texts", "codes");
                continue;
            }
            foreach (var (code, from, to) in Codes(codes))
            {
                if (map["contains"] is MapNode contains)
                {
                    foreach (var entry in contains.Entries)
                    {
                        if (Class(entry.Value) is { } name) rules.Add(new ErrorRuleModel(scope, null, name, code, from, to, entry.Key.Value, null));
                    }
                }
                if (map["else"] is { } other && Class(other) is { } fallback)
                {
                    rules.Add(new ErrorRuleModel(scope, null, fallback, code, from, to, null, null));
                }
            }
        }
    }

    private static bool IsStatus(string text) =>
        text.Length == 3 && text[0] is >= '1' and <= '5' && (text.EndsWith("xx", StringComparison.Ordinal) || Support.Texts.TryInt(text, out _));

    private string? Class(SpecNode node)
    {
        if (context.Scalar(node, "An error class") is not { } scalar) return null;
        if (ClassNames.Contains(scalar.Value)) return scalar.Value;
        context.Report("ADP014", scalar, "error class", scalar.Value, Nearest.Hint(scalar.Value, ClassNames));
        return null;
    }

    private IEnumerable<(string? Code, long? From, long? To)> Codes(SpecNode node)
    {
        foreach (var scalar in context.Scalars(node, "codes"))
        {
            var cut = scalar.Value.IndexOf("..", StringComparison.Ordinal);
            if (cut < 0)
            {
                if (Support.Texts.TryInt(scalar.Value, out var code)) yield return (null, code, code);
                else yield return (scalar.Value, null, null);
            }
            else if (Support.Texts.TryInt(scalar.Value.Substring(0, cut), out var a)
                && Support.Texts.TryInt(scalar.Value.Substring(cut + 2), out var b))
            {
                yield return (null, Math.Min(a, b), Math.Max(a, b)); // -1100..-1120 counts downwards
            }
            else
            {
                context.Report("ADP013", scalar, scalar.Value, "a code or a range such as -1100..-1120", "");
            }
        }
    }
}
