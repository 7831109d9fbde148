using Adapters.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Adapters.Generator.Tests.Incremental;

/// <summary>Edit by step: what runs again, and what is known from the run before.</summary>
public sealed class MatrixTests
{
    private static readonly IReadOnlyList<SpecText> Alpha = SmallSpec.Files("alpha", "Alpha");

    private static readonly IReadOnlyList<SpecText> Beta = SmallSpec.Files("beta", "Beta");

    // In the order of how little was done.
    private static readonly IncrementalStepRunReason[] Order =
    [
        IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.New,
        IncrementalStepRunReason.Modified, IncrementalStepRunReason.Removed,
    ];

    // Two exchanges of two files; each emits a types file, and types, conversions, endpoints, rest, channels and streams
    // for its product; then a catalogue, which carries a hash over the others.
    [Fact]
    public void Everything_is_new_in_the_first_run()
    {
        var answer = Project().Run().Compiles();

        Expect(answer, "1 New", "4 New", "4 New", "2 New", "2 New", "2 New", "14 New", "14 New", "2 New", "2 New");
    }

    [Fact]
    public void An_edit_of_a_csharp_file_runs_nothing()
    {
        var answer = After(host => host.AddSource("namespace Trial; public sealed class Added;"));

        Expect(answer, "1 Cached", "4 Cached", "4 Cached", "2 Cached", "2 Cached", "2 Cached", "14 Cached", "14 Cached", "2 Cached", "2 Cached");
    }

    [Fact]
    public void A_second_run_without_an_edit_runs_nothing()
    {
        var answer = After(_ => { });

        Expect(answer, "1 Cached", "4 Cached", "4 Cached", "2 Cached", "2 Cached", "2 Cached", "14 Cached", "14 Cached", "2 Cached", "2 Cached");
    }

    [Fact]
    public void An_edit_of_a_value_emits_the_files_that_say_it()
    {
        var answer = After(Edit(Beta[1], text => text.Replace("call: GET /time", "call: GET /clock", StringComparison.Ordinal)));

        // descriptions and calls are made of it, and the catalogue carries a hash over everything
        Expect(
            answer, "1 Cached", "3 Cached, 1 Modified", "3 Cached, 1 Modified", "1 Unchanged, 1 Modified", "1 Cached, 1 Modified",
            "1 Cached, 1 Modified", "7 Cached, 5 Unchanged, 2 Modified", "12 Cached, 2 Modified", "1 Unchanged, 1 Modified", "1 Cached, 1 Modified");
        Assert.Contains("/clock", answer.Files["Beta.Spot.Endpoints.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_rule_emits_conversions_and_what_lists_them()
    {
        var answer = After(Edit(Beta[1], text => text.Replace("true: Sell, false: Buy", "true: Buy, false: Sell", StringComparison.Ordinal)));

        Expect(
            answer, "1 Cached", "3 Cached, 1 Modified", "3 Cached, 1 Modified", "1 Unchanged, 1 Modified", "1 Cached, 1 Modified",
            "1 Cached, 1 Modified", "7 Cached, 4 Unchanged, 3 Modified", "11 Cached, 2 Unchanged, 1 Modified", "1 Unchanged, 1 Modified",
            "1 Cached, 1 Modified");
    }

    [Fact]
    public void An_edit_of_one_exchange_leaves_the_other_alone()
    {
        var answer = After(Edit(Alpha[1], text => text.Replace("  i: long id", "  i: int id", StringComparison.Ordinal)));

        Assert.Equal(IncrementalStepRunReason.Unchanged, answer.Reasons("Exchanges")[1]);
        Assert.Equal(IncrementalStepRunReason.Cached, answer.Reasons("Bound")[1]);
        Assert.Equal(IncrementalStepRunReason.Cached, answer.Reasons("Models")[1]);
        Assert.All(answer.Reasons("Outputs").Skip(7), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(IncrementalStepRunReason.Cached, answer.Reasons("Catalogues")[1]);
    }

    [Theory]
    [InlineData("# a comment\n\n\n")]
    [InlineData("\n")]
    public void Comments_and_moved_lines_end_at_binding(string before)
    {
        var answer = After(Edit(Beta[1], text => before + text));

        Expect(
            answer, "1 Cached", "3 Cached, 1 Modified", "3 Cached, 1 Modified", "1 Unchanged, 1 Modified", "1 Cached, 1 Unchanged",
            "2 Cached", "14 Cached", "14 Cached", "2 Cached", "2 Cached");
    }

    [Fact]
    public void A_moved_finding_changes_the_finding_and_no_model()
    {
        var wrong = new SpecText("beta/spot/wrong.yaml", "language: 1\nrecords:\n  Wrong: { value: lnog }\n");
        var host = new GeneratorHost([.. Alpha, .. Beta, wrong]);
        var before = host.Run();

        Edit(wrong, text => "# moved\n" + text)(host);
        var answer = host.Run();

        Expect(
            answer, "1 Cached", "4 Cached, 1 Modified", "4 Cached, 1 Modified", "1 Unchanged, 1 Modified", "1 Cached, 1 Modified",
            "2 Cached", "14 Cached", "14 Cached", "2 Cached", "2 Cached");
        Assert.Equal(2, before.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(3, answer.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void An_added_file_runs_its_exchange()
    {
        var added = new SpecText("beta/spot/more.yaml", "language: 1\nrecords:\n  More: { value: long }\n");

        var answer = After(host => host.Change(driver => driver.AddAdditionalTexts([added])));

        Expect(
            answer, "1 Cached", "4 Cached, 1 New", "4 Cached, 1 New", "1 Unchanged, 1 Modified", "1 Cached, 1 Modified",
            "1 Cached, 1 Modified",
            "7 Cached, 1 Unchanged, 6 Modified", "8 Cached, 5 Unchanged, 1 Modified", "1 Unchanged, 1 Modified", "1 Cached, 1 Modified");
        answer.Compiles();
    }

    [Fact]
    public void A_removed_file_runs_its_exchange()
    {
        var more = new SpecText("beta/spot/more.yaml", "language: 1\nrecords:\n  More: { value: long }\n");
        var host = new GeneratorHost([.. Alpha, .. Beta, more]);
        host.Run();

        host.Change(driver => driver.RemoveAdditionalTexts([more]));
        var answer = host.Run().Compiles();

        Expect(
            answer, "1 Cached", "4 Cached, 1 Removed", "4 Cached, 1 Removed", "1 Unchanged, 1 Modified", "1 Cached, 1 Modified",
            "1 Cached, 1 Modified",
            "7 Cached, 1 Unchanged, 6 Modified", "8 Cached, 5 Unchanged, 1 Modified", "1 Unchanged, 1 Modified", "1 Cached, 1 Modified");
    }

    [Fact]
    public void A_file_that_is_no_specification_runs_nothing()
    {
        var answer = After(host => host.Change(driver => driver.AddAdditionalTexts([new OtherText("/repo/notes.yaml")])));

        Expect(answer, "1 Cached", "4 Cached", "4 Cached", "2 Cached", "2 Cached", "2 Cached", "14 Cached", "14 Cached", "2 Cached", "2 Cached");
    }

    [Fact]
    public void The_switch_to_server_code_binds_nothing_again()
    {
        var answer = After(host => host.Change(driver => driver.WithUpdatedAnalyzerConfigOptions(new SpecOptions(isServer: true))));

        Assert.Equal("1 Modified", Told(answer, "Settings"));
        Assert.Equal("4 Cached", Told(answer, "Files"));
        Assert.Equal("4 Cached", Told(answer, "Read"));
        Assert.Equal("2 Cached", Told(answer, "Exchanges"));
        Assert.Equal("2 Cached", Told(answer, "Bound"));
        Assert.Equal("2 Cached", Told(answer, "Models"));
        Assert.Equal("4 Modified, 10 Removed", Told(answer, "Parts"));
        Assert.Equal("4 Modified, 10 Removed", Told(answer, "Outputs"));
        Assert.Equal("2 Removed", Told(answer, "Catalogues"));
        answer.Compiles();
    }

    [Fact]
    public void Options_that_say_the_same_emit_nothing_again()
    {
        var answer = After(host => host.Change(driver => driver.WithUpdatedAnalyzerConfigOptions(new SpecOptions(isServer: false))));

        Expect(answer, "1 Unchanged", "4 Cached", "4 Cached", "2 Cached", "2 Cached", "2 Cached", "14 Cached", "14 Cached", "2 Cached", "2 Cached");
    }

    private static GeneratorHost Project() => new([.. Alpha, .. Beta]);

    private static GeneratorAnswer After(Action<GeneratorHost> edit)
    {
        var host = Project();
        host.Run().Compiles();
        edit(host);
        return host.Run();
    }

    private static Action<GeneratorHost> Edit(SpecText file, Func<string, string> edit)
    {
        var edited = edit(file.Text);
        Assert.NotEqual(file.Text, edited);
        return host => host.Change(driver => driver.ReplaceAdditionalText(file, new SpecText(file.SpecPath, edited)));
    }

    private static void Expect(GeneratorAnswer answer, params string[] expected) =>
        Assert.Equal(expected, SpecGenerator.Steps.Select(step => Told(answer, step)));

    private static string Told(GeneratorAnswer answer, string step) => string.Join(", ", answer.Reasons(step)
        .GroupBy(reason => reason)
        .OrderBy(group => Array.IndexOf(Order, group.Key))
        .Select(group => $"{group.Count()} {group.Key}"));
}
