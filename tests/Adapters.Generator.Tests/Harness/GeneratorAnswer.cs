using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Adapters.Generator.Tests.Harness;

/// <summary>What a run gave: findings, files, the reasons of the steps, and the project with its generated files.</summary>
internal sealed class GeneratorAnswer(GeneratorRunResult result, CSharpCompilation compilation)
{
    public IReadOnlyList<Diagnostic> Diagnostics => result.Diagnostics;

    public Exception? Exception => result.Exception;

    /// <summary>Generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = result.GeneratedSources.IsDefault
        ? new Dictionary<string, string>()
        : result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>What the C# compiler has to say, warnings included.</summary>
    public IReadOnlyList<Diagnostic> CompilerFindings => compilation.GetDiagnostics()
        .Where(found => found.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error)
        .ToList();

    /// <summary>Why each output of a step is there, in order.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) => result.TrackedSteps.TryGetValue(step, out var runs)
        ? runs.SelectMany(run => run.Outputs).Select(output => output.Reason).ToList()
        : [];

    /// <summary>The project compiles without errors or warnings; otherwise the first findings are told.</summary>
    public GeneratorAnswer Compiles()
    {
        Assert.Null(Exception);
        Assert.True(Diagnostics.Count == 0, Told(Diagnostics));
        Assert.NotEmpty(Files);
        Assert.True(CompilerFindings.Count == 0, Told(CompilerFindings));
        return this;
    }

    /// <summary>The project, ready to run.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, Told(emitted.Diagnostics));
        return Assembly.Load(image.ToArray());
    }

    private static string Told(IEnumerable<Diagnostic> found) => string.Join("\n", found.Take(20));
}
