using System.Runtime.CompilerServices;
using Adapters.Domain;
using Adapters.Errors;
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
    /// <exception cref="SubscriptionException">The venue refused, at first or when the connection was lost and opened
    /// again, or did not acknowledge in time.</exception>
    /// <exception cref="ObjectDisposedException">The connector was disposed of.</exception>
    public static async IAsyncEnumerable<StreamItem<Trade>> ReadTradesAsync(
        this ITrades source, Symbol symbol, int capacity = 1_024,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        var queue = new OverflowQueue<Trade>(capacity);
        var subscription = await source.SubscribeTradesAsync(
            symbol, (in trade) => queue.Add(trade), change => Tell(queue, change), cancellationToken).ConfigureAwait(false);
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
    /// <exception cref="SubscriptionException">The venue refused, at first or when the connection was lost and opened
    /// again, or did not acknowledge in time.</exception>
    /// <exception cref="ObjectDisposedException">The connector was disposed of.</exception>
    public static async IAsyncEnumerable<Ticker> ReadTickersAsync(
        this ITickers source, Symbol symbol, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var queue = new OverflowQueue<Ticker>(1);
        var subscription = await source.SubscribeTickersAsync(
            symbol, (in ticker) => queue.Add(ticker), change => Tell(queue, change), cancellationToken).ConfigureAwait(false);
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

    private static void Tell<T>(OverflowQueue<T> queue, SubscriptionEvent change)
    {
        switch (change)
        {
            case { Kind: SubscriptionEventKind.Gap or SubscriptionEventKind.Failed }:
                queue.MarkGap();
                break;
            case { Kind: SubscriptionEventKind.Refused or SubscriptionEventKind.Closed, Error: { } error }:
                queue.End(error);
                break;
        }
    }
}
