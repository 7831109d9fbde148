using Adapters.Domain;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation;

/// <summary>What a simulated market is and how lively.</summary>
public sealed record SimulatedMarketOptions
{
    /// <summary>The instrument; its tick and step must be positive.</summary>
    public required Market Market { get; init; }

    /// <summary>What it asks of orders beyond the instrument's own bounds.</summary>
    public TradingRules Rules { get; init; } = new();

    /// <summary>Price at which its history begins, quote units; brought onto the tick.</summary>
    public required decimal StartPrice { get; init; }

    /// <summary>Largest usual value of one order, quote units; most are far smaller.</summary>
    public required decimal TypicalNotional { get; init; }

    /// <summary>Furthest that the fair price moves in one step, in millionths of itself.</summary>
    public int Volatility { get; init; } = 40;

    /// <summary>Orders that the makers keep on each side of the book. Without these, actions of makers and takers only
    /// accounts trade.</summary>
    public int OrdersPerSide { get; init; } = 300;

    /// <summary>Orders that the makers place or cancel in one step.</summary>
    public int MakerActions { get; init; } = 6;

    /// <summary>Probability of a taker's order in one step.</summary>
    public double TakerRate { get; init; } = 0.4;

    /// <summary>How far back trades reach when the market opens.</summary>
    public TimeSpan History { get; init; } = TimeSpan.FromHours(25);

    /// <summary>Mean time between two trades of the history.</summary>
    public TimeSpan HistoryPace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Closed candles kept per length.</summary>
    public int CandleCapacity { get; init; } = 1500;

    /// <summary>Id of the first change of the book.</summary>
    public long FirstUpdateId { get; init; } = 1;

    /// <summary>Id of the first trade.</summary>
    public long FirstTradeId { get; init; } = 1;

    /// <summary>Id of the first order.</summary>
    public long FirstOrderId { get; init; } = 1;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Market);
        ArgumentNullException.ThrowIfNull(Rules);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rules.AverageWindow, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Market.Tick, nameof(Market.Tick));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Market.Step, nameof(Market.Step));
        ArgumentOutOfRangeException.ThrowIfLessThan(StartPrice, Market.Tick * 100m);
        ArgumentOutOfRangeException.ThrowIfLessThan(TypicalNotional, (Market.MinNotional ?? 0m) * 2m);
        ArgumentOutOfRangeException.ThrowIfNegative(Volatility);
        ArgumentOutOfRangeException.ThrowIfNegative(OrdersPerSide);
        ArgumentOutOfRangeException.ThrowIfNegative(MakerActions);
        ArgumentOutOfRangeException.ThrowIfLessThan(History, TimeSpan.FromMinutes(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(HistoryPace, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(CandleCapacity);
    }
}
