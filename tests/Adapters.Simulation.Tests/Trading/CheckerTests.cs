using Adapters.Domain;
using Adapters.Simulation.Accounts;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>The rules would not be worth much if a broken one went unseen.</summary>
public sealed class CheckerTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Money_from_nowhere_is_seen()
    {
        _bench.Alice.Wallet.Add(Bench.Usdt, 0.01m, BalanceReason.Trade);
        AssertSeen("USDT: 20000 were deposited, 20000.01");
    }

    [Fact]
    public void A_lock_without_an_order_is_seen()
    {
        _bench.Alice.Wallet.Lock(Bench.Usdt, 5m);
        AssertSeen("locked 0:");
    }

    [Fact]
    public void An_order_without_a_lock_is_seen()
    {
        _bench.Place(_bench.Alice, _bench.Limit(Side.Buy, 99m, 1m));
        _bench.Alice.Wallet.Lock(Bench.Usdt, -1m);
        AssertSeen("locked 99:");
    }

    [Fact]
    public void An_order_that_left_the_book_is_seen()
    {
        var order = _bench.Place(_bench.Alice, _bench.Limit(Side.Buy, 99m, 1m));
        _bench.Market.CancelNow(order.Id);
        AssertSeen($"in the book {order.Id}");
    }

    [Fact]
    public void A_fill_that_nobody_has_is_seen()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        var order = _bench.Place(_bench.Alice, _bench.Limit(Side.Buy, 100m, 1m));
        _bench.Market.Desk.BookOf(_bench.Alice).Fills.Clear();
        AssertSeen($"fills of {order.Id} 1: 0");
    }

    [Fact]
    public void A_balance_never_becomes_negative()
    {
        Assert.Throws<InvariantException>(
            () => _bench.Alice.Wallet.Add(Bench.Usdt, -10_000.01m, BalanceReason.Withdrawal));
        Assert.Throws<InvariantException>(() => _bench.Alice.Wallet.Lock(Bench.Usdt, -0.01m));
        Assert.Throws<InvariantException>(
            () => _bench.Alice.Wallet.SpendLocked(Bench.Usdt, 0.01m, BalanceReason.Trade, orderId: 1));
    }

    private void AssertSeen(string text)
    {
        var seen = Assert.Throws<InvariantException>(_bench.Check);
        Assert.Contains(text, seen.Message, StringComparison.Ordinal);
    }
}
