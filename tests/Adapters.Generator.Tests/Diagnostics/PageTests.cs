using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Syntax;
using Adapters.Generator.Template;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Diagnostics;

/// <summary>
/// The pages are the tests: each rule has one, its example is reported once, at the place and in the words that the page
/// shows, and the mended example is not. With <c>ADAPTERS_ACCEPT=1</c> what is reported is written into the pages instead.
/// </summary>
public sealed class PageTests
{
    private static readonly bool IsAccepted = Environment.GetEnvironmentVariable("ADAPTERS_ACCEPT") == "1";

    private static readonly IReadOnlyList<DiagnosticRule> Rules = SpecCheck.AllRules;

    public static TheoryData<string> Examples => [.. DiagnosticPage.All.Where(page => page.Expected is not null).Select(page => page.Id)];

    [Fact]
    public void Rules_and_pages_name_the_same_ids() => Assert.Equal(
        Rules.Select(rule => rule.Id), DiagnosticPage.All.Select(page => page.Id));

    [Fact]
    public void Ids_are_given_once_and_in_order() => Assert.Equal(
        Rules.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), Rules.Select(rule => rule.Id));

    [Fact]
    public void Pages_are_headed_by_id_and_title() => Assert.Equal(
        Rules.Select(rule => $"# {rule.Id}: {rule.Title}"), DiagnosticPage.All.Select(page => page.Heading));

    // No specification can show that the compiler fails: see FailureTests.
    [Fact]
    public void Every_page_but_one_has_an_example() =>
        Assert.Equal(["ADP099"], DiagnosticPage.All.Where(page => page.Expected is null).Select(page => page.Id));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_example_is_reported_once_as_the_page_says(string id)
    {
        var page = DiagnosticPage.Of(id);
        var found = await RunAsync(id, page.Bad);

        if (IsAccepted) page.Accept(string.Join('\n', found.Select(one => one.Told)));
        else Assert.Equal(page.Expected, string.Join('\n', found.Select(one => one.Told)));
        Assert.Equal(id, Assert.Single(found).Id);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_mended_example_is_not_reported(string id)
    {
        var page = DiagnosticPage.Of(id);

        Assert.NotEmpty(page.Good);
        Assert.Equal("", string.Join('\n', (await RunAsync(id, page.Good)).Select(one => one.Told)));
    }

    // What is wrong is shown alone; what is suspicious may stand among other suspicions, which are other pages' business.
    private static async Task<IReadOnlyList<(string Id, string Told)>> RunAsync(string id, IReadOnlyList<PageFile> files)
    {
        if (TemplateRules.All.Any(rule => rule.Id == id)) return await TemplateAsync(files);
        var specs = files.Select(file => new SpecFile("venue/" + file.Path, file.Text)).ToList();
        var found = DiagnosticRules.All.Any(rule => rule.Id == id)
            ? SpecBinder.Bind(specs).Diagnostics
            : SpecCheck.Check(specs, samples: ["GetTime.json"], everything: true).Where(one => one.Id == id || one.Rule.IsError);
        return [.. found.Select(one => (one.Id, one.ToString()))];
    }

    // The folder of the exchange is said where there are two.
    private static async Task<IReadOnlyList<(string Id, string Told)>> TemplateAsync(IReadOnlyList<PageFile> files)
    {
        var specs = files.Where(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(file => new SpecText(file.Path.EndsWith("/exchange.yaml", StringComparison.Ordinal) ? file.Path : "venue/" + file.Path, file.Text));
        var sources = files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(file => (file.Path, file.Text));
        var found = await AnalyzerHost.RunAsync(
            new TemplateAnalyzer(), specs, sources, new SpecOptions(isServer: false, template: "AdaptersTemplate"));
        return [.. found.Select(one => (one.Id, AnalyzerHost.Told(one)))];
    }
}
