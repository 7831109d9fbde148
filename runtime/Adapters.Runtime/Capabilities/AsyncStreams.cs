using System.Runtime.CompilerServices;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Capabilities;

/// <summary>Streams as asynchronous sequences, each with a declared policy for readers that are too slow.</summary>
public static class AsyncStreams
{
    /// <summary>Trades as they happen. A reader that is too slow loses the oldest and is told by a gap marker, as it
    /// is after a lost connection.</summary>
    /// <param name="source">The market data.</param>
    /// <param name="symbol">The market.</param>
    /// <param name="capacity">Trades kept for the reader.</param>
    /// <param name="cancellationToken">Ends the sequence and the subscription.</param>
    public static async IAsyncEnumerable<StreamItem<Trade>> ReadTradesAsync(
        this ITrades source, Symbol symbol, int capacity = 1_024,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        var queue = new OverflowQueue<Trade>(capacity);
        var subscription = await source.SubscribeTradesAsync(
            symbol, (in trade) => queue.Add(trade), change => MarkGap(queue, change), cancellationToken).ConfigureAwait(false);
        await using (subscription.ConfigureAwait(false))
        {
            await foreach (var item in queue.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
    }

    /// <summary>The latest statistics whenever they changed; what a slow reader did not see is replaced.</summary>
    /// <param name="source">The market data.</param>
    /// <param name="symbol">The market.</param>
    /// <param name="cancellationToken">Ends the sequence and the subscription.</param>
    public static async IAsyncEnumerable<Ticker> ReadTickersAsync(
        this ITickers source, Symbol symbol, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var queue = new OverflowQueue<Ticker>(1);
        var subscription = await source.SubscribeTickersAsync(
            symbol, (in ticker) => queue.Add(ticker), cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (subscription.ConfigureAwait(false))
        {
            await foreach (var item in queue.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!item.IsGap)
                {
                    yield return item.Value;
                }
            }
        }
    }

    private static void MarkGap<T>(OverflowQueue<T> queue, SubscriptionEvent change)
    {
        if (change.Kind is SubscriptionEventKind.Gap or SubscriptionEventKind.Failed)
        {
            queue.MarkGap();
        }
    }
}
