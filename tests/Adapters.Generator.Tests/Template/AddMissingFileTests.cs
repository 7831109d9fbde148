using Adapters.CodeFixes;
using Adapters.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator.Tests.Template;

/// <summary>The fix adds the file that misses, and leaves to its author what only the author knows.</summary>
public sealed class AddMissingFileTests
{
    private static readonly SpecOptions Options = new(isServer: false, template: "AdaptersTemplate");

    private static readonly IReadOnlyList<SpecText> Specs =
        [new("venue/exchange.yaml", SmallSpec.Exchange + "\nsigner: VenueSigner\n"), SmallSpec.Files()[1]];

    [Fact]
    public async Task Files_are_added_one_by_one_until_none_misses()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace);
        var added = new List<string>();
        while (await MissingAsync(project) is [var finding, ..])
        {
            project = await FixAsync(project, finding);
            added.Add($"{finding.Id} {string.Join(", ", project.Documents.Select(Path))}");
        }

        Assert.Equal(
            [
                "ADP200 Signer.cs", "ADP201 Signer.cs, Builder.cs",
                "ADP202 Signer.cs, Builder.cs, Connector/MarketData.cs",
            ],
            added);
        Assert.Equal("/repo/src/Venue/Connector/MarketData.cs", project.Documents.Last().FilePath!.Replace('\\', '/'));
    }

    // No skeleton pretends to work: the compiler asks for what is missing, and for nothing else.
    [Fact]
    public async Task What_is_left_to_write_does_not_compile()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace);
        while (await MissingAsync(project) is [var finding, ..]) project = await FixAsync(project, finding);
        var sources = project.Documents.Select(document => document.GetTextAsync().Result.ToString());
        var host = new GeneratorHost(Specs, isServer: false, ["global using System; global using System.Threading.Tasks;", .. sources]);
        var found = host.Run().CompilerFindings.Select(one => one.Id).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["CS0535", "CS1029"], found); // members of interfaces, and the #error in the signer
    }

    [Fact]
    public async Task A_file_that_is_there_gets_the_type()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace);
        project = project.AddDocument("Signer.cs", "namespace Adapters.Venue;\n\npublic sealed class Other;\n", filePath: AnalyzerHost.Folder + "Signer.cs").Project;
        project = await FixAsync(project, (await MissingAsync(project))[0]);
        var text = (await Assert.Single(project.Documents).GetTextAsync()).ToString();

        Assert.StartsWith("namespace Adapters.Venue;\n\npublic sealed class Other;\n\n///", text, StringComparison.Ordinal);
        Assert.Contains("public sealed class VenueSigner : IRequestSigner", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_offered_in_specifications()
    {
        var export = Assert.Single(typeof(AddMissingFileFix).GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), false));
        Assert.Equal(["AdditionalDocument"], ((ExportCodeFixProviderAttribute)export).DocumentKinds);
    }

    private static Project Project(AdhocWorkspace workspace)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Venue", "Venue", LanguageNames.CSharp,
            filePath: AnalyzerHost.Folder + "Venue.csproj", metadataReferences: GeneratorHost.References));
        foreach (var spec in Specs) project = project.AddAdditionalDocument(System.IO.Path.GetFileName(spec.Path), SourceText.From(spec.Text), filePath: spec.Path).Project;
        return project;
    }

    private static async Task<IReadOnlyList<Diagnostic>> MissingAsync(Project project)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        var found = await AnalyzerHost.RunAsync(compilation, new TemplateAnalyzer(), Specs, Options);
        return [.. found.Where(one => new AddMissingFileFix().FixableDiagnosticIds.Contains(one.Id)).OrderBy(one => one.Id, StringComparer.Ordinal)];
    }

    private static async Task<Project> FixAsync(Project project, Diagnostic finding)
    {
        var place = finding.Location.GetLineSpan().Path;
        var actions = new List<CodeAction>();
        await new AddMissingFileFix().RegisterCodeFixesAsync(new CodeFixContext(
            project.AdditionalDocuments.Single(document => document.FilePath == place), finding, (action, _) => actions.Add(action), CancellationToken.None));
        var operations = await Assert.Single(actions).GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(project.Id)!;
    }

    private static string Path(Document document) => string.Join('/', [.. document.Folders, document.Name]);
}
