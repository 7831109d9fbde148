namespace Adapters.Generator.Tests.Reference;

/// <summary>A message that is not what the specification says.</summary>
/// <param name="place">Where.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="missing">Names of fields that are not there.</param>
internal sealed class Refusal(JsonPlace place, string problem, IReadOnlyList<string>? missing = null)
    : Exception($"{place.Path}: {problem}")
{
    /// <summary>Where.</summary>
    public string Path { get; } = place.Path;

    /// <summary>Names of fields that are not there.</summary>
    public IReadOnlyList<string> Missing { get; } = missing ?? [];
}
