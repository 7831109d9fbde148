using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;
using Json.Schema;

namespace Adapters.Generator.Tests.Language;

/// <summary>Binder, reference page and schema name the same keys; what the project specifies fits the schema.</summary>
public sealed partial class LanguageTests
{
    private const string SchemaFile = "specs/schema/adapters.schema.json";

    public static TheoryData<string> Constructs => [.. Grammar.Constructs.Select(construct => construct.Id)];

    public static TheoryData<string> Files =>
        [.. Repository.Exchanges.SelectMany(Repository.Spec).Select(file => file.SpecPath)];

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Reference_page_describes_every_key(string id)
    {
        var construct = Grammar.Constructs.Single(candidate => candidate.Id == id);
        var heading = "## " + char.ToUpperInvariant(construct.Title[0]) + construct.Title[1..] + "\n";
        var page = Repository.Read("docs/spec-reference.md");
        var start = page.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"no section '{heading.Trim()}'");
        var end = page.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        var section = page[start..(end < 0 ? page.Length : end)];

        Assert.Equal(construct.Keys.Select(key => key.Name), Row().Matches(section).Select(row => row.Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Schema_has_every_key(string id)
    {
        using var schema = JsonDocument.Parse(Repository.Read(SchemaFile));
        var definition = id == "file" ? schema.RootElement : schema.RootElement.GetProperty("$defs").GetProperty(id);
        var construct = Grammar.Constructs.Single(candidate => candidate.Id == id);

        Assert.Equal(
            construct.Keys.Select(key => (key.Name, key.Meaning)),
            definition.GetProperty("properties").EnumerateObject()
                .Select(key => (key.Name, key.Value.GetProperty("description").GetString()!)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Specification_fits_the_schema(string path)
    {
        var file = Repository.Exchanges.SelectMany(Repository.Spec).Single(candidate => candidate.SpecPath == path);
        var node = SpecReader.Read(new SpecFile(path, file.Text), new DiagnosticBag());
        var result = JsonSchema.FromText(Repository.Read(SchemaFile))
            .Evaluate(Json(node!), new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.True(result.IsValid, string.Join('\n', result.Details
            .Where(detail => detail.HasErrors).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}")));
    }

    [Fact]
    public void Schema_refuses_a_key_that_is_none()
    {
        var schema = JsonSchema.FromText(Repository.Read(SchemaFile));
        Assert.False(schema.Evaluate(JsonNode.Parse("""{"language":"1","endpoint":{}}""")).IsValid);
        Assert.False(schema.Evaluate(JsonNode.Parse("""{"language":"1","endpoints":{"GetTime":{"cal":"GET /time"}}}""")).IsValid);
        Assert.True(schema.Evaluate(JsonNode.Parse("""{"language":"1","endpoints":{"GetTime":{"call":"GET /time"}}}""")).IsValid);
    }

    private static JsonNode? Json(SpecNode node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Json(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        _ => JsonValue.Create(((ScalarNode)node).Value),
    };

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
