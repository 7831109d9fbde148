using Adapters.Generator.Binding;
using Adapters.Generator.Emission;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Emission;
using Adapters.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace Adapters.Generator.Tests.Hostile;

/// <summary>
/// Specifications whose structure was changed, not their letters: members dropped, renamed, doubled, swapped, put elsewhere,
/// of the wrong kind. Whatever is left is reported, or compiles. More: <c>FUZZ_ROUNDS=10000 FUZZ_SEED=1 dotnet test
/// tests/Adapters.Generator.Tests --filter StructureTests</c>.
/// </summary>
public sealed class StructureTests(ITestOutputHelper output)
{
    private static readonly int Rounds = Number("FUZZ_ROUNDS", 12);
    private static readonly int Seed = Number("FUZZ_SEED", 20_260_301);

    // Types, weights and topics that the others lack.
    private const string Rest = """
        language: 1
        exchange: Venue
        products: { spot: { id: venue-spot } }
        enums:
          Kind: { one: One, two: Two }
        records:
          Fixed: { number: long, price: decimal? }
          Loose: { words: text, more: list long }
          Level: [decimal price, decimal quantity]
          Tags: { $tagged: kind, ONE: { size: decimal }, TWO: { words: text } }
          Numbered: { kind: =first, number: long }
          Named: { name: text, kind: =second, levels: list Level }
          Any: { $one-of: Numbered Named }
          Shaped: { $shape: { object: Numbered, array: list Loose, text: text, number: decimal, bool: bool } }
          Uses: { aa: Kind? kind unless one, cc: map text Fixed fixeds, dd: list list text texts, gg: Shaped shaped, hh: Tags tags, jj: json? raw }
          Sends: { e: =sends, p: decimal? price unless <0, l: list Level? levels, f: list Fixed fixed, n: text note, o: text? other unless "" }
        endpoints:
          Get: { call: "GET /a/{id}", query: { id: long, kind: Kind?, kinds: list Kind?, when: time-ms? }, returns: list Uses,
            weight: { kind: { one: 2, else: 3 }, else: 1 } }
          Post: { call: POST /b, body: { a: text, b: json?, c: list decimal }, returns: Uses }
        sockets:
          market: { url: wss://x, envelope: { t: $topic, d: $payload }, channels: { any: { topic: "a.{Kind kind}[.{int n}]", sends: Any },
            sends: { topic: "b.{symbol:lower}", sends: Sends }, uses: { topic: c, sends: list Uses } } }
        """;

    private static readonly IReadOnlyList<IReadOnlyList<SpecText>> Specs =
        [SmallSpec.Files(), [new SpecText("venue/exchange.yaml", TradingTests.Spec)], [new SpecText("venue/exchange.yaml", Rest)]];

    [Fact]
    public void What_is_not_reported_compiles()
    {
        output.WriteLine($"seed {Seed}, {Rounds} rounds");
        var (whole, failures) = (0, new List<string>());
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(unchecked((Seed * 31) + round));
            var files = Specs[round % Specs.Count];
            var file = files[random.Next(files.Count)];
            var tree = new SpecTree(file.SpecPath, file.Text, random);
            for (var edits = random.Next(1, 4); edits > 0; edits--) tree.Mutate();
            var mutated = files.With(file, tree.Write());
            var what = $"seed {Seed}, round {round}";
            var isServer = random.Next(4) == 0;

            var found = Hostile.Run(mutated, $"{what}\n{string.Join("\n---\n", mutated.Select(one => one.Text))}", isServer);
            whole += found.Count == 0 ? 1 : 0;
            var model = SpecBinder.Bind([.. mutated.Select(one => new SpecFile(one.SpecPath, one.Text))]).Model;
            if (model is null) continue;
            var emitted = isServer ? ServerEmitter.Emit(model, "Trial") : ClientEmitter.Emit(model);
            var wrong = GeneratorHost.Findings(emitted.Select(one => one.Text));
            if (wrong.Count > 0)
            {
                failures.Add($"{what}: {string.Join("\n", wrong.Take(3).Select(Told))}\n{string.Join("\n", found)}\n{mutated.First(one => one.SpecPath == file.SpecPath).Text}");
            }
        }

        output.WriteLine($"{whole} without a finding");
        Assert.True(failures.Count == 0, $"{failures.Count} of {Rounds}:\n{string.Join("\n\n", failures.Take(12))}");
    }

    private static int Number(string name, int otherwise) => Environment.GetEnvironmentVariable(name) is { } text
        ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
        : otherwise;

    private static string Told(Diagnostic found) =>
        $"{found.Id} {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}: {found.Location.SourceTree!.GetText().Lines[found.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()}";
}
