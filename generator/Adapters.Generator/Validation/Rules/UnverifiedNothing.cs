using Adapters.Generator.Support;

namespace Adapters.Generator.Validation.Rules;

/// <summary>An entry of <c>unverified</c> whose path leads nowhere: what it warned of was renamed or removed.</summary>
internal sealed class UnverifiedNothing() : Lint(new(
    "ADP110", "Unverified fact of nothing",
    "There is no '{0}' in {1} that could be unverified{2}", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var fact in context.Model.Unverified)
        {
            var path = fact.Path.Split('.');
            if (path[0] == "errors") continue; // codes stand in ranges there, not as keys
            var known = Known(context, fact.Scope, path, 0);
            for (var i = 0; known is not null && i < path.Length; i++)
            {
                if (!known.Contains(path[i]) && !IsKey(context, path, i))
                {
                    var place = context.Outline.At("unverified", fact.Scope, fact.Path);
                    var where = i == 0 ? "a specification" : string.Join(".", path.Take(i));
                    context.Report(this, place.Word(path[i]), path[i], where, Nearest.Hint(path[i], known));
                    break;
                }
                known = Known(context, fact.Scope, path, i + 1);
            }
        }
    }

    // A key that is not said may be the very fact: 'no auth is needed here'.
    private static bool IsKey(LintContext context, string[] path, int at) => at == 2 && context.Outline.IsKey(path[0], path[at]);

    // What may stand at a step; null where anything may.
    private static HashSet<string>? Known(LintContext context, string? scope, string[] path, int step)
    {
        if (step == 0) return new HashSet<string>(context.Outline.Sections);
        var members = context.Outline.Members(path[0]);
        if (step == 1) return new HashSet<string>(members.Where(member => LintContext.Sees(member.Scope, scope)).Select(member => member.Name));
        if (step == 2 && path[0] == "records") return Fields(context, path[1]);
        return step == 2 && path[0] is "endpoints" or "sockets" or "books" or "limits"
            ? new HashSet<string>(members.Where(member => member.Name == path[1]).SelectMany(member => Keys(context, path[0], member)))
            : null;
    }

    private static HashSet<string> Fields(LintContext context, string record) => new(context.Model.Records
        .Where(candidate => candidate.Name == record)
        .SelectMany(candidate => candidate.Fields)
        .SelectMany(field => field.WireNames.Concat(field.Name is null ? [] : [field.Name])));

    private static IEnumerable<string> Keys(LintContext context, string section, (string? Scope, string Name) member) =>
        context.Outline.KeysOf(section, member.Scope, member.Name);
}
