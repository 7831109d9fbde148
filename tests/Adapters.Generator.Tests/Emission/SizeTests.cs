using Adapters.Benchmarks.Compiler;
using Adapters.Generator.Binding;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;
using Xunit.Abstractions;

namespace Adapters.Generator.Tests.Emission;

/// <summary>Reading what was generated is most of what a build costs: it stays small, by the measure of the benchmarks.</summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    [Fact]
    public void Binance_is_a_few_lines_per_field_and_endpoint()
    {
        var files = Repository.Spec("binance").Select(file => new SpecFile(file.SpecPath, file.Text)).ToArray();
        var lines = GeneratedLines.Of(SpecBinder.Bind(files).Model!);

        output.WriteLine($"{lines.PerField:0.00} per field, {lines.PerEndpoint:0.00} per endpoint: {lines}");
        Assert.InRange(lines.PerField, 2, 5);
        Assert.InRange(lines.PerEndpoint, 2, 25);
    }
}
