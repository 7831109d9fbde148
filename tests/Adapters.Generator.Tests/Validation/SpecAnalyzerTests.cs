using Adapters.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Adapters.Generator.Tests.Validation;

/// <summary>Lints reach the host by an analyzer, in the file where they belong, and can be configured there.</summary>
public sealed class SpecAnalyzerTests
{
    private const string Head = "language: 1\nexchange: Venue\nproducts: { spot: { id: venue-spot } }\n";

    private static readonly SpecText Shared = new("venue/exchange.yaml", Head);

    private static readonly SpecText Spot = new("venue/spot/types.yaml", "language: 1\nenums:\n  Colour: [red, green]\n");

    private const string Finding = "venue/spot/types.yaml(3,3): warning ADP105: Nothing uses the enum 'Colour'";

    [Fact]
    public async Task A_finding_stands_in_its_file() => Assert.Equal([Finding], await Run(Shared, Spot));

    [Fact]
    public async Task Nothing_is_said_of_a_specification_with_errors() =>
        Assert.Empty(await Run(Shared, new SpecText("venue/spot/types.yaml", Spot.Text + "records: { A: { x: lnog value } }\n")));

    [Fact]
    public async Task A_global_config_turns_rules_off_and_up()
    {
        Assert.Empty(await AnalyzerHost.RunAsync(new SpecAnalyzer(), [Shared, Spot], null, null, ("ADP105", ReportDiagnostic.Suppress)));
        var found = await AnalyzerHost.RunAsync(new SpecAnalyzer(), [Shared, Spot], null, null, ("ADP105", ReportDiagnostic.Error));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(found).Severity);
    }

    [Fact]
    public async Task A_rule_that_is_off_speaks_when_asked()
    {
        const string Text = Head + "docs: https://x.example\nrecords: { Last: { s: symbol, c: decimal last } }\nendpoints: { Get: { call: GET /a, returns: Last } }\n"
            + "conversions: { Last -> Ticker: {} }\nenvironments: { live: { rest: https://x.example } }\n";
        var spec = new SpecText("venue/exchange.yaml", Text);

        Assert.Empty(await Run(spec));
        Assert.NotEmpty(await AnalyzerHost.RunAsync(new SpecAnalyzer(), [spec], null, null, ("ADP101", ReportDiagnostic.Warn)));
    }

    [Fact]
    public async Task Samples_are_missed_only_where_they_can_be_seen()
    {
        const string Text = Head + "endpoints:\n  Get: { call: GET /a, docs: https://x.example }\nenvironments: { live: { rest: https://x.example } }\n";
        var spec = new SpecText("venue/exchange.yaml", Text);

        Assert.Empty(await Run(spec));
        Assert.Empty(await Run(spec, new SampleText("venue/samples/Get.json")));
        Assert.Equal(
            ["venue/exchange.yaml(5,3): warning ADP108: The endpoint 'Get' has no sample; write what the venue documents into samples/Get.json"],
            await Run(spec, new SampleText("venue/samples/Other.json")));
    }

    // The simulated exchange is made of the same files; the exchange's own project has said it.
    [Fact]
    public async Task Nothing_is_said_to_a_server() => Assert.Empty(
        await AnalyzerHost.RunAsync(new SpecAnalyzer(), [Shared, Spot], null, new SpecOptions(isServer: true)));

    [Fact]
    public async Task A_record_that_only_a_refusal_is_read_as_is_used()
    {
        const string Text = Head + "docs: https://x.example\nrecords:\n  Done: { id: long key }\n  Refused: { why: text }\nendpoints:\n"
            + "  Place: { call: POST /a, returns: Done, fails: { codes: [-5], with: Refused } }\nenvironments: { live: { rest: https://x.example } }\n";

        Assert.DoesNotContain(await Run(new SpecText("venue/exchange.yaml", Text)), found => found.Contains("ADP105", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_is_seen()
    {
        Assert.Equal([Finding], await Run(Shared, Spot));
        Assert.Empty(await Run(Shared, new SpecText("venue/spot/types.yaml", "language: 1\n")));
        Assert.Equal([Finding], await Run(Shared, Spot));
    }

    private static async Task<IReadOnlyList<string>> Run(params AdditionalText[] texts) =>
        [.. (await AnalyzerHost.RunAsync(new SpecAnalyzer(), texts)).Select(AnalyzerHost.Told)];
}
