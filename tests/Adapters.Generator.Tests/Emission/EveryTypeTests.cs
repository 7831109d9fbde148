using System.Text;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Emission;

/// <summary>Every type in every form and place compiles, as client and as server.</summary>
public sealed class EveryTypeTests
{
    private static readonly string[] Types =
    [
        "text", "bool", "int", "long", "decimal", "time-s", "time-ms", "time-us", "time-ns", "time-iso", "symbol", "asset",
        "order-id", "client-id", "trade-id", "json", "Kind", "Fixed", "Loose", "Pair", "Level", "Tags", "Any", "Some", "Shaped",
    ];

    private static readonly string[] Forms = ["{0}", "{0}?", "list {0}", "list {0}?", "map text {0}", "map text {0}?", "map asset list {0}", "map symbol map text {0}"];

    private const string Declared = """
        language: 1
        exchange: Venue
        products: { spot: { id: venue-spot } }
        enums:
          Kind: { one: One, two: Two }
        records:
          Fixed: { number: long, price: decimal? }
          Loose: { words: text, more: list long }
          Pair: [long first, text? second]
          Level: [decimal price, decimal quantity]
          Tags: { $tagged: kind, ONE: { size: decimal }, TWO: { words: text } }
          Numbered: { kind: =first, number: long }
          Named: { name: text, kind: =second, levels: list Level }
          Any: { $one-of: Numbered Named }
          Some: { $has: { name: Named, number: Numbered } }
          Shaped: { $shape: { object: Numbered, array: list Loose, text: text, number: decimal, bool: bool } }

        """;

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var form in Forms)
            {
                cases.Add(form, false);
                cases.Add(form, true);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_field_of_any_type_compiles_in_objects_tuples_and_messages(string form, bool isServer)
    {
        var text = new StringBuilder(Declared);
        var number = 0;
        var sent = new List<string>();
        foreach (var type in Types)
        {
            var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, type);
            text.Append(Line($"  Object{++number}: {{ aKey: {written} aName, another: long }}"));
            text.Append(Line($"  Tuple{number}: [long first, {written} second]"));
            sent.Add($"Object{number}");
            sent.Add($"Tuple{number}");
        }
        text.Append(Line("sockets:")).Append(Line("  market:")).Append(Line("    url: wss://x")).Append(Line("    channels:"));
        foreach (var record in sent)
        {
            text.Append(Line($"      one{record}: {{ topic: a.{record}, sends: {record} }}"));
            text.Append(Line($"      many{record}: {{ topic: b.{record}, sends: list {record} }}"));
        }

        GeneratorHost.Run([new SpecText("venue/exchange.yaml", text.ToString())], isServer).Compiles();
    }

    [Theory]
    [InlineData("list list text", null)]
    [InlineData("list list text?", null)]
    [InlineData("map text list list text", null)]
    [InlineData("list list long", "ADP070")]
    [InlineData("list map text long", "ADP070")]
    public void Lists_hold_lists_of_text_and_no_maps(string type, string? rule)
    {
        var answer = GeneratorHost.Run([new SpecText("venue/exchange.yaml", Declared + Line($"  Nested: {{ aKey: {type} }}"))]);

        if (rule is null) answer.Compiles();
        else Assert.Equal(rule, Assert.Single(answer.Diagnostics).Id);
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData("list Node", false)] // the inner ones would be read into the memory that the outer one borrows
    public void What_can_be_kept_is_read_as_what_borrows_unless_it_holds_itself(string type, bool isReadAsFrame)
    {
        var text = Declared + Line($"  Node: {{ levels: list Level?, inner: {type} }}")
            + Line("sockets: { market: { url: wss://x, channels: { nodes: { topic: a, sends: Node } } } }");

        var types = GeneratorHost.Run([new SpecText("venue/exchange.yaml", text)]).Compiles().Files["Venue.Types.g.cs"];

        Assert.Equal(isReadAsFrame, types.Contains("value = r.Object<NodeFrame>().ToOwned();", StringComparison.Ordinal));
        Assert.Contains("Levels = frame.Levels == default ? null : frame.Levels.ToArray();", types, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_of_any_type_compiles()
    {
        var text = new StringBuilder(Declared).Append(Line("endpoints:"));
        foreach (var type in Types.Take(17))
        {
            var name = "Get" + Names(type);
            text.Append(Line($"  {name}: {{ call: GET /{name}, query: {{ a: {type}, b: {type}?, c: list {type}, d: list {type}? }} }}"));
        }

        GeneratorHost.Run([new SpecText("venue/exchange.yaml", text.ToString())]).Compiles();
    }

    [Theory]
    [InlineData("text? value unless \"\"", "text? value unless \"\",none")]
    [InlineData("int? value unless -1", "long? value unless 0,-1")]
    [InlineData("decimal? value unless 0", "decimal? value unless <0")]
    [InlineData("time-ms? value unless 0", "time-iso? value unless never")]
    [InlineData("symbol? value unless NONE", "asset? value unless \"\"")]
    [InlineData("Kind? value unless none", "decimal? value unless \"\"")]
    [InlineData("client-id? value unless \"\"", "order-id? value unless -1 sometimes")]
    [InlineData("asset? value unless null", "time-ms? value unless null")]
    public void Sentinels_compile(string first, string second)
    {
        var text = Declared + Line($"  First: {{ aKey: '{first}' }}") + Line($"  Second: {{ aKey: '{second}' }}");

        GeneratorHost.Run([new SpecText("venue/exchange.yaml", text)]).Compiles();
    }

    private static string Names(string type) => Generator.Support.Names.Pascal(type);

    private static string Line(string text) => text + "\n";
}
