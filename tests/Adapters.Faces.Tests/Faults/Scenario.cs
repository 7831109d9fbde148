using Adapters.Binance;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Hosting;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Rest;
using Adapters.Security;
using Adapters.Simulation;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Transport;
using Adapters.Sockets;

namespace Adapters.Faces.Tests.Faults;

/// <summary>
/// One strategy trades on the simulated exchange for some seconds while everything goes wrong. Then nothing goes wrong any
/// more, and after a while what the adapter told must be what the exchange did. Everything follows from the seed.
/// </summary>
internal sealed partial class Scenario : IDisposable
{
    // All markets of two pairs of assets, so that each is traded against two others.
    private static readonly string[] Symbols = ["BTCUSDT", "ETHUSDT", "ETHBTC"];

    private static readonly TimeSpan StepPeriod = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestStorm = TimeSpan.FromSeconds(15);

    private readonly SeededRandom _random;
    private readonly VirtualClock _clock;
    private readonly Network _network;
    private readonly InMemoryVenue _venue;
    private readonly InvariantChecker _checker;
    private readonly FaultyCalls _calls;
    private readonly FaultySockets _sockets;
    private readonly BinanceSpot _adapter;
    private readonly View _view;
    private readonly Twist _twist;
    private readonly bool _isLossless; // nothing is lost but with its connection
    private Strategy _strategy = null!;
    private Elsewhere _elsewhere = null!;
    private ILiveAccount? _live;
    private Timestamp _followedFrom;
    private bool _isLate; // the account is followed only after the strategy has begun

    private Scenario(long seed, bool isLogged, Twist twist)
    {
        _random = new SeededRandom(seed);
        _clock = new VirtualClock(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) + TimeSpan.FromSeconds(_random.Next(60)));
        Log = new ScenarioLog(_clock, isLogged);
        _isLossless = _random.Chance(0.6);
        _twist = twist;
        _network = new Network(_clock, new SeededRandom(seed * 31), 0.02 + (0.2 * _random.NextDouble()), Log)
        {
            SendsOrdersTwice = twist == Twist.OrdersSentTwice,
        };
        _venue = SimulatedVenue.InMemory("binance", new SimulatedVenueOptions
        {
            Seed = seed,
            TimeProvider = _clock,
            Symbols = Symbols,
            History = TimeSpan.FromMinutes(1),
            OrdersPerSide = 60, // thin books open faster, and orders reach deeper into them
            Faults = _isLossless ? FaultLevels.Lossless : FaultLevels.All,
        });
        _venue.Server.Faults!.IsPaused = true;
        _network.IsCalm = true;
        _checker = new InvariantChecker(Exchange);
        _calls = new FaultyCalls(_network, _venue.Handler);
        _sockets = new FaultySockets(_network, _venue.WebSockets);
        _adapter = Connect(seed);
        _view = new View(Log, twist);
    }

    /// <summary>What happened, where it is kept.</summary>
    public ScenarioLog Log { get; }

    public Tally Tally { get; } = new();

    /// <summary>What must not have happened.</summary>
    public List<string> Problems { get; } = [];

    private SimulatedExchange Exchange => _venue.Server.Exchange;

    private Simulation.Accounts.SimulatedAccount Account => Exchange.Accounts[0];

    /// <summary>Plays a scenario to its end, on this thread.</summary>
    /// <param name="seed">Everything follows from it.</param>
    /// <param name="isLogged">What happens is kept.</param>
    /// <param name="twist">A deliberate defect.</param>
    public static Scenario Play(long seed, bool isLogged, Twist twist = Twist.None) =>
        Play(seed, isLogged, twist, static scenario => scenario.Play());

    public void Dispose()
    {
        _ = _live?.DisposeAsync().AsTask();
        _ = _adapter.DisposeAsync().AsTask();
        _checker.Dispose();
        _calls.Dispose();
        _venue.Dispose();
    }

    private static Scenario Play(long seed, bool isLogged, Twist twist, Action<Scenario> play)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var scenario = new Scenario(seed, isLogged, twist);
        using (scenario)
        {
            try
            {
                play(scenario);
            }
#pragma warning disable CA1031 // told with the seed
            catch (Exception error)
#pragma warning restore CA1031
            {
                scenario.Problems.Add("thrown: " + error.Message + string.Join(' ', (error.StackTrace ?? "").Split('\n').Take(4)));
            }

            if (scenario._clock.Trespasser is { } trespasser)
            {
                scenario.Problems.Add("on another thread: " + trespasser);
            }
        }

        return scenario;
    }

    private BinanceSpot Connect(long seed)
    {
        var (key, secret) = SimulatedVenue.KeyOf(seed);
        var jitter = new Random((int)seed);
        return BinanceSpot.Connect(new ConnectorOptions
        {
            Credentials = new Credentials(key, new HmacKey(secret)),
            HttpHandler = _calls,
            WebSockets = _sockets,
            TimeProvider = _clock.Ahead(TimeSpan.FromMilliseconds(_random.Next(6_000) - 3_000)),
            LoggerFactory = Log,
            Rest = new RestOptions
            {
                Random = jitter,
                AttemptTimeout = TimeSpan.FromSeconds(2),
                ReceiveWindow = TimeSpan.FromSeconds(1 + _random.Next(4)),
            },
            Streams = new StreamOptions { Jitter = jitter, Continuations = TaskCreationOptions.None },
            Limits = new RateLimiterOptions { Continuations = TaskCreationOptions.None },
            Orders = new OrderOptions { Random = jitter },
            Accounts = new AccountOptions { AuditEvery = TimeSpan.FromSeconds(20), Symbols = Symbols },
        });
    }

    private void Play()
    {
        Open();
        Storm();
        Calm();
        Problems.AddRange(_strategy.Problems);
        Problems.AddRange(_view.Problems);
        Problems.AddRange(Differences());
        Problems.AddRange(Comparison.OfOutcomes(Account, _strategy, Exchange.Markets));
        _checker.Check(deep: false);
        Tally.Add("scenarios");
        Tally.Add("fills", _view.Fills.Count);
        Tally.Add(_venue.Server.Faults!);
        Tally.Add(_network);
    }

    private void Open()
    {
        Finish(_adapter.MarketData.GetMarketsAsync().AsTask());
        _strategy = new Strategy(
            [_adapter.Trading, _adapter.SocketTrading],
            [.. Exchange.Markets.Select(market => new AnyOrder(market, _adapter.MarketData.Symbols.Get(market.Symbol.Name), _random))],
            _view, _clock, _random, Tally, Log)
        {
            NeverResolves = _twist == Twist.NeverResolved,
            CutsListsShort = _twist == Twist.ListsCutShort,
        };
        _elsewhere = new Elsewhere(_venue.Server, Account, _network, _random);
        _isLate = _random.Chance(0.15);
        if (_random.Chance(0.2))
        {
            Rage();
        }

        if (!_isLate)
        {
            Follow();
        }

        _clock.After(StepPeriod, StepMarket);
    }

    /// <summary>Has the adapter follow the account from now on.</summary>
    private void Follow()
    {
        using var never = new CancellationTokenSource(); // without, one of several that wait may go on on another thread
        Task<ILiveAccount> opening;
        do
        {
            opening = Finish(_adapter.PrivateStream.OpenAccountAsync(_view.Handlers, never.Token).AsTask());
        }
        while (!opening.IsCompletedSuccessfully);
        (_live, _followedFrom) = (opening.Result, Exchange.Now);
    }

    private void Rage() => _network.IsCalm = _venue.Server.Faults!.IsPaused = false;

    private void Storm()
    {
        Rage();
        var longest = _random.Chance(0.2) ? 40 : 400;
        for (var actions = 12 + _random.Next(20); actions > 0; actions--)
        {
            _strategy.Act();
            _clock.Run(TimeSpan.FromMilliseconds(1 + _random.Next(longest)));
            if (actions == 8 && _isLate)
            {
                Follow();
                Rage();
            }
        }

        _network.IsCalm = _venue.Server.Faults!.IsPaused = true;
        _marketPeriod = 5 * StepPeriod;
        Log.Add("calm from here on");
    }

    /// <summary>Where the view is not the exchange's.</summary>
    private IEnumerable<string> Differences() =>
        Comparison.OfView(Account, Exchange.Markets, _view, _live!, _isLate ? _followedFrom : Timestamp.Epoch);

    private T Finish<T>(T task)
        where T : Task
    {
        for (var passed = TimeSpan.Zero; !task.IsCompleted; passed += TimeSpan.FromMilliseconds(5))
        {
            Assert.True(passed < Patience, "It does not end.");
            if (passed > LongestStorm)
            {
                _network.IsCalm = _venue.Server.Faults!.IsPaused = true; // in the worst storm nothing could be read at all
            }

            _clock.Run(TimeSpan.FromMilliseconds(5));
        }

        return task;
    }
}
