using System.Globalization;
using System.Reflection;
using System.Text;
using Adapters.Catalogue;
using Adapters.Generator.Binding;
using Adapters.Generator.Model;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;
using Xunit.Abstractions;

namespace Adapters.Generator.Tests.Reference;

/// <summary>
/// What the compiler makes of every type in every form and place reads as the language's page says, in its expected layout
/// and in any order: a specification of all of them is compiled, loaded, and compared with the reference. More:
/// <c>FUZZ_ROUNDS=10000 FUZZ_SEED=1 dotnet test tests/Adapters.Generator.Tests --filter EveryDecoder</c>.
/// </summary>
public sealed class EveryDecoderTests(ITestOutputHelper output)
{
    private const int Rounds = 25;

    private const string Declared = """
        language: 1
        exchange: Venue
        products: { spot: { id: venue-spot } }
        enums:
          Kind: { one: One, two: Two, "true": Yes, 7: Seven }
        records:
          Fixed: { number: long, price: decimal? }
          Loose: { words: text, more: list long }
          Pair: [long first, text? second]
          Level: [decimal price, decimal quantity]
          Tags: { $tagged: kind, ONE: { size: decimal }, TWO: { words: text } }
          Numbered: { kind: =first, number: long }
          Named: { kind: =second, name: text, levels: list Level }
          Any: { $one-of: Numbered Named }
          Some: { $has: { name: Named, number: Numbered } }
          Shaped: { $shape: { object: Numbered, array: list Loose, text: text, number: decimal, bool: bool } }
          Node: { levels: list Level?, inner: list Node? }
          Constants: { one: =1, yes: =true, none: =null, word: =word, skipped: ignored, aaa|bbb|ccc: int? either }
          Sentinels: { text: text? value unless none, lower: decimal? lower unless <0, zero: decimal? zero unless 0,
            whole: int? whole unless -1, long: 'long? longer unless 0,-1', time: time-ms? time unless 0,
            iso: time-iso? iso unless never, symbol: symbol? symbol unless NONE, asset: asset? asset unless "",
            kind: Kind? kind unless two, order: order-id? order unless -1 sometimes, trade: trade-id? trade unless none }

        """;

    private static readonly string[] Types =
    [
        "text", "bool", "int", "long", "decimal", "time-s", "time-ms", "time-us", "time-ns", "time-iso", "symbol", "asset",
        "order-id", "client-id", "trade-id", "json", "Kind", "Fixed", "Loose", "Pair", "Level", "Tags", "Any", "Some", "Shaped", "Node",
    ];

    private static readonly string[] Forms = ["{0}", "{0}?", "list {0}", "list {0}?"];

    private static readonly string[] Maps = ["map text {0}", "map text {0}?", "map asset list {0}", "map symbol map text {0}"];

    private static readonly Lazy<IReadOnlyList<FuzzRoot>> All = new(Compiled);

    public static TheoryData<string> Names => [.. Channels, .. Model.Records.Select(record => "record " + record.Name)];

    public static TheoryData<string> Single => [.. Channels.Where(name => name.StartsWith("channel one", StringComparison.Ordinal))];

    private static ExchangeModel Model { get; } = SpecBinder.Bind([new SpecFile("venue/exchange.yaml", Text())]).Model!;

    private static IEnumerable<string> Channels =>
        Model.Sockets.SelectMany(socket => socket.Channels).Select(channel => "channel " + channel.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void All_readers_agree(string name) => FuzzRun.Changed(Named(name), Rounds, output);

    [Theory]
    [MemberData(nameof(Single))]
    public void All_readers_agree_on_a_message_cut_anywhere(string name) => FuzzRun.Cut(Named(name));

    [Theory]
    [InlineData("json", """[1,7,\r"",[7],null,"1"]""")]
    [InlineData("json", """{"key0":1,"key1":7,"key2": null,"key3":[7],"key5":"1"}""")]
    [InlineData("Shaped", """[1,7, "",[7],null,"1"]""")]
    [InlineData("Any", """[1,{"kind":"first","number":1}, null,[], "","1"]""")]
    public void White_space_before_a_value_does_not_hide_that_it_is_absent(string type, string json)
    {
        var form = json[0] == '[' ? "Tuple" : "Object";
        using var comparison = new Comparison(Named($"channel one{form}{Array.IndexOf(Types, type) + 1}"));
        Assert.Null(comparison.Difference(Encoding.UTF8.GetBytes(json.Replace("\\r", "\r", StringComparison.Ordinal))));
        Assert.Equal(0, comparison.Refused);
    }

    private static FuzzRoot Named(string name) => All.Value.Single(root => root.Name == name);

    private static List<FuzzRoot> Compiled()
    {
        var assembly = GeneratorHost.Run([new SpecText("venue/exchange.yaml", Text())]).Load();
        var catalogue = assembly.GetTypes().Single(type => type.Name.EndsWith("Catalogue", StringComparison.Ordinal))
            .GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
        return
        [
            .. FuzzRoot.Channels(Model, (ProductCatalogue)catalogue!, static _ => []),
            .. FuzzRoot.Records(Model, record => assembly.GetType("Adapters.Venue." + record.Name, throwOnError: true)!),
        ];
    }

    private static string Text()
    {
        var text = new StringBuilder(Declared);
        var sent = new List<string> { "Sentinels", "Constants", "Node", "Any", "Some" };
        var number = 0;
        foreach (var types in Types.Select(type => Forms.Select(form => Written(form, type)))
            .Concat(Maps.Select(form => Types.Select(type => Written(form, type)))))
        {
            var fields = types.Select((type, i) => $"{type} field{i}").Prepend("long before").Append("decimal after").ToList();
            text.Append(Line($"  Object{++number}: {{ {string.Join(", ", fields.Select((field, i) => $"key{i}: {field}"))} }}"));
            text.Append(Line($"  Tuple{number}: [{string.Join(", ", fields)}]"));
            sent.AddRange([$"Object{number}", $"Tuple{number}"]);
        }

        text.Append(Line("sockets:")).Append(Line("  market:")).Append(Line("    url: wss://x")).Append(Line("    channels:"));
        foreach (var record in sent)
        {
            text.Append(Line($"      one{record}: {{ topic: a.{record}, sends: {record} }}"));
            text.Append(Line($"      many{record}: {{ topic: b.{record}, sends: list {record} }}"));
        }

        return text.ToString();
    }

    private static string Written(string form, string type) => string.Format(CultureInfo.InvariantCulture, form, type);

    private static string Line(string text) => text + "\n";
}
