namespace Adapters.Generator.Validation.Rules;

/// <summary>A record or an enum that no call and no channel leads to, or a group of parameters that no call takes.</summary>
internal sealed class UnusedDeclaration() : Lint(new(
    "ADP105", "Unused declaration",
    "Nothing uses the {0} '{1}'", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var record in context.Model.Records.Where(record => !context.Reach.Has(record.Scope, record.Name)))
        {
            // what a tagged list makes of its tags is written inside it
            if (context.Outline.Has("records", record.Scope, record.Name)) Report(context, "records", "record", record.Scope, record.Name);
        }
        foreach (var item in context.Model.Enums.Where(item => !context.Reach.Has(item.Scope, item.Name)))
        {
            Report(context, "enums", "enum", item.Scope, item.Name);
        }
        var taken = new HashSet<string>(context.Outline.Likes.Where(like => like.Section == "groups").Select(like => like.To));
        foreach (var (scope, name) in context.Outline.Members("groups").Where(group => !taken.Contains(group.Name)))
        {
            Report(context, "groups", "group", scope, name);
        }
    }

    private void Report(LintContext context, string section, string what, string? scope, string name) =>
        context.Report(this, context.Outline.At(section, scope, name), what, name);
}
