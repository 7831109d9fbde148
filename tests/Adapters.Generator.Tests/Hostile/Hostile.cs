using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Hostile;

/// <summary>Runs the whole compiler over doubtful input, as client or as server.</summary>
internal static class Hostile
{
    /// <summary>Runs over one file.</summary>
    public static GeneratorAnswer Run(string text) => Run([new SpecText("venue/exchange.yaml", text)], "");

    /// <summary>Runs over files; a defect of the compiler fails the test and names what led to it.</summary>
    public static GeneratorAnswer Run(IReadOnlyList<SpecText> files, string what, bool isServer = false)
    {
        var answer = GeneratorHost.Run(files, isServer);
        Assert.True(answer.Exception is null, $"{what}: {answer.Exception}");
        var defect = answer.Diagnostics.FirstOrDefault(found => found.Id == "ADP099");
        Assert.True(defect is null, $"{what}: {defect}");
        return answer;
    }
}
