using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Adapters.Generator.Tests.Harness;

/// <summary>A project with specifications in memory: runs the generator as the C# compiler does, again and again.</summary>
internal sealed class GeneratorHost
{
    /// <summary>The framework, the runtime and the simulation.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => IsReferenced(Path.GetFileName(path)))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithDocumentationMode(DocumentationMode.Diagnose);

    // What references mean is worked out once: projects that differ in their files alone share it.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Trial", references: References, options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable));

    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    public GeneratorHost(IEnumerable<SpecText> texts, bool isServer = false, params string[] sources)
    {
        _driver = CSharpGeneratorDriver.Create(
            [new SpecGenerator().AsSourceGenerator()], texts, Parsing, new SpecOptions(isServer),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        _compilation = Empty.AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source, Parsing)));
    }

    /// <summary>Adds a C# file to the project.</summary>
    public void AddSource(string source) =>
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Parsing));

    /// <summary>Edits, adds or removes specifications, or switches properties.</summary>
    public void Change(Func<GeneratorDriver, GeneratorDriver> edit) => _driver = edit(_driver);

    /// <summary>Runs, keeping what is known from the run before.</summary>
    public GeneratorAnswer Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var compilation, out _);
        return new GeneratorAnswer(_driver.GetRunResult().Results[0], (CSharpCompilation)compilation);
    }

    /// <summary>Runs once.</summary>
    public static GeneratorAnswer Run(IEnumerable<SpecText> texts, bool isServer = false) => new GeneratorHost(texts, isServer).Run();

    /// <summary>What the C# compiler has to say of generated files, warnings included.</summary>
    public static IReadOnlyList<Diagnostic> Findings(IEnumerable<string> texts) =>
        [.. Empty.AddSyntaxTrees(texts.Select(text => CSharpSyntaxTree.ParseText(text, Parsing))).GetDiagnostics()
            .Where(found => found.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error)];

    private static bool IsReferenced(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || file is "mscorlib.dll" or "netstandard.dll" or "Adapters.Runtime.dll" or "Adapters.Simulation.dll";
}
