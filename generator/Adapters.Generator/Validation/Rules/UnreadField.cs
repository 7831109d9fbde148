using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Validation.Rules;

/// <summary>A member of the domain that nothing fills, though the record has a field of nearly its name and a fitting type.</summary>
internal sealed class UnreadField() : Lint(new(
    "ADP100", "Field that would fill a member",
    "{0}.{1} is filled by nothing, but {2} has '{3}'; write '{1}: {3}', or '{1}: none' where it means something else", IsError: false))
{
    // Words that venues shorten.
    private static readonly Dictionary<string, string> Long = new(StringComparer.OrdinalIgnoreCase)
    {
        ["qty"] = "quantity",
        ["vol"] = "volume",
        ["px"] = "price",
        ["avg"] = "average",
        ["amt"] = "amount",
        ["ts"] = "time",
        ["timestamp"] = "time",
        ["prev"] = "previous",
        ["pct"] = "percent",
        ["percentage"] = "percent",
        ["cnt"] = "count",
    };

    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var conversion in context.Model.Conversions)
        {
            if (context.ElementOf(conversion) is not { } record) continue;
            var read = new HashSet<string>(conversion.Members.SelectMany(member => Expressions.Paths(member.Value))
                .Where(path => path.Root == PathRoot.Element).Select(path => path.Steps[0].Property));
            var name = LintContext.NameOf(conversion);
            foreach (var member in DomainCatalogue.Types[conversion.Target].Members)
            {
                var key = member.Key;
                if (conversion.Members.Any(filled => filled.Member == member) || context.Outline.Has("conversions", conversion.Scope, name, key)) continue;
                var near = record.Fields.FirstOrDefault(field => field.Type is not null && !read.Contains(field.Property!)
                    && TypeFit.Fits(member, field.Type, context.EnumOf) && IsNear(key, field));
                if (near is not null) context.Report(this, context.Outline.At("conversions", conversion.Scope, name), conversion.Target, key, record.Name, near.Name!);
            }
        }
    }

    private static bool IsNear(string member, FieldModel field) =>
        Words(member) == Words(field.Name!) || field.WireNames.Any(key => key.Length > 2 && Words(key) == Words(member));

    // The words of a name, in any order: volumeQuote, quote_volume and quoteVol are one.
    private static string Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !char.IsUpper(name[i]) && char.IsLetterOrDigit(name[i])) continue;
            var word = name.Substring(start, i - start).Trim('_', '-').ToUpperInvariant();
            if (word.Length > 0) words.Add(Long.TryGetValue(word, out var whole) ? whole.ToUpperInvariant() : word);
            start = i;
        }
        return string.Join(" ", words.OrderBy(word => word, StringComparer.Ordinal));
    }
}
