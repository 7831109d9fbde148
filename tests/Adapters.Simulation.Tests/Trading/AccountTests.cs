using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

public sealed class AccountTests
{
    private static readonly CommissionPlan Discounted = new()
    {
        Rates = new CommissionRates(0.001m, 0.002m),
        DiscountAsset = Bench.Bnb,
        Discount = 0.25m,
    };

    [Fact]
    public void Commissions_come_off_what_a_fill_brings()
    {
        using var bench = new Bench(commission: Discounted);
        bench.Place(bench.Bob, bench.Limit(Side.Sell, 100m, 1.5m));
        var outcome = bench.Alice.Place(bench.Limit(Side.Buy, 100m, 1.5m));
        bench.Check();
        Assert.Equal((0.003m, Bench.Btc), (outcome.Fills[0].Commission, outcome.Fills[0].CommissionAsset));
        Assert.Equal((101.497m, 0m), bench.Has(bench.Alice, Bench.Btc));
        Assert.Equal((10_149.85m, 0m), bench.Has(bench.Bob, Bench.Usdt));
        Assert.Equal((0.003m, 0.15m), (bench.Exchange.FeesOf(Bench.Btc), bench.Exchange.FeesOf(Bench.Usdt)));
        var changes = bench.Events.Where(e => e.Account == bench.Alice).Select(e => e.Happened)
            .OfType<BalancesEvent>().Last().Changes;
        Assert.Equal(
            [(Bench.Usdt, -150m, BalanceReason.Trade), (Bench.Btc, 1.5m, BalanceReason.Trade),
                (Bench.Btc, -0.003m, BalanceReason.Commission)],
            changes.Select(change => (change.Asset, change.Delta, change.Reason)));
    }

    [Fact]
    public void Commissions_are_rounded_down_to_their_digits()
    {
        using var bench = new Bench(commission: Discounted with { Digits = 4 });
        bench.Place(bench.Bob, bench.Limit(Side.Sell, 100m, 0.999m));
        var outcome = bench.Alice.Place(bench.Limit(Side.Buy, 100m, 0.999m));
        Assert.Equal(0.0019m, outcome.Fills[0].Commission);
    }

    [Fact]
    public void The_discount_asset_pays_at_its_price_as_long_as_there_is_enough()
    {
        using var bench = new Bench(commission: Discounted);
        var payer = bench.Open("payer", options => options with
        {
            PaysInDiscountAsset = true,
            Deposits = [.. options.Deposits, new Funds(Bench.Bnb, 0.04m)],
        });
        bench.Place(bench.Bob, bench.Limit(Side.Sell, 100m, 10m));
        var price = bench.Exchange.Markets[1].LastPrice;

        // 0.004 BTC at 100 USDT are 0.4 USDT; at a quarter less and some 10 USDT for one BNB about 0.03 BNB.
        var fill = payer.Place(bench.Limit(Side.Buy, 100m, 2m)).Fills[0];
        bench.Check();
        var expected = 0.004m * 0.75m * 100m / price;
        Assert.Equal(Bench.Bnb, fill.CommissionAsset);
        Assert.InRange(fill.Commission, expected - 0.00000002m, expected);
        fill = payer.Place(bench.Limit(Side.Buy, 100m, 2m)).Fills[0];
        bench.Check();
        Assert.Equal((0.004m, Bench.Btc), (fill.Commission, fill.CommissionAsset));
        payer.Deposit(Bench.Bnb, 1m);
        payer.PaysInDiscountAsset = false;
        Assert.Equal(Bench.Btc, payer.Place(bench.Limit(Side.Buy, 100m, 1m)).Fills[0].CommissionAsset);
    }

    [Fact]
    public void Rates_of_an_account_precede_the_exchange_s()
    {
        using var bench = new Bench(commission: Discounted);
        var friend = bench.Open("friend", options => options with { Commission = new CommissionRates(0m, 0.01m) });
        bench.Place(bench.Bob, bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal(0.01m, friend.Place(bench.Limit(Side.Buy, 100m, 1m)).Fills[0].Commission);
        Assert.Equal(new CommissionRates(0.001m, 0.002m), bench.Alice.Commission);
    }

    [Fact]
    public void Deposits_withdrawals_and_outside_locks_are_told()
    {
        using var bench = new Bench();
        bench.Alice.Deposit(Bench.Bnb, 5m);
        Assert.False(bench.Alice.Withdraw(Bench.Bnb, 6m));
        Assert.True(bench.Alice.Withdraw(Bench.Bnb, 2m));
        Assert.False(bench.Alice.LockExternally(Bench.Bnb, 3.5m));
        Assert.True(bench.Alice.LockExternally(Bench.Bnb, 2m));
        Assert.False(bench.Alice.LockExternally(Bench.Bnb, -2.5m));
        Assert.False(bench.Alice.Withdraw(Bench.Bnb, 1.5m));
        bench.Check();
        Assert.Equal(new AccountBalance(Bench.Bnb, 1m, 0m, 2m), bench.Alice.BalanceOf(Bench.Bnb));
        Assert.True(bench.Alice.LockExternally(Bench.Bnb, -2m));
        Assert.Equal((3m, 0m), bench.Has(bench.Alice, Bench.Bnb));
        Assert.Equal(
            "funds BNB 5, balances BNB, funds BNB -2, balances BNB, external BNB 2, balances BNB, "
            + "external BNB -2, balances BNB",
            bench.Told(bench.Alice));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Alice.Deposit(Bench.Bnb, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Alice.Withdraw(Bench.Bnb, -1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Alice.Deposit(Bench.Bnb, 1_000_000_000_000_000m));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Alice.Withdraw(Bench.Bnb, 0.0000000000001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Alice.LockExternally(Bench.Bnb, 0.0000000000001m));
        Assert.Throws<ArgumentException>(() => bench.Alice.Deposit(default, 1m));
    }

    [Fact]
    public void Accounts_are_found_by_their_name_and_have_one()
    {
        using var bench = new Bench();
        Assert.True(bench.Exchange.TryFindAccount("alice", out var alice));
        Assert.Same(bench.Alice, alice);
        Assert.False(bench.Exchange.TryFindAccount("Alice", out _));
        Assert.Equal([bench.Alice, bench.Bob], bench.Exchange.Accounts);
        Assert.Throws<ArgumentException>(() => bench.Open("alice"));
        Assert.Throws<ArgumentException>(() => bench.Open(""));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => bench.Open("x", options => options with { Commission = new CommissionRates(0m, 1.1m) }));
    }

    [Fact]
    public void An_account_s_own_observer_hears_it_alone_until_it_leaves()
    {
        using var bench = new Bench();
        var log = new Log();
        using (bench.Alice.Subscribe(log))
        {
            bench.Place(bench.Bob, bench.Limit(Side.Buy, 99m, 1m));
            bench.Place(bench.Alice, bench.Limit(Side.Buy, 99m, 1m));
        }

        bench.Place(bench.Alice, bench.Limit(Side.Buy, 99m, 1m));
        Assert.Equal(2, log.Events.Count);
        Assert.Equal(log.Events[0].Sequence + 1, log.Events[1].Sequence);
        Assert.Equal(log.Events[1].Sequence + 2, bench.Alice.LastSequence);
    }

    [Fact]
    public void A_history_is_read_by_id_time_order_and_count()
    {
        using var bench = new Bench();
        var orders = new List<OrderSnapshot>();
        for (var i = 0; i < 6; i++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(1));
            bench.Place(bench.Bob, bench.Limit(Side.Sell, 100m, 1m + i));
            orders.Add(bench.Place(bench.Alice, bench.Limit(Side.Buy, 100m, 1m + i)));
        }

        var (market, alice) = (bench.Market, bench.Alice);
        Assert.Equal(orders, alice.Orders(market, default));
        Assert.Equal(orders[^2..], alice.Orders(market, new HistoryQuery { Limit = 2 }));
        Assert.Equal(orders[1..3], alice.Orders(market, new HistoryQuery { FromId = orders[1].Id, Limit = 2 }));
        var (from, to) = (orders[2].CreatedAt, orders[4].CreatedAt);
        Assert.Equal(orders[2..5], alice.Orders(market, new HistoryQuery { From = from, To = to }));
        Assert.Equal(orders[2..4], alice.Orders(market, new HistoryQuery { From = from, To = to, Limit = 2 }));
        Assert.Equal(orders[3..5], alice.Orders(market, new HistoryQuery { To = to, Limit = 2 }));
        var fills = alice.Fills(market, default);
        Assert.Equal(orders.Select(order => order.Id), fills.Select(fill => fill.OrderId));
        Assert.Equal([fills[3]], alice.Fills(market, new HistoryQuery { OrderId = orders[3].Id }));
        Assert.Equal(fills.Skip(4), alice.Fills(market, new HistoryQuery { FromId = fills[4].TradeId }));
        Assert.Empty(alice.Orders(bench.Exchange.Markets[1], default));
        Assert.Throws<ArgumentOutOfRangeException>(() => alice.Orders(market, new HistoryQuery { Limit = -1 }));
    }

    [Fact]
    public void A_routed_order_is_filled_by_allocations()
    {
        using var bench = new Bench(commission: Discounted);
        bench.Place(bench.Bob, bench.Limit(Side.Sell, 100m, 1m));
        bench.Place(bench.Bob, bench.Limit(Side.Sell, 101m, 1m));
        var outcome = bench.Alice.Place(bench.Limit(Side.Buy, 101m, 3m) with { IsRouted = true });
        bench.Check();
        Assert.True(outcome.Order!.IsAllocated);
        Assert.Equal([0L, 1], outcome.Fills.Select(fill => fill.AllocationId!.Value));
        Assert.All(outcome.Fills, fill => Assert.Null(fill.TradeId));
        Assert.Equal(outcome.Fills, bench.Alice.Allocations(bench.Market, default));
        Assert.Empty(bench.Alice.Fills(bench.Market, default));

        // What rests is filled as any other order is.
        bench.Place(bench.Bob, bench.Limit(Side.Sell, 101m, 1m));
        Assert.True(Assert.Single(bench.Alice.Fills(bench.Market, default)).IsMaker);
        Assert.Equal(OrderState.Filled, bench.Now(outcome.Order, bench.Alice).State);
    }

    private sealed class Log : IAccountObserver
    {
        internal List<AccountEvent> Events { get; } = [];

        public void OnEvent(SimulatedAccount account, AccountEvent happened) => Events.Add(happened);
    }
}
