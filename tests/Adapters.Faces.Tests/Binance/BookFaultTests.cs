using System.Globalization;
using Adapters.Books;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Faces.Tests.Harness;
using Adapters.Simulation.Faults;
using Xunit.Abstractions;

namespace Adapters.Faces.Tests.Binance;

/// <summary>
/// Updates are lost, delayed, doubled, swapped, cut and replaced by garbage, connections drop, snapshots are refused with
/// 429 and 418, answered with 5xx, garbage or not at all: whenever the adapter calls its book synchronised it is a book
/// that the venue had, and after each fault it is the venue's own again within a bounded number of messages.
/// </summary>
public sealed class BookFaultTests(ITestOutputHelper output)
{
    private const string FaultsVariable = "ADAPTERS_FAULTS";
    private const string SeedVariable = "ADAPTERS_SEED";
    private const int FaultsPerRun = 250;

    // Ten messages a second. A book that starts again and again waits up to 30 s between snapshots, and a refusal may say
    // to wait for the end of the minute; neither wait begins again once nothing goes wrong any more.
    private const int Bound = 900;

    // Where the book was right for a while before, no refusal still holds calls back and only updates are harmed, it asks
    // for a snapshot at once.
    private const int BoundAfterCalm = 15;
    private const int LongestRefusal = 650;

    [Fact]
    public async Task After_each_fault_the_book_is_the_venues_within_a_bounded_number_of_messages()
    {
        var wanted = Number(FaultsVariable) ?? 1_000;
        var seed = Number(SeedVariable) ?? 20_261_125;
        output.WriteLine($"seed {seed}");
        var (injected, counts) = (0L, new Dictionary<string, long>());
        var (calm, all) = (new List<int>(), new List<int>());
        for (var run = 0; injected < wanted; run++)
        {
            await using var line = await Line.OpenAsync(seed + run);
            while (line.Faults.Injected < FaultsPerRun && injected + line.Faults.Injected < wanted)
            {
                var drops = line.Faults.Count(StreamFault.Disconnect);
                var (isCalm, messages) = line.Recover();
                Assert.True(line.Problem is null, $"seed {seed + run}: {line.Problem}; {line.Faults}\n{line.Log}");
                (isCalm && line.Faults.Count(StreamFault.Disconnect) == drops ? calm : all).Add(messages);
            }

            injected += line.Faults.Injected;
            line.Count(counts);
        }

        output.WriteLine($"{injected} faults injected, 0 diverged; {string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"))}");
        output.WriteLine($"messages until the book was right again: {Summary(calm)} after one harmed update, "
            + $"{Summary(all)} after connections broke or several things went wrong");
        Assert.True(calm.Max() <= BoundAfterCalm, $"seed {seed}: {calm.Max()} messages");
        Assert.True(wanted < 1_000 || counts.Values.All(count => count > 0), $"seed {seed}: some kind of fault did not come");
    }

    private static string Summary(List<int> messages)
    {
        messages.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"median {messages[messages.Count / 2]}, p99 {messages[messages.Count * 99 / 100]}, most {messages[^1]}");
    }

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;

    private sealed class Line : IAsyncDisposable
    {
        private static readonly FaultRates Rates = new()
        {
            Drop = 0.03,
            Delay = 0.03,
            Duplicate = 0.02,
            SwapWithNext = 0.03,
            Disconnect = 0.015,
            Garbage = 0.01,
            Truncate = 0.01,
            TooManyRequests = 0.08,
            Banned = 0.05,
            ServerError = 0.08,
            ServerErrorAfterwards = 0.05,
            GarbageAnswer = 0.08,
            TruncatedAnswer = 0.08,
            LostRequest = 0.05,
            LostAnswer = 0.08,
        };

        private readonly Spot _spot;
        private readonly Dictionary<long, int> _history = [];
        private readonly Random _random;
        private LiveBook _book = null!;
        private long _steps;
        private long _refusals;
        private long _refusedAt;

        private Line(long seed) => (_spot, _random) = (new Spot(seed, Rates, symbols: "BTCUSDT"), new Random((int)seed));

        public FaultPlan Faults => _spot.Venue.Server.Faults!;

        public LastWords Log => _spot.Log;

        public string? Problem { get; private set; }

        private bool IsVenues => _book.Book.Read(out var book) == BookState.Synchronised
            && Fingerprint(book!) == Fingerprint(_spot.Venue.Server.Exchange.Markets[0].Book());

        public static async Task<Line> OpenAsync(long seed)
        {
            var line = new Line(seed);
            line.Faults.IsPaused = true;
            await line._spot.Adapter.MarketData.GetMarketsAsync();
            var opening = line._spot.Adapter.MarketData.OpenBookAsync(
                line._spot.Btc, book => book.StateChanged += change => line.Log.Add(change.ToString()), default).AsTask();
            line.Step(20);
            line._book = await opening;
            Assert.True(line.IsVenues);
            return line;
        }

        /// <summary>Lets something go wrong, once in a calm or for a while, then nothing any more until the book is the
        /// venue's.</summary>
        /// <returns>How many updates the venue has published until then.</returns>
        public (bool IsCalm, int Messages) Recover()
        {
            var isCalm = _random.Next(2) == 0 && _steps - _refusedAt > LongestRefusal;
            Step(isCalm ? 80 : 0);
            var refusals = _refusals;
            var before = Faults.Injected;
            Faults.IsPaused = false;
            while (Faults.Injected == before && Problem is null)
            {
                Step(1);
            }

            Step(isCalm ? 0 : _random.Next(100));
            Faults.IsPaused = true;
            for (var messages = 1; messages <= Bound && Problem is null; messages++)
            {
                Step(1);
                if (IsVenues)
                {
                    return (isCalm && _refusals == refusals, messages);
                }
            }

            Problem ??= $"not the venue's after {Bound} messages";
            return (isCalm, Bound);
        }

        public void Count(Dictionary<string, long> counts)
        {
            foreach (var fault in Enum.GetValues<StreamFault>().Skip(1))
            {
                counts[$"message {fault}"] = counts.GetValueOrDefault($"message {fault}") + Faults.Count(fault);
            }

            foreach (var fault in Enum.GetValues<RequestFault>().Skip(1))
            {
                counts[$"request {fault}"] = counts.GetValueOrDefault($"request {fault}") + Faults.Count(fault);
            }
        }

        public ValueTask DisposeAsync() => _spot.DisposeAsync();

        private void Step(int steps)
        {
            for (; steps > 0 && Problem is null; steps--)
            {
                _spot.Pass(Spot.StepPeriod);
                _steps++;
                if (Faults.Count(RequestFault.TooManyRequests) + Faults.Count(RequestFault.Banned) is var refused && refused > _refusals)
                {
                    (_refusals, _refusedAt) = (refused, _steps);
                }

                var venues = _spot.Venue.Server.Exchange.Markets[0].Book();
                _history[venues.Version] = Fingerprint(venues);
                if (_book?.Book.Read(out var book) == BookState.Synchronised
                    && (!_history.TryGetValue(book!.Version, out var then) || then != Fingerprint(book)))
                {
                    Problem ??= $"called synchronised, but the venue never had this book of version {book.Version}";
                }
            }
        }

        private static int Fingerprint(OrderBook book)
        {
            var hash = new HashCode();
            hash.Add(book.Version);
            foreach (ref readonly var level in book.Bids.AsSpan())
            {
                hash.Add(level);
            }

            hash.Add(0);
            foreach (ref readonly var level in book.Asks.AsSpan())
            {
                hash.Add(level);
            }

            return hash.ToHashCode();
        }
    }
}
