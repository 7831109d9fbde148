using Adapters.Generator.Binding;
using Adapters.Generator.Model;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;
using Xunit.Abstractions;

namespace Adapters.Generator.Tests.Emission;

/// <summary>Reading what was generated is most of what a build costs: it stays small.</summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    [Fact]
    public void Binance_is_a_few_lines_per_field_and_endpoint()
    {
        var specs = Repository.Spec("binance");
        var model = SpecBinder.Bind([.. specs.Select(file => new SpecFile(file.SpecPath, file.Text))]).Model!;
        var files = GeneratorHost.Run(specs).Files;
        var fields = model.Records.Sum(record => record.Fields.Count(field => field.Role == FieldRole.Value));

        var types = (double)Lines(files, "Types") / fields;
        var own = (double)files.Where(file => file.Key.Contains("Types", StringComparison.Ordinal))
            .SelectMany(file => file.Value.Split('\n')).Count(IsOfField) / fields;
        var calls = (double)(Lines(files, "Endpoints") + Lines(files, "Rest")) / model.Endpoints.Count;

        output.WriteLine($"{Lines(files, "")} lines; {own:0.00} for each of {fields} fields, {types:0.00} with the types around them, {calls:0.00} per endpoint of {model.Endpoints.Count}");
        Assert.InRange(own, 2, 5);
        Assert.InRange(types, 2, 10);
        Assert.InRange(calls, 0.5, 25);
    }

    // The property, the reader's case, the writer's line, and their like in a borrowed frame.
    private static bool IsOfField(string line) => line.Trim() is var text
        && (text.Contains("{ get; private set; }", StringComparison.Ordinal) || text.Contains(" => _", StringComparison.Ordinal) || text.StartsWith("case ", StringComparison.Ordinal)
            || text.StartsWith("w.", StringComparison.Ordinal) || text.Contains(" = frame.", StringComparison.Ordinal)
            || text.StartsWith("r.RequireItem", StringComparison.Ordinal) || text.StartsWith("if (r.NextItem", StringComparison.Ordinal));

    // Documentation and blank lines cost the compiler little.
    private static int Lines(IReadOnlyDictionary<string, string> files, string part) => files
        .Where(file => file.Key.Contains(part, StringComparison.Ordinal))
        .SelectMany(file => file.Value.Split('\n'))
        .Count(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal));
}
