using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Emission;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Hostile;

/// <summary>
/// Runs the whole compiler over doubtful input, as client or as server: reading, binding and emission, without the
/// host around them, which would spend most of the time parsing what was emitted.
/// </summary>
internal static class Hostile
{
    /// <summary>Runs over one file.</summary>
    public static IReadOnlyList<SpecDiagnostic> Run(string text) => Run([new SpecText("venue/exchange.yaml", text)], "");

    /// <summary>Runs over files; a defect of the compiler fails the test and names what led to it.</summary>
    public static IReadOnlyList<SpecDiagnostic> Run(IReadOnlyList<SpecText> files, string what, bool isServer = false)
    {
        try
        {
            var bound = SpecBinder.Bind([.. files.Select(file => new SpecFile(file.SpecPath, file.Text))]);
            var defect = bound.Diagnostics.FirstOrDefault(found => found.Id == "ADP099");
            Assert.True(defect is null, $"{what}: {defect}");
            if (bound.Model is null) Assert.NotEmpty(bound.Diagnostics);
            else Assert.All(isServer ? ServerEmitter.Emit(bound.Model, "Trial") : ClientEmitter.Emit(bound.Model), file => Assert.Null(file.Error));
            return bound.Diagnostics;
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {error}");
            throw;
        }
    }
}
