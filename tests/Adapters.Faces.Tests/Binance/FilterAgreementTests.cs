using System.Globalization;
using Adapters.Faces.Tests.Harness;
using Xunit.Abstractions;

namespace Adapters.Faces.Tests.Binance;

/// <summary>
/// The adapter and the simulated venue judge the same random orders around random limits, the venue over the wire and
/// without the adapter's checks. What the adapter refuses, the venue refuses too and with the same class; what the venue
/// refuses, the adapter has refused, but for what only the venue can know; and what the adapter rounds is on the grid.
/// More: <c>FUZZ_ROUNDS=1000 FUZZ_SEED=1</c>.
/// </summary>
public sealed class FilterAgreementTests(ITestOutputHelper output)
{
    private const int OrdersPerRound = 100;

    [Fact]
    public async Task Nothing_is_refused_that_the_venue_takes_and_nothing_sent_that_it_is_sure_to_refuse()
    {
        var rounds = Number("FUZZ_ROUNDS") ?? 30;
        var first = Number("FUZZ_SEED") ?? 2_611;
        output.WriteLine($"seed {first}, {rounds} rounds of {OrdersPerRound} orders");
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = first; seed < first + rounds; seed++)
        {
            await using var both = await TwoJudges.OpenAsync(seed);
            for (var i = 0; i < OrdersPerRound; i++)
            {
                var request = both.Draw();
                var judgement = await both.JudgeAsync(request);
                seen[judgement.Kind] = seen.GetValueOrDefault(judgement.Kind) + 1;
                Assert.True(judgement.Problem is null, $"seed {seed}, order {i}: {judgement.Problem}\n{request}\n{both}");
            }
        }

        output.WriteLine(string.Join(", ", seen.Select(static kind => $"{kind.Key} {kind.Value}")));
        string[] expected =
        [
            "taken by both", "refused by both: LOT_SIZE", "refused by both: MARKET_LOT_SIZE", "refused by both: NOTIONAL",
            "refused by both: PRICE_FILTER", "left to the venue: NOTIONAL", "left to the venue: PERCENT_PRICE_BY_SIDE",
        ];
        Assert.True(rounds < 30 || expected.All(seen.ContainsKey), $"seed {first}: something did not come");
    }

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
