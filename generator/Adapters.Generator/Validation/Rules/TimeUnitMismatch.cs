using Adapters.Generator.Model;

namespace Adapters.Generator.Validation.Rules;

/// <summary>A time whose key names a unit that its type contradicts: it would be wrong by a factor of a thousand.</summary>
internal sealed class TimeUnitMismatch() : Lint(new(
    "ADP117", "Time of another unit than its key",
    "The key '{0}' speaks of {1}, the type '{2}' of another unit", IsError: false))
{
    private static readonly (string Ending, string Unit, TypeKind Kind)[] Units =
    [
        ("Millis", "milliseconds", TypeKind.TimeMs), ("Ms", "milliseconds", TypeKind.TimeMs), ("_ms", "milliseconds", TypeKind.TimeMs),
        ("Micros", "microseconds", TypeKind.TimeUs), ("Us", "microseconds", TypeKind.TimeUs), ("_us", "microseconds", TypeKind.TimeUs),
        ("Nanos", "nanoseconds", TypeKind.TimeNs), ("Ns", "nanoseconds", TypeKind.TimeNs), ("_ns", "nanoseconds", TypeKind.TimeNs),
        ("Seconds", "seconds", TypeKind.TimeS), ("Secs", "seconds", TypeKind.TimeS), ("_sec", "seconds", TypeKind.TimeS),
    ];

    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var (field, place) in FieldWalk.Of(context))
        {
            if (!TypeFit.IsTime(field.Type!)) continue;
            var key = field.WireNames[0];
            var (ending, unit, kind) = Units.FirstOrDefault(candidate => key.EndsWith(candidate.Ending, StringComparison.Ordinal));
            if (ending is null || kind == field.Type!.Kind) continue;
            var word = TypeFit.Word(field.Type.Kind);
            context.Report(this, place.Word(word), key, unit, word);
        }
    }
}
