using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Rules;
using Adapters.Simulation.Trading;

namespace Adapters.Simulation;

/// <summary>
/// Several simulated markets under one clock. The same seed, the same clock and the same steps give the same orders,
/// trades and ids, to the last digit, on every machine.
/// </summary>
public sealed class SimulatedExchange
{
    private readonly TimeProvider _time;
    private readonly TradingFloor _floor;
    private readonly Dictionary<string, SimulatedMarket> _byName = new(StringComparer.Ordinal);
    private long _steps;

    /// <summary>Opens the markets, with their past already traded and their books filled.</summary>
    /// <param name="options">The markets and the seed.</param>
    /// <param name="time">The clock that all times come from.</param>
    /// <exception cref="ArgumentException">There is no market, a market is there twice, or its options cannot be.
    /// </exception>
    public SimulatedExchange(SimulatedExchangeOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (options.Markets.Count == 0)
        {
            throw new ArgumentException("Name at least one market.", nameof(options));
        }

        _time = time;
        Seed = options.Seed;
        _floor = new TradingFloor(options, time);
        var now = Now;
        var markets = new List<SimulatedMarket>(options.Markets.Count);
        foreach (var market in options.Markets)
        {
            var simulated = new SimulatedMarket(market, options.Seed, now, _floor);
            markets.Add(simulated);
            _byName.Add(simulated.Symbol.Name, simulated);
        }

        Markets = _floor.Markets = markets;
        foreach (var account in options.Accounts)
        {
            OpenAccount(account);
        }
    }

    /// <summary>Everything random follows from it.</summary>
    public long Seed { get; }

    /// <summary>The markets in the order given.</summary>
    public IReadOnlyList<SimulatedMarket> Markets { get; }

    /// <summary>Held while a market changes or is read; hold it to read several things of one moment.</summary>
    public Lock Gate => _floor.Gate;

    /// <summary>How it takes commissions.</summary>
    public CommissionPlan Commission => _floor.Commissions.Plan;

    /// <summary>What it asks of accounts in all markets together.</summary>
    public ExchangeRules Rules => _floor.Rules;

    /// <summary>The accounts in the order in which they were opened.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts
    {
        get
        {
            lock (Gate)
            {
                return [.. _floor.Accounts];
            }
        }
    }

    /// <summary>The clock's time, in whole microseconds.</summary>
    public Timestamp Now => _floor.Now;

    /// <summary>How many steps were taken.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Finds a market by the venue's name of its symbol.</summary>
    public bool TryFind(string venueName, [NotNullWhen(true)] out SimulatedMarket? market) =>
        _byName.TryGetValue(venueName, out market);

    /// <summary>Opens an account and brings its first deposits.</summary>
    /// <exception cref="ArgumentException">There is an account with this id, or a deposit or a rate cannot be.
    /// </exception>
    public SimulatedAccount OpenAccount(AccountOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        lock (Gate)
        {
            _floor.CheckNotTelling();
            var account = new SimulatedAccount(options, _floor);
            _floor.Add(account);
            foreach (var deposit in options.Deposits)
            {
                account.Deposit(deposit.Asset, deposit.Amount);
            }

            return account;
        }
    }

    /// <summary>Finds an account by its id.</summary>
    public bool TryFindAccount(string id, [NotNullWhen(true)] out SimulatedAccount? account)
    {
        lock (Gate)
        {
            return _floor.TryFind(id, out account);
        }
    }

    /// <summary>What the venue took of an asset in commissions so far.</summary>
    public decimal FeesOf(Asset asset)
    {
        lock (Gate)
        {
            return _floor.Fees[asset];
        }
    }

    /// <summary>One tick of activity in every market, at the clock's time. Returns once every observer was told.
    /// </summary>
    public void Step()
    {
        lock (Gate)
        {
            var now = Now;
            Interlocked.Increment(ref _steps);
            foreach (var market in Markets)
            {
                market.Step(now);
            }
        }
    }

    /// <summary>Steps each time the clock has moved on by a period, until the result is disposed. A step is left out
    /// where the one before it is not over.</summary>
    /// <param name="period">Time between two steps. Move a virtual clock on by no more than that at once: all steps of
    /// one move see its end.</param>
    public IDisposable Run(TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.FromMilliseconds(1));
        var isStepping = 0;
        return _time.CreateTimer(
            _ =>
            {
                if (Interlocked.Exchange(ref isStepping, 1) == 1)
                {
                    return;
                }

                try
                {
                    Step();
                }
                finally
                {
                    Volatile.Write(ref isStepping, 0);
                }
            },
            state: null,
            period,
            period);
    }

    internal TradingFloor Floor => _floor;

    /// <summary>Has an observer told what happens in every market from now on, until the result is disposed.</summary>
    public IDisposable Subscribe(IMarketObserver observer)
    {
        lock (Gate)
        {
            return new Subscriptions([.. Markets.Select(market => market.Subscribe(observer))]);
        }
    }

    /// <summary>Has an observer told what happens to every account, also those opened later, from now on, until the
    /// result is disposed. It is told before the accounts' own observers.</summary>
    public IDisposable Subscribe(IAccountObserver observer)
    {
        lock (Gate)
        {
            return _floor.Observers.Add(observer);
        }
    }

    private sealed class Subscriptions(IDisposable[] all) : IDisposable
    {
        public void Dispose()
        {
            foreach (var one in all)
            {
                one.Dispose();
            }
        }
    }
}
