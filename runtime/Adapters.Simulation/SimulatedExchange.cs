using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;

namespace Adapters.Simulation;

/// <summary>
/// Several simulated markets under one clock. The same seed, the same clock and the same steps give the same orders,
/// trades and ids, to the last digit, on every machine.
/// </summary>
public sealed class SimulatedExchange
{
    private readonly TimeProvider _time;
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
        var now = Now;
        var markets = new List<SimulatedMarket>(options.Markets.Count);
        foreach (var market in options.Markets)
        {
            var simulated = new SimulatedMarket(market, options.Seed, now, Gate);
            markets.Add(simulated);
            _byName.Add(simulated.Symbol.Name, simulated);
        }

        Markets = markets;
    }

    /// <summary>Everything random follows from it.</summary>
    public long Seed { get; }

    /// <summary>The markets in the order given.</summary>
    public IReadOnlyList<SimulatedMarket> Markets { get; }

    /// <summary>Held while a market changes or is read; hold it to read several things of one moment.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The clock's time, in whole microseconds.</summary>
    public Timestamp Now =>
        Timestamp.FromMicroseconds(Timestamp.From(_time.GetUtcNow()).UnixMicroseconds);

    /// <summary>How many steps were taken.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Finds a market by the venue's name of its symbol.</summary>
    public bool TryFind(string venueName, [NotNullWhen(true)] out SimulatedMarket? market) =>
        _byName.TryGetValue(venueName, out market);

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

    /// <summary>Has an observer told what happens in every market from now on, until the result is disposed.</summary>
    public IDisposable Subscribe(IMarketObserver observer)
    {
        lock (Gate)
        {
            return new Subscriptions([.. Markets.Select(market => market.Subscribe(observer))]);
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
