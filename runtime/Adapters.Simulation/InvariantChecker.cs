using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation;

/// <summary>
/// Watches an exchange and checks that each event and each state obeys the rules of a market: ids without gap, a book
/// that is not crossed, positive quantities on the grid, statistics and candles that are those of the trades; and those
/// of accounts: nothing negative, nothing lost or made, locked what open orders need, states that only go forward.
/// </summary>
public sealed partial class InvariantChecker : IMarketObserver, IDisposable
{
    private readonly SimulatedExchange _exchange;
    private readonly IDisposable _subscription;
    private readonly Dictionary<SimulatedMarket, Seen> _seen = [];

    /// <summary>Watches from now on.</summary>
    public InvariantChecker(SimulatedExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        _exchange = exchange;
        lock (exchange.Gate)
        {
            foreach (var market in exchange.Markets)
            {
                _seen[market] = new Seen(market.LastUpdateId, market.LastTrade.Id, market.LastTrade.Time);
            }

            foreach (var account in exchange.Floor.Accounts)
            {
                _accounts[account] = new SeenAccount(account);
            }

            _subscription = exchange.Subscribe((IMarketObserver)this);
            _accountSubscription = exchange.Subscribe((IAccountObserver)this);
        }
    }

    /// <summary>Number of level changes, trades and events of accounts checked.</summary>
    public long Events { get; private set; }

    /// <summary>Checks the state of every market and account.</summary>
    /// <param name="deep">True: the statistics, open candles and all orders too, counted anew from the trades.</param>
    /// <exception cref="InvariantException">A rule is broken.</exception>
    public void Check(bool deep)
    {
        lock (_exchange.Gate)
        {
            CheckAccounts();
            foreach (var market in _exchange.Markets)
            {
                CheckBook(market);
                CheckOrders(market);
                if (deep)
                {
                    CheckStatistics(market);
                    CheckCandles(market);
                    CheckFills(market);
                }
            }
        }
    }

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        _subscription.Dispose();
        _accountSubscription.Dispose();
    }

    void IMarketObserver.OnTrades(SimulatedMarket market, ReadOnlySpan<MarketTrade> trades)
    {
        var seen = _seen[market];
        foreach (ref readonly var trade in trades)
        {
            Require(trade.Id == seen.TradeId + 1, market, "trade id after", seen.TradeId, trade.Id);
            Require(trade.Time >= seen.Time, market, "trade not before", seen.Time, trade.Time);
            CheckGrid(market, trade.Price, trade.Quantity);
            seen = seen with { TradeId = trade.Id, Time = trade.Time };
            Events++;
        }

        _seen[market] = seen;
    }

    void IMarketObserver.OnLevels(SimulatedMarket market, ReadOnlySpan<LevelChange> changes)
    {
        var seen = _seen[market];
        foreach (ref readonly var change in changes)
        {
            Require(change.UpdateId == seen.UpdateId + 1, market, "update id after", seen.UpdateId, change.UpdateId);
            var isEmpty = change.Quantity == 0m;
            Require(isEmpty == (change.Orders == 0), market, "orders of", change.Quantity, change.Orders);
            CheckGrid(market, change.Price, isEmpty ? market.Instrument.Step : change.Quantity);
            seen = seen with { UpdateId = change.UpdateId };
            Events++;
        }

        _seen[market] = seen;
        CheckTop(market);
    }

    private static void CheckTop(SimulatedMarket market)
    {
        var top = market.Top;
        if (top is { Bid: { } bid, Ask: { } ask })
        {
            Require(bid.Price < ask.Price, market, "book not crossed", bid.Price, ask.Price);
        }
    }

    private void CheckBook(SimulatedMarket market)
    {
        CheckTop(market);
        Require(market.LastUpdateId == _seen[market].UpdateId, market, "all changes told", 0, market.LastUpdateId);
        foreach (var side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            decimal? before = null;
            foreach (var level in market.Levels(side))
            {
                CheckGrid(market, level.Price, level.Quantity);
                Require(level.Orders > 0, market, "orders at", level.Price, level.Orders);
                Require(
                    before is not { } price || (side == Side.Buy ? level.Price < price : level.Price > price),
                    market,
                    "levels in order",
                    before,
                    level.Price);
                before = level.Price;
            }
        }
    }

    private static void CheckStatistics(SimulatedMarket market)
    {
        var kept = market.Statistics();
        var counted = market.StatisticsSince(kept.OpenTime);

        // The tape may still know the price before a window that never lost a trade, and the other way round.
        Require(
            kept with { PreviousClose = null } == counted with { PreviousClose = null },
            market,
            "statistics of the trades",
            counted,
            kept);
        Require(
            kept.PreviousClose is not { } before || counted.PreviousClose is not { } price || before == price,
            market,
            "price before the window",
            counted.PreviousClose,
            kept.PreviousClose);
    }

    private static void CheckCandles(SimulatedMarket market)
    {
        foreach (var interval in Enum.GetValues<Interval>())
        {
            var candle = market.Candle(interval);
            if (candle.OpenTime < market.Now - market.Options.History)
            {
                continue;
            }

            var trades = market.TradesBetween(candle.OpenTime, market.Now);
            Require(candle.Trades == trades.Count, market, "trades of candle", trades.Count, candle);
            Require(candle.Volume == trades.Sum(t => t.Quantity), market, "volume of candle", interval, candle);
            Require(
                trades.Count == 0 || (candle.Open == trades[0].Price && candle.Close == trades[^1].Price),
                market,
                "prices of candle",
                interval,
                candle);
        }
    }

    private static void CheckGrid(SimulatedMarket market, decimal price, decimal quantity)
    {
        var (tick, step) = (market.Instrument.Tick, market.Instrument.Step);
        Require(price > 0m && price % tick == 0m, market, "tick", tick, price);
        Require(quantity > 0m && quantity % step == 0m, market, "step", step, quantity);
    }

    private static void Require<TExpected, TActual>(
        bool holds, SimulatedMarket market, string rule, TExpected expected, TActual actual)
    {
        if (!holds)
        {
            throw new InvariantException($"{market.Symbol} at {market.Now}: {rule} {expected}: {actual}");
        }
    }

    private readonly record struct Seen(long UpdateId, long TradeId, Timestamp Time);
}
