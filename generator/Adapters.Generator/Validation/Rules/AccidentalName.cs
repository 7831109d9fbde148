using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Validation.Rules;

/// <summary>A member filled by its name alone, where another field is at least as likely to be meant.</summary>
internal sealed class AccidentalName() : Lint(new(
    "ADP102", "Name that maps by accident",
    "{0}.{1} takes '{1}' by its name alone, though {2}; write '{1}: {3}' if that is meant, or what is", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var conversion in context.Model.Conversions)
        {
            var name = LintContext.NameOf(conversion);
            if (context.ElementOf(conversion) is not { } record) continue;
            foreach (var (member, value) in conversion.Members.Select(filled => (filled.Member, filled.Value)))
            {
                var key = member.Key;
                if (value is not PathExpression path || context.Outline.Has("conversions", conversion.Scope, name, key)) continue;
                var place = context.Outline.At("conversions", conversion.Scope, name);
                // an amount of the whole is seldom an amount of its parts
                if (path.Root == PathRoot.Outer && member.Kind == DomainKind.Decimal)
                {
                    context.Report(this, place, conversion.Target, key, $"that is of {conversion.Source.Name}, which stands around {record.Name}", key);
                }
                else if (path.Root == PathRoot.Element && Fuller(conversion, member, record, context) is { } fuller)
                {
                    context.Report(this, place, conversion.Target, key, $"{record.Name} has '{fuller}' too", fuller);
                }
            }
        }
    }

    // 'time' beside 'tradeTime', for a Trade.
    private static string? Fuller(ConversionModel conversion, DomainMember member, RecordModel record, LintContext context)
    {
        var name = Names.Camel(conversion.Target + member.Name);
        var field = record.Fields.FirstOrDefault(candidate => candidate.Name == name);
        var isRead = conversion.Members.SelectMany(filled => Expressions.Paths(filled.Value)).Any(path => path.Steps[0].Property == field?.Property);
        return field?.Type is not null && !isRead && TypeFit.Fits(member, field.Type, context.EnumOf) ? name : null;
    }
}
