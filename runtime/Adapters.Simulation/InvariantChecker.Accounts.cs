using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation;

public sealed partial class InvariantChecker : IAccountObserver
{
    private readonly IDisposable _accountSubscription;
    private readonly Dictionary<SimulatedAccount, SeenAccount> _accounts = [];

    void IAccountObserver.OnEvent(SimulatedAccount account, AccountEvent happened)
    {
        if (!_accounts.TryGetValue(account, out var seen))
        {
            _accounts[account] = seen = new SeenAccount();
        }

        Require(happened.Sequence == seen.Sequence + 1, account, "sequence after", seen.Sequence, happened.Sequence);
        seen.Sequence = happened.Sequence;
        Events++;
        switch (happened)
        {
            case OrderEvent order:
                CheckEvent(account, seen, order);
                break;
            case BalancesEvent balances:
                CheckBalances(account, seen, balances);
                break;
            default:
                break;
        }
    }

    private static void CheckEvent(SimulatedAccount account, SeenAccount seen, OrderEvent happened)
    {
        var order = happened.Order;
        var key = (order.Market, order.Id);
        var isKnown = seen.Orders.TryGetValue(key, out var before);
        if (isKnown)
        {
            var isForward = before!.IsOpen && Rank(order.State) >= Rank(before.State);
            Require(isForward, account, $"state of {order.Id} after", before.State, order.State);
        }

        var filled = before?.Filled ?? 0m;
        var last = happened.Fill?.Quantity ?? 0m;
        Require(order.Filled == filled + last, account, $"filled of {order.Id}", filled + last, order.Filled);
        var prevented = (before?.Prevented ?? 0m) + happened.LastPrevented;
        Require(order.Prevented == prevented, account, $"prevented of {order.Id}", prevented, order.Prevented);
        Require(order.Quantity is null || order.Remaining >= 0m, account, "remaining of", order.Id, order.Remaining);
        Require(
            order.State != OrderState.Filled || order.Remaining == 0m, account, "filled", order.Id, order.Remaining);
        seen.Orders[key] = order;
    }

    private void CheckBalances(SimulatedAccount account, SeenAccount seen, BalancesEvent happened)
    {
        foreach (var change in happened.Changes)
        {
            seen.Totals[change.Asset] = seen.Totals.GetValueOrDefault(change.Asset) + change.Delta;
        }

        foreach (var balance in happened.Balances)
        {
            var total = seen.Totals.GetValueOrDefault(balance.Asset);
            Require(balance.Total == total, account, "total by its changes", total, balance);
        }

        CheckLocks(account);
        foreach (var balance in happened.Balances)
        {
            CheckValue(balance.Asset);
        }
    }

    private void CheckAccounts()
    {
        foreach (var account in _exchange.Floor.Accounts)
        {
            CheckLocks(account);
        }

        foreach (var asset in _exchange.Floor.Deposited.Assets.Concat(_exchange.Floor.Crowd.Assets).Distinct())
        {
            CheckValue(asset);
        }
    }

    /// <summary>What accounts, crowd and venue have is what came from outside.</summary>
    private void CheckValue(Asset asset)
    {
        var floor = _exchange.Floor;
        var sum = floor.Crowd[asset] + floor.Fees[asset];
        foreach (var account in floor.Accounts)
        {
            sum += account.Wallet[asset].Total;
        }

        if (sum != floor.Deposited[asset])
        {
            throw new InvariantException($"{asset}: {floor.Deposited[asset]} were deposited, {sum} are there.");
        }
    }

    /// <summary>Nothing is negative, and locked is what open orders need, counted anew.</summary>
    private void CheckLocks(SimulatedAccount account)
    {
        var needs = new Dictionary<Asset, decimal>();
        foreach (var market in _exchange.Markets)
        {
            var book = market.Desk.BookOf(account);
            foreach (var order in book.Open)
            {
                Require(order.IsOpen, account, "open", order.Id, order.State);
                Need(order.List is null || order == order.List.Working ? order.View : null, market);
            }

            foreach (var list in book.OpenLists)
            {
                Need(list.Others.Where(order => order.IsOpen).Select(o => o.View).MaxBy(NeedOf), market);
                if (list.Bought is { } bought)
                {
                    needs[bought.Asset] = needs.GetValueOrDefault(bought.Asset) + bought.Amount;
                }
            }
        }

        foreach (var balance in account.Wallet.All)
        {
            var isPositive = balance is { Free: >= 0m, LockedByOrders: >= 0m, LockedExternally: >= 0m };
            Require(isPositive, account, "no negative", balance.Asset, balance);
            var need = needs.GetValueOrDefault(balance.Asset);
            Require(balance.LockedByOrders == need, account, "locked", need, balance);
        }

        void Need(OrderSnapshot? order, SimulatedMarket market)
        {
            if (order is not null)
            {
                var asset = order.Side == Side.Buy ? market.Instrument.Quote : market.Instrument.Base;
                needs[asset] = needs.GetValueOrDefault(asset) + NeedOf(order);
            }
        }
    }

    private static decimal NeedOf(OrderSnapshot order) => order switch
    {
        { State: OrderState.PendingNew } => 0m,
        { Side: Side.Sell } => order.Remaining,
        { Entry.Price: { } price } => order.Remaining * price,
        _ => 0m,
    };

    /// <summary>The book has the working orders of accounts as they are, and no others of theirs.</summary>
    private void CheckOrders(SimulatedMarket market)
    {
        var resting = 0;
        foreach (var account in _exchange.Floor.Accounts)
        {
            foreach (var order in market.Desk.BookOf(account).Open)
            {
                var inBook = market.FindOrder(order.Id);
                Require(inBook.HasValue == order.WorkingSince.HasValue, account, "in the book", order.Id, order.State);
                Require(
                    (inBook?.Remaining ?? order.Remaining) == order.Remaining,
                    account,
                    $"remaining of {order.Id}",
                    order.Remaining,
                    inBook);
                resting += inBook is null ? 0 : 1;
            }
        }

        var found = market.Resting.Count(order => order.Group is not null);
        Require(resting == found, market, "orders of accounts in the book", resting, found);
    }

    private void CheckFills(SimulatedMarket market)
    {
        foreach (var account in _exchange.Floor.Accounts)
        {
            var book = market.Desk.BookOf(account);
            var filled = book.Fills.ToLookup(fill => fill.OrderId);
            foreach (var order in book.Orders)
            {
                var (sum, quote) = (0m, 0m);
                foreach (var fill in filled[order.Id])
                {
                    sum += fill.Quantity;
                    quote += fill.QuoteQuantity;
                }

                Require(sum == order.Filled, account, $"fills of {order.Id}", order.Filled, sum);
                Require(quote == order.FilledQuote, account, $"value of {order.Id}", order.FilledQuote, quote);
                Require(order.Filled <= (order.Quantity ?? 0m), account, "filled", order.Quantity, order.Filled);
            }
        }
    }

    private static int Rank(OrderState state) => state switch
    {
        OrderState.PendingNew => 0,
        OrderState.New => 1,
        OrderState.PartiallyFilled => 2,
        _ => 3,
    };

    private static void Require<TExpected, TActual>(
        bool holds, SimulatedAccount account, string rule, TExpected expected, TActual actual)
    {
        if (!holds)
        {
            throw new InvariantException($"{account}: {rule} {expected}: {actual}");
        }
    }

    private sealed class SeenAccount
    {
        internal SeenAccount()
        {
        }

        internal SeenAccount(SimulatedAccount account)
        {
            Sequence = account.LastSequence;
            foreach (var balance in account.Balances)
            {
                Totals[balance.Asset] = balance.Total;
            }

            foreach (var order in account.OpenOrders())
            {
                Orders[(order.Market, order.Id)] = order;
            }
        }

        internal long Sequence { get; set; }

        internal Dictionary<Asset, decimal> Totals { get; } = [];

        internal Dictionary<(SimulatedMarket, long), OrderSnapshot> Orders { get; } = [];
    }
}
