using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Trading;

/// <summary>
/// Keeps the orders of accounts in one market: takes them, brings them to the book, books what they filled. Every
/// member is called while the exchange's gate is held. What one operation causes later (triggers, lists) waits until
/// <see cref="FollowUp"/>, so that its own outcome is told first.
/// </summary>
internal sealed partial class OrderDesk(SimulatedMarket market, MatchingEngine engine, TradingFloor floor)
{
    private readonly Dictionary<SimulatedAccount, AccountBook> _books = [];
    private readonly Dictionary<long, AccountOrder> _live = [];
    private readonly List<AccountOrder> _waiting = [];
    private readonly PriorityQueue<AccountOrder, (Timestamp, long)> _dated = new();
    private readonly Queue<AccountOrder> _triggered = new();
    private readonly Queue<OrderList> _funded = new();
    private readonly Settlement _settlement = new(market, floor);
    private long _lastExecutionId;
    private long _lastAllocationId = -1;

    internal TradingFloor Floor => floor;

    private Timestamp Now => market.Moment;

    /// <summary>True where an order of the book belongs to an account.</summary>
    internal AccountOrder? Find(long orderId) => _live.GetValueOrDefault(orderId);

    internal AccountBook BookOf(SimulatedAccount account)
    {
        if (!_books.TryGetValue(account, out var book))
        {
            book = new AccountBook();
            _books.Add(account, book);
        }

        return book;
    }

    /// <summary>Ends the orders whose date has come.</summary>
    internal void ExpireDue()
    {
        while (_dated.TryPeek(out var order, out var due) && due.Item1 <= Now)
        {
            _dated.Dequeue();
            if (order.IsOpen)
            {
                Expire(order, ExpiryReason.DateReached);
                floor.Feed.Deliver(floor);
            }
        }

        FollowUp();
    }

    /// <summary>Does what earlier operations caused, and what that causes.</summary>
    internal void FollowUp()
    {
        while (true)
        {
            if (_funded.TryDequeue(out var list))
            {
                Activate(list);
            }
            else if (_triggered.TryDequeue(out var order))
            {
                Release(order);
            }
            else
            {
                return;
            }

            floor.Feed.Deliver(floor);
        }
    }

    private OrderEvent Emit(
        AccountOrder order, ExecutionKind kind, AccountFill? fill = null, Rejection? rejection = null)
    {
        var happened = new OrderEvent
        {
            Sequence = order.Account.NextSequence(),
            Time = Now,
            Kind = kind,
            ExecutionId = ++_lastExecutionId,
            Order = order.View,
            Fill = fill,
            Rejection = rejection,
        };
        floor.Feed.Add(order.Account, happened);
        return happened;
    }
}
