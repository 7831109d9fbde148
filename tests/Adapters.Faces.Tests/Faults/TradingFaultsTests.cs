using System.Diagnostics;
using System.Globalization;
using Adapters.Simulation.Faults;
using Xunit.Abstractions;

namespace Adapters.Faces.Tests.Faults;

/// <summary>
/// Strategies place, change, replace and cancel orders and lists of orders in several markets while connections break
/// before, inside and after requests, answers vanish, come late, doubled or damaged, the venue refuses and does not know,
/// updates are lost, and callers give up: at the end orders, fills and balances of the adapter are the exchange's, and every
/// outcome that was told is what happened.
/// </summary>
public sealed class TradingFaultsTests(ITestOutputHelper output)
{
    private const string ScenariosVariable = "ADAPTERS_SCENARIOS";
    private const string SeedVariable = "ADAPTERS_SEED";

    /// <summary>Names a file in which a long run notes now and then how far it is.</summary>
    private const string ProgressVariable = "ADAPTERS_PROGRESS";

    /// <summary>What must have happened in a longer run, so that it proves something.</summary>
    private static readonly string[] Expected =
    [
        .. Enum.GetNames<WireFault>().Skip(1).Select(static fault => $"fault: wire {fault}"),
        .. Enum.GetNames<StreamFault>().Skip(1).Select(static fault => $"fault: message {fault}"),
        .. Enum.GetNames<RequestFault>().Skip(1).Select(static fault => $"fault: request {fault}"),
        .. from what in (string[])["place", "cancel", "amend", "list", "replace, cancel", "replace, place"]
           from end in (string[])[
               "acknowledged", "rejected", "refused unsent", "given up unsent", "unknown", "settled as acknowledged",
               "settled as rejected"]
           where what != "amend" || !end.EndsWith("acknowledged", StringComparison.Ordinal)
           select $"{what}: {end}",
        "orders: BTCUSDT", "orders: ETHUSDT", "orders: ETHBTC", "lists: pair", "lists: working and 1", "lists: working and 2", "fills", "views compared",
    ];

    [Fact]
    public void Nothing_is_doubled_lost_or_diverged()
    {
        var (scenarios, seed) = (Number(ScenariosVariable) ?? 10_000, Number(SeedVariable) ?? 20_261_125);
        output.WriteLine($"seed {seed}");
        var (tally, failed, next) = (new Tally(), new SortedDictionary<long, List<string>>(), seed - 1);
        var started = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(PlayAll)).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        output.WriteLine(
            $"{started.Elapsed.TotalSeconds:0.0} s, {tally.Sum("fault: ")} faults; doubled {Found("doubled")}, lost {Found("lost")}, "
            + $"diverged {Found("diverged")}; {failed.Count} scenarios failed\n{tally}");
        Assert.True(failed.Count == 0, Report(failed));
        Assert.All(scenarios < 1_000 ? [] : Expected, name => Assert.True(tally[name] > 0, $"'{name}' did not happen"));

        void Note(long played)
        {
            if (played % 5_000 == 0 && Environment.GetEnvironmentVariable(ProgressVariable) is { Length: > 0 } file)
            {
                lock (failed)
                {
                    var failures = failed.Count == 0 ? "" : $": {string.Join(", ", failed.Keys.Take(20))}";
                    File.AppendAllText(file, $"{played} of {scenarios}, {started.Elapsed.TotalSeconds:0} s, {failed.Count} failed{failures}\n");
                }
            }
        }

        int Found(string kind) => failed.Values.Sum(problems => problems.Count(one => one.Contains(kind + ": ", StringComparison.Ordinal)));

        void PlayAll()
        {
            for (var mine = Interlocked.Increment(ref next); mine < seed + scenarios; mine = Interlocked.Increment(ref next))
            {
                var scenario = Scenario.Play(mine, isLogged: scenarios == 1);
                tally.Add(scenario.Tally);
                if (scenarios == 1)
                {
                    output.WriteLine(scenario.Log.ToString());
                }

                if (scenario.Problems.Count > 0)
                {
                    lock (failed)
                    {
                        failed[mine] = scenario.Problems;
                    }
                }

                Note(mine - seed + 1);
            }
        }
    }

    [Theory]
    [InlineData(Twist.OrdersSentTwice, "doubled: ")]
    [InlineData(Twist.NeverResolved, "doubled: Unknown: ")]
    [InlineData(Twist.ListsCutShort, "doubled: given up unsent")]
    [InlineData(Twist.ListsCutShort, "diverged: of a list not all")]
    [InlineData(Twist.FillLost, "lost: fill ")]
    [InlineData(Twist.OrderStale, "diverged: order ")]
    public async Task A_defect_is_noticed(Twist twist, string problem)
    {
        var problems = new List<string>();
        for (var seed = 1; seed <= 20 && problems.Count == 0; seed++)
        {
            var played = seed;
            problems.AddRange((await Task.Run(() => Scenario.Play(played, isLogged: false, twist))).Problems);
        }

        Assert.Contains(problems, one => one.Contains(problem, StringComparison.Ordinal));
    }

    private static string Report(SortedDictionary<long, List<string>> failed)
    {
        var (seed, _) = failed.FirstOrDefault();
        var all = failed.Take(20).SelectMany(static one => one.Value.Take(4).Select(problem => $"seed {one.Key}: {problem}"));
        var command = $"{ScenariosVariable}=1 {SeedVariable}={seed} dotnet test tests/Adapters.Faces.Tests --filter Nothing_is_doubled "
            + "--logger 'console;verbosity=detailed'";
        return $"{failed.Count} scenarios failed.\n{string.Join('\n', all)}\nreplay: {command}\n"
            + (failed.Count == 0 ? "" : Scenario.Play(seed, isLogged: true).Log.ToString());
    }

    private static long? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { } text
        ? long.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
