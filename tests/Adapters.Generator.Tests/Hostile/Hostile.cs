using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Emission;
using Adapters.Generator.Model;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Hostile;

/// <summary>
/// Runs the whole compiler over doubtful input, as client or as server: reading, binding and emission, without the
/// host around them, which would spend most of the time parsing what was emitted. As in the host, a file is read once and
/// a part emitted again only where it differs.
/// </summary>
internal static class Hostile
{
    private static readonly ConditionalWeakTable<SpecText, ReadFile> Known = [];
    private static readonly ConcurrentDictionary<(string, PartKind, string?), EmissionPart> Emitted = [];

    /// <summary>Runs over one file.</summary>
    public static IReadOnlyList<SpecDiagnostic> Run(string text) => Run([new SpecText("venue/exchange.yaml", text)], "");

    /// <summary>Runs over files; a defect of the compiler fails the test and names what led to it.</summary>
    public static IReadOnlyList<SpecDiagnostic> Run(IReadOnlyList<SpecText> files, string what, bool isServer = false)
    {
        try
        {
            var bound = SpecBinder.Bind([.. files.Select(file => Known.GetValue(file, static read => ReadFile.Of(new SpecFile(read.SpecPath, read.Text))))]);
            var defect = bound.Diagnostics.FirstOrDefault(found => found.Id == "ADP099");
            Assert.True(defect is null, $"{what}: {defect}");
            if (bound.Model is null) Assert.NotEmpty(bound.Diagnostics);
            else Emit(bound.Model, isServer);
            return bound.Diagnostics;
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {error}");
            throw;
        }
    }

    private static void Emit(ExchangeModel model, bool isServer)
    {
        foreach (var part in isServer ? ServerEmitter.Parts(model, "Trial") : ClientEmitter.Parts(model))
        {
            var key = (model.Name, part.Kind, part.Scope);
            if (Emitted.TryGetValue(key, out var known) && known == part) continue;
            Assert.Null((isServer ? ServerEmitter.Emit(part) : ClientEmitter.Emit(part)).Error);
            Emitted[key] = part;
        }
        if (!isServer) Assert.All(ClientEmitter.Catalogues(model, "0"), file => Assert.Null(file.Error));
    }
}
