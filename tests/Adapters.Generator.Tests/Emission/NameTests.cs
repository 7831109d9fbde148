using System.Text;
using Adapters.Domain;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Emission;

/// <summary>Names that could collide: with words of C#, with each other, with types of the runtime.</summary>
public sealed class NameTests
{
    private const string Head = "language: 1\nexchange: Venue\nproducts: { spot: { id: venue-spot } }\n";

    private static readonly string[] Words =
        ["class", "event", "namespace", "string", "int", "return", "params", "value", "field", "record", "async", "var", "file"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_of_csharp_are_names_like_others(bool isServer)
    {
        var text = new StringBuilder(Head);
        text.Append("enums:\n  Word: [").AppendJoin(", ", Words).Append("]\n");
        text.Append("  Held: [value, text, index, known, table, wrap, equals, to-string, held]\n");
        text.Append("records:\n  Spoken:\n");
        foreach (var word in Words) text.Append("    ").Append(word).Append(": long\n");
        text.Append("endpoints:\n  Speak:\n    call: GET /speak\n    returns: Spoken\n    query:\n");
        foreach (var word in Words) text.Append("      ").Append(word).Append(": text\n");
        foreach (var word in Words) text.Append("      opt-").Append(word).Append(": text?\n");
        text.Append("sockets:\n  market:\n    url: wss://x\n    channels:\n");
        foreach (var word in Words) text.Append(Of($"      {word}: {{ topic: \"{word}.{{text {word}}}[.{{Word other}}]\", sends: Spoken }}\n"));

        GeneratorHost.Run([new SpecText("venue/exchange.yaml", text.ToString())], isServer).Compiles();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Keys_that_differ_only_in_case_stay_apart(bool isServer)
    {
        const string Text = Head + """
            records:
              Event: { T: time-ms time, t: long id, e: =x, E: time-ms eventTime, M: ignored, m: ignored, aB: ignored, AB: ignored }
            enums:
              Period: { $as: Interval, 1m: Minutes1, 1M: Months1 }

            """;

        GeneratorHost.Run([new SpecText("venue/exchange.yaml", Text)], isServer).Compiles();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Members_may_be_called_like_their_type_or_what_it_has(bool isServer)
    {
        const string Text = Head + """
            records:
              Price: { price: decimal, read: long, write: long, writeTo: long, equals: long, toString: text, receivedAt: time-ms }
              Fields: { fields: list Tags, tags: Tags }
              Tags: { $tagged: tag, TAGS: { tags: long }, fields: { seen: long, r: long value, w: text words } }
            sockets:
              market: { url: wss://x, channels: { price: { topic: a, sends: Price }, fields: { topic: b, sends: list Fields } } }

            """;

        GeneratorHost.Run([new SpecText("venue/exchange.yaml", Text)], isServer).Compiles();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_may_be_called_like_a_type_of_the_runtime_unless_generated_code_needs_it(bool isServer)
    {
        var names = typeof(Timestamp).Assembly.GetExportedTypes().Select(type => type.Name.Split('`')[0])
            .Where(name => char.IsUpper(name[0])).Distinct().Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder(Head).Append("records:\n");
        foreach (var name in names) text.Append(Of($"  {name}: {{ number: decimal, words: text, when: time-ms, market: symbol, more: list Pair }}\n"));
        text.Append("  Pair: [decimal price, decimal quantity]\n");
        text.Append(SmallSpec.Spot[SmallSpec.Spot.IndexOf("  Listing:", StringComparison.Ordinal)..].Replace("list Level", "list Pair", StringComparison.Ordinal));
        var shared = SmallSpec.Exchange.Replace("  Level: [decimal price, decimal quantity]\n", "", StringComparison.Ordinal);
        var files = new[] { new SpecText("venue/exchange.yaml", shared), new SpecText("venue/spot/product.yaml", text.ToString()[text.ToString().IndexOf("records:", StringComparison.Ordinal)..].Insert(0, "language: 1\n")) };

        var answer = GeneratorHost.Run(files, isServer);

        Assert.All(answer.Diagnostics, found => Assert.Equal("ADP023", found.Id));
        Assert.True(answer.Diagnostics.Count < names.Count / 2, "Most names should be free.");
        Assert.True(answer.CompilerFindings.Count == 0, string.Join("\n", answer.CompilerFindings.Take(20)));
    }

    [Theory]
    [InlineData("Adapters")]
    [InlineData("Domain")]
    [InlineData("System")]
    [InlineData("Wire")]
    [InlineData("Rest")]
    public void An_exchange_may_be_called_like_a_namespace(string name)
    {
        GeneratorHost.Run(SmallSpec.Files("venue", name)).Compiles();
        GeneratorHost.Run(SmallSpec.Files("venue", name), isServer: true).Compiles();
    }

    [Fact]
    public void Two_exchanges_stand_side_by_side() =>
        GeneratorHost.Run([.. SmallSpec.Files("alpha", "Alpha"), .. SmallSpec.Files("beta", "Beta")]).Compiles();

    [Fact]
    public void Texts_of_the_venue_never_become_code()
    {
        const string Text = Head + """
            docs: "https://venue.example/\"></see>*/ }\n#error"
            enums:
              Odd: { "\"; } class X {": First, "a\nb": Second, "{0}": Third, "\\": Fourth, "</summary>": Fifth }
            records:
              Record: { "a\nb": long first, "\"": long second, "</c>&": long third, "e\u2028": "=\"\n", "{x}": text? fourth unless "\\" }
            endpoints:
              GetOdd: { call: "GET /a\"b</c>", returns: Record, query: { "a\nb": "Odd", "q\"": "=\"\n" } }
            sockets:
              market:
                url: "wss://\"\n"
                envelope: { "a\"\n": "b\\\n", data: $payload }
                channels:
                  odd: { topic: "\"\\\n</c>{symbol:lower}[\"{Odd odd}]", sends: Record, docs: "\"<&>" }
            unverified: { "\"": "\n" }

            """;

        GeneratorHost.Run([new SpecText("venue/exchange.yaml", Text)]).Compiles();
        GeneratorHost.Run([new SpecText("venue/exchange.yaml", Text)], isServer: true).Compiles();
    }

    private static string Of(FormattableString text) => FormattableString.Invariant(text);
}
