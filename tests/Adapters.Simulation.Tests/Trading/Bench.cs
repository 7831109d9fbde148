using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>A market without crowd whose last price is 100, two accounts, and the rules checked after every event.
/// </summary>
internal sealed class Bench : IAccountObserver, IDisposable
{
    internal static readonly Asset Btc = Asset.Of("BTC");
    internal static readonly Asset Usdt = Asset.Of("USDT");
    internal static readonly Asset Bnb = Asset.Of("BNB");

    private readonly IDisposable _subscription;
    private readonly InvariantChecker _checker;

    internal Bench(
        TradingRules? rules = null,
        CommissionPlan? commission = null,
        ExchangeRules? exchangeRules = null,
        int? maxOrders = null,
        bool unbounded = false,
        MarketLimits? limits = null)
    {
        var markets = SampleMarkets.Spot(new SymbolTable());
        Exchange = new SimulatedExchange(
            new SimulatedExchangeOptions
            {
                Seed = 1,
                Commission = commission ?? new CommissionPlan { Rates = new CommissionRates(0m, 0m) },
                Rules = exchangeRules ?? new ExchangeRules(),
                Markets =
                [
                    Quiet(markets[0], 100m, 0.001m, maxOrders, unbounded, limits ?? new MarketLimits()) with
                    {
                        Rules = rules ?? new TradingRules(),
                    },
                    Quiet(markets[2], 10m, 0.01m, maxOrders, unbounded, new MarketLimits()),
                ],
            },
            Time);
        _checker = new InvariantChecker(Exchange);
        _subscription = Exchange.Subscribe((IAccountObserver)this);
        Alice = Open("alice");
        Bob = Open("bob");
        Trade(100m);
        Events.Clear();
    }

    internal FakeTimeProvider Time { get; } = new(Scenario.Start);

    internal SimulatedExchange Exchange { get; }

    internal SimulatedMarket Market => Exchange.Markets[0];

    internal SimulatedAccount Alice { get; }

    internal SimulatedAccount Bob { get; }

    internal List<(SimulatedAccount Account, AccountEvent Happened)> Events { get; } = [];

    public void OnEvent(SimulatedAccount account, AccountEvent happened) => Events.Add((account, happened));

    public void Dispose()
    {
        _subscription.Dispose();
        _checker.Dispose();
    }

    internal SimulatedAccount Open(string id, Func<AccountOptions, AccountOptions>? change = null)
    {
        var options = new AccountOptions
        {
            Id = id,
            Deposits = [new Funds(Btc, 100m), new Funds(Usdt, 10_000m)],
        };
        return Exchange.OpenAccount(change is null ? options : change(options));
    }

    internal OrderEntry Limit(Side side, decimal price, decimal quantity) => new()
    {
        Market = Market,
        Side = side,
        Kind = OrderKind.Limit,
        Price = price,
        Quantity = quantity,
    };

    internal OrderEntry MarketOrder(Side side, decimal quantity) => new()
    {
        Market = Market,
        Side = side,
        Kind = OrderKind.Market,
        Quantity = quantity,
    };

    internal OrderEntry Triggered(OrderKind kind, Side side, decimal? trigger, decimal quantity) => new()
    {
        Market = Market,
        Side = side,
        Kind = kind,
        TriggerPrice = trigger,
        Quantity = quantity,
    };

    internal OrderSnapshot Place(SimulatedAccount account, OrderEntry request)
    {
        var outcome = account.Place(request);
        Check();
        Assert.True(outcome.IsAccepted, outcome.Rejection?.Text);
        return outcome.Order;
    }

    internal Rejection Refuse(SimulatedAccount account, OrderEntry request)
    {
        var before = account.Balances;
        var outcome = account.Place(request);
        Check();
        Assert.False(outcome.IsAccepted, $"accepted: {outcome.Order}");
        Assert.Equal(before, account.Balances);
        return outcome.Rejection;
    }

    internal OrderSnapshot Now(OrderSnapshot order, SimulatedAccount account) =>
        account.FindOrder(order.Market, order.Id, null)!;

    /// <summary>Two strangers trade at a price, so that it is the last one.</summary>
    internal void Trade(decimal price)
    {
        var maker = new NewOrder
        {
            Owner = "stranger",
            Side = Side.Sell,
            Price = price,
            Quantity = 0.001m,
            TimeInForce = TimeInForce.GoodTillCancel,
        };
        Market.Place(maker, Exchange.Now);
        Market.Place(
            maker with { Side = Side.Buy, TimeInForce = TimeInForce.ImmediateOrCancel }, Exchange.Now);
        Check();
        Assert.Contains(Market.LastTrades(8), trade => trade.Price == price);
    }

    internal void Check() => _checker.Check(deep: true);

    internal (decimal Free, decimal Locked) Has(SimulatedAccount account, Asset asset)
    {
        var balance = account.BalanceOf(asset);
        return (balance.Free, balance.Locked);
    }

    /// <summary>What an account was told, in short: <c>New New, Trade Filled, balances BTC USDT</c>.</summary>
    internal string Told(SimulatedAccount account)
    {
        var told = Events.Where(e => e.Account == account).Select(e => e.Happened switch
        {
            OrderEvent order => $"{order.Kind} {order.Order.State}",
            OrderListEvent list => $"list {list.Kind}",
            BalancesEvent balances => "balances " + string.Join(' ', balances.Balances.Select(b => b.Asset)),
            FundsEvent funds => $"funds {funds.Asset} {funds.Delta}",
            ExternalLockEvent external => $"external {external.Asset} {external.Delta}",
            var other => $"{other}",
        });
        return string.Join(", ", told);
    }

    /// <summary>Limits of orders at the market's price, and the largest value.</summary>
    internal sealed record MarketLimits(
        decimal? MarketStep = null,
        decimal? MarketMinQuantity = null,
        decimal? MarketMaxQuantity = null,
        decimal? MaxNotional = null,
        bool MinNotionalForMarket = true,
        bool MaxNotionalForMarket = false);

    private static SimulatedMarketOptions Quiet(
        SimulatedMarketOptions market, decimal price, decimal step, int? maxOrders, bool unbounded, MarketLimits limits) => market with
        {
            StartPrice = price,
            Volatility = 0,
            OrdersPerSide = 0,
            MakerActions = 0,
            TakerRate = 0,
            TypicalNotional = 100m,
            History = TimeSpan.FromHours(1),
            Market = new Market
            {
                Symbol = market.Market.Symbol,
                Kind = MarketKind.Spot,
                Base = market.Market.Base,
                Quote = market.Market.Quote,
                Status = MarketStatus.Trading,
                Tick = 0.01m,
                Step = step,
                MinPrice = 1m,
                MaxPrice = unbounded ? null : 1_000m,
                MinQuantity = step,
                MaxQuantity = unbounded ? null : 1_000m,
                MarketStep = limits.MarketStep,
                MarketMinQuantity = limits.MarketMinQuantity,
                MarketMaxQuantity = limits.MarketMaxQuantity,
                MinNotional = 5m,
                MaxNotional = limits.MaxNotional,
                MinNotionalForMarket = limits.MinNotionalForMarket,
                MaxNotionalForMarket = limits.MaxNotionalForMarket,
                MaxOpenOrders = maxOrders,
            },
        };
}
