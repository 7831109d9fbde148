using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Cli.Watching;

/// <summary>What was seen of an account besides what it holds now: fills, orders that ended, and its own end. Told by the receiving loop,
/// read by whoever draws.</summary>
internal sealed class SeenAccount
{
    private const int Kept = 100;

    private readonly Lock _gate = new();
    private readonly LinkedList<Order> _ended = [];
    private readonly LinkedList<Fill> _fills = [];

    public SeenAccount() => Handlers = new AccountHandlers { Orders = OnOrder, Fills = OnFill, Changed = OnChanged };

    /// <summary>Hear of the account.</summary>
    public AccountHandlers Handlers { get; }

    /// <summary>Called once nothing more comes.</summary>
    public Action? Closed { get; set; }

    /// <summary>Why nothing more comes; null as long as something may.</summary>
    public Exception? ClosedFor { get; private set; }

    /// <summary>Fills since the start.</summary>
    public long FillCount { get; private set; }

    /// <summary>Orders that ended since the start.</summary>
    public long EndedCount { get; private set; }

    /// <summary>The latest orders that ended, the latest first.</summary>
    public Order[] Ended
    {
        get
        {
            lock (_gate)
            {
                return [.. _ended];
            }
        }
    }

    /// <summary>The latest fills, the latest first.</summary>
    public Fill[] Fills
    {
        get
        {
            lock (_gate)
            {
                return [.. _fills];
            }
        }
    }

    private void OnOrder(in Order order)
    {
        if (order.IsOpen)
        {
            return;
        }

        lock (_gate)
        {
            EndedCount++;
            Keep(_ended, order);
        }
    }

    private void OnFill(in Fill fill)
    {
        lock (_gate)
        {
            FillCount++;
            Keep(_fills, fill);
        }
    }

    private void OnChanged(SubscriptionEvent change)
    {
        if (change is { Kind: SubscriptionEventKind.Refused or SubscriptionEventKind.Closed, Error: { } error })
        {
            ClosedFor = error;
            Closed?.Invoke();
        }
    }

    private static void Keep<T>(LinkedList<T> items, T item)
    {
        items.AddFirst(item);
        if (items.Count > Kept)
        {
            items.RemoveLast();
        }
    }
}
