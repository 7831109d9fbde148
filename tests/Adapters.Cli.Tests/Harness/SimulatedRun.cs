using Adapters.Binance.Spot;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Output;
using Adapters.Faces;
using Adapters.Hosting;
using Adapters.Rest;
using Adapters.Security;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Transport;
using Adapters.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Cli.Tests.Harness;

/// <summary>The tool against a simulated exchange in memory: both live by one clock that the test moves.</summary>
internal sealed class SimulatedRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StepPeriod = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private InMemoryVenue? _venue;

    /// <summary>What goes wrong at the exchange.</summary>
    public FaultRates? Faults { get; init; }

    public Terminal Terminal { get; init; } = Terminal.None;

    public Dictionary<string, string> Variables { get; init; } = [];

    /// <summary>What a person types.</summary>
    public string Input { get; init; } = "";

    /// <summary>Presses Ctrl-C after so much time.</summary>
    public TimeSpan? StopAfter { get; init; }

    /// <summary>Happens after each step of the exchange, with the number of steps so far.</summary>
    public Action<InMemoryVenue, int>? AfterStep { get; init; }

    /// <summary>Runs a command line to its end while the exchange goes on.</summary>
    public async Task<ToolRun> OfAsync(params string[] args)
    {
        // Without a context of the test runner continuations run where time is moved, and the run is repeatable.
        SynchronizationContext.SetSynchronizationContext(null);
        var setup = new ToolSetup
        {
            Terminal = Terminal,
            Time = _clock,
            Variables = Variables,
            Input = Input,
            CancellationToken = _stop.Token,
            StartVenue = StartAsync,
        };
        var before = ThreadsAlwaysBusy();
        var run = ToolRun.OfAsync(setup, args);
        var started = TimeProvider.System.GetTimestamp();
        for (var steps = 0; !run.IsCompleted; steps++)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"'{string.Join(' ', args)}' does not end.");
            SpinWait.SpinUntil(
                () => ThreadPool.PendingWorkItemCount == 0 && BusyThreads() <= before, TimeSpan.FromSeconds(1));
            _clock.Advance(StepPeriod);
            if (_venue is { } venue)
            {
                venue.Server.Step();
                AfterStep?.Invoke(venue, steps);
            }

            if (StopAfter is { } after && steps * StepPeriod >= after)
            {
#pragma warning disable CA1849 // everything that follows from it should happen here and now
                _stop.Cancel();
#pragma warning restore CA1849
            }
        }

        return await run;
    }

    public void Dispose()
    {
        _venue?.Dispose();
        _stop.Dispose();
    }

    // What is busy all the time, without what the test before has left to do.
    private static int ThreadsAlwaysBusy()
    {
        var least = BusyThreads();
        SpinWait.SpinUntil(
            () =>
            {
                least = Math.Min(least, BusyThreads());
                return false;
            },
            TimeSpan.FromMilliseconds(20));
        return least;
    }

    // Time moves only while the tool waits: what the thread pool still does belongs to the moment before.
    private static int BusyThreads()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return most - free;
    }

    private Task<IEmbeddedVenue> StartAsync(string product, SimulatedVenueOptions options, CancellationToken cancellationToken)
    {
        _venue = SimulatedVenue.InMemory(
            product, options with { Faults = Faults, History = TimeSpan.FromMinutes(10), StepPeriod = StepPeriod });
        return Task.FromResult<IEmbeddedVenue>(new MemoryVenue(_venue));
    }

    private sealed class MemoryVenue(InMemoryVenue venue) : IEmbeddedVenue
    {
        private static readonly (string Key, string Secret) Account = SimulatedVenue.KeyOf(1);

        public void Apply(ConnectorOptions options)
        {
            options.CustomEnvironment = BinanceSpotCatalogue.Instance.Environments[0] with { Name = ExchangeEntry.Simulated };
            options.Credentials = new Credentials(Account.Key, new HmacKey(Account.Secret));
            options.HttpHandler = venue.Handler;
            options.WebSockets = venue.WebSockets;
            options.Rest = new RestOptions { Random = new Random(1) };
            options.Streams = new StreamOptions { Jitter = new Random(1) };
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
