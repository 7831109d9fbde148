using System.Net;
using System.Text;
using System.Text.Json;
using Adapters.Binance;
using Adapters.Books;
using Adapters.Domain;
using Adapters.Hosting;
using Adapters.Rest;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Transport;
using Adapters.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Faces.Tests.Harness;

/// <summary>A simulated Binance spot and an adapter connected to it, in memory, under one virtual clock.</summary>
internal sealed class Spot : IAsyncDisposable
{
    public static readonly TimeSpan StepPeriod = TimeSpan.FromMilliseconds(100);

    public Spot(long seed = 1, FaultRates? faults = null, StreamOptions? streams = null, params string[]? symbols)
    {
        Venue = SimulatedVenue.InMemory("binance", new SimulatedVenueOptions
        {
            Seed = seed,
            TimeProvider = Clock,
            Faults = faults,
            Symbols = symbols is { Length: > 0 } ? symbols : null,
            History = TimeSpan.FromMinutes(10),
            StepPeriod = StepPeriod,
        });
        Adapter = BinanceSpot.Connect(new ConnectorOptions
        {
            HttpHandler = _calls = new CallCounter(Venue.Handler),
            WebSockets = Venue.WebSockets,
            TimeProvider = Clock,
            LoggerFactory = Log = new LastWords(Clock),
            Rest = new RestOptions { Random = new Random((int)seed) },
            Streams = streams ?? new StreamOptions { Jitter = new Random((int)seed) },
            Books = new BookSynchroniserOptions { Jitter = new Random((int)seed) },
        });
    }

    private readonly CallCounter _calls;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    public InMemoryVenue Venue { get; }

    /// <summary>What the adapter logged last.</summary>
    public LastWords Log { get; }

    public BinanceSpot Adapter { get; }

    public Symbol Btc => Adapter.MarketData.Symbols.Get("BTCUSDT");

    private int Waiting => ((RestClient)Adapter.Rest.Client).Limiter.Waiting;

    /// <summary>Steps the venue while time passes.</summary>
    public void Pass(TimeSpan time)
    {
        // Continuations run inline only where no context of the test runner catches them; an await brings it back.
        SynchronizationContext.SetSynchronizationContext(null);
        for (var passed = TimeSpan.Zero; passed < time; passed += StepPeriod)
        {
            var (waiting, handled) = (Waiting, _calls.Handled);
            Clock.Advance(StepPeriod);
            Venue.Server.Step();

            // The limiter hands turns over to the thread pool, the one thing that does not run inline.
            var granted = waiting - Waiting;
            Assert.True(granted <= 0 || SpinWait.SpinUntil(
                () => _calls.Handled >= handled + granted || Waiting > 0, TimeSpan.FromMinutes(1)));
        }
    }

    /// <summary>A call as any client might make it.</summary>
    public (int Status, JsonElement Json) Get(string target, string method = "GET")
    {
        using var client = new HttpMessageInvoker(Venue.Handler, disposeHandler: false);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("http://venue.test" + target));
        using var response = client.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return ((int)response.StatusCode, text.StartsWith('<') ? default : JsonDocument.Parse(text).RootElement);
    }

    private sealed class CallCounter(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int _handled;

        public int Handled => Volatile.Read(ref _handled);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answering = base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref _handled);
            return await answering.ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Adapter.DisposeAsync();
        Venue.Dispose();
    }
}
