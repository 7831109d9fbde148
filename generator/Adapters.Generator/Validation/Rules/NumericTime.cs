using Adapters.Generator.Model;

namespace Adapters.Generator.Validation.Rules;

/// <summary>A time declared int (where milliseconds do not fit), long, decimal or text.</summary>
internal sealed class NumericTime() : Lint(new(
    "ADP116", "Time declared as a number",
    "'{0}' is a time; say in which unit: time-s, time-ms, time-us, time-ns or time-iso", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var (field, place) in FieldWalk.Of(context))
        {
            if (field.Type!.Kind is not (TypeKind.Int or TypeKind.Long or TypeKind.Decimal or TypeKind.Text)) continue;
            if (IsTime(field.Name!)) context.Report(this, place.Word(TypeFit.Word(field.Type.Kind)), field.Name!);
        }
    }

    private static bool IsTime(string name) => name is "time" or "timestamp" or "ts"
        || name.EndsWith("Time", StringComparison.Ordinal) || name.EndsWith("Timestamp", StringComparison.Ordinal);
}
