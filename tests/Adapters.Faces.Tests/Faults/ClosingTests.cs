using Xunit.Abstractions;

namespace Adapters.Faces.Tests.Faults;

/// <summary>
/// A connector is closed while orders are placed, changed, replaced and cancelled, over both transports and partly while
/// everything goes wrong: closing ends, every call ends, and what was told of each order is what happened. Whatever was sent
/// and not answered is unknown, never refused, and another connector settles it.
/// </summary>
public sealed class ClosingTests(ITestOutputHelper output)
{
    private const int Scenarios = 400;
    private const long Seed = 20_261_127;

    /// <summary>What must have happened, so that it proves something.</summary>
    private static readonly string[] Expected =
    [
        .. from what in (string[])["place", "list", "cancel", "replace, cancel", "replace, place"]
           from end in (string[])["acknowledged", "unknown"]
           select $"{what} while closing: {end}",
        "amend while closing: unknown", "place: closed unsent", "list: closed unsent", "cancel: closed unsent",
        "place: closed before it was settled",
        "settled by another connector as acknowledged", "settled by another connector as rejected",
    ];

    [Fact]
    public async Task What_was_told_of_orders_is_true_when_the_connector_is_closed_in_the_middle()
    {
        output.WriteLine($"seeds from {Seed}");
        var (tally, problems, failed) = (new Tally(), new List<string>(), (long?)null);
        for (var seed = Seed; seed < Seed + Scenarios; seed++)
        {
            var played = seed;
            var scenario = await Task.Run(() => Scenario.PlayClosing(played, isLogged: false));
            tally.Add(scenario.Tally);
            failed ??= scenario.Problems.Count > 0 ? played : null;
            problems.AddRange(scenario.Problems.Select(problem => $"seed {played}: {problem}"));
        }

        output.WriteLine(tally.ToString());
        if (failed is { } first)
        {
            output.WriteLine((await Task.Run(() => Scenario.PlayClosing(first, isLogged: true))).Log.ToString());
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(20)));
        Assert.All(Expected, name => Assert.True(tally[name] > 0, $"'{name}' did not happen"));
    }
}
