using Adapters.Catalogue;

namespace Adapters.Testing.Samples;

/// <summary>What became of a sample.</summary>
/// <param name="Name">The sample.</param>
/// <param name="Subject">The call, channel or kind of frame it belongs to.</param>
/// <param name="Inspection">What it says; null where there is nothing to decode, or it could not be.</param>
/// <param name="Problems">All that is wrong, one sentence each; empty for a good sample.</param>
public sealed record SampleCheck(string Name, string Subject, Inspection? Inspection, IReadOnlyList<string> Problems)
{
    /// <summary>For example <c>GetDepth.json (GET /api/v3/depth): unknown field $.foo</c>.</summary>
    public override string ToString() =>
        $"{Name} ({Subject}): {(Problems.Count == 0 ? "fine" : string.Join("; ", Problems))}";

    internal static SampleCheck Of(string name, string subject, Inspection inspection)
    {
        var problems = new List<string>();
        if (inspection.Value.Items.Count == 0)
        {
            problems.Add("it holds nothing");
        }

        problems.AddRange(inspection.UnknownFields.Select(static path => $"unknown field {path}"));
        problems.AddRange(inspection.UnknownValues.Select(static path => $"unknown value at {path}"));
        problems.AddRange(inspection.Missing.Select(static argument => $"a conversion needs '{argument}'"));
        problems.AddRange(inspection.Failures.Select(static failure => failure.ToString()!));
        return new SampleCheck(name, subject, inspection, problems);
    }
}
