using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Accounts;

/// <summary>What was read of an account. Not of one moment: each part is as it was when it was read.</summary>
/// <param name="Since">Number of the last telling before it was asked for.</param>
/// <param name="From">Everything that happened between this, on the server's clock, and the reading is in it.</param>
/// <param name="Orders">Open orders, those that are open no more, and those that were taken since.</param>
/// <param name="Fills">Fills since, oldest first.</param>
/// <param name="Balances">All balances.</param>
/// <param name="Missing">Orders that are believed to be open and that the venue does not know, or not yet.</param>
internal sealed record AccountReading(
    long Since, Timestamp From, IReadOnlyList<Order> Orders, IReadOnlyList<Fill> Fills, IReadOnlyList<Balance> Balances,
    IReadOnlyList<Order> Missing);

/// <summary>Reads an account by asking.</summary>
/// <param name="orders">Answers about orders.</param>
/// <param name="fills">Answers about fills.</param>
/// <param name="balances">Answers about balances.</param>
/// <param name="settle">How old an order must be before it is believed that the venue does not know it.</param>
internal sealed class AccountReader(IOrderQueries orders, IFills fills, IBalances balances, TimeSpan settle)
{
    private const int PageSize = 1_000;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1);

    /// <summary>Reads everything.</summary>
    /// <param name="since">Number of the last telling.</param>
    /// <param name="from">From when on orders and fills are needed, on the server's clock.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="believed">Orders that are believed to be open.</param>
    /// <param name="symbols">Markets to read.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    internal async ValueTask<AccountReading> ReadAsync(
        long since, Timestamp from, Timestamp now, IReadOnlyList<Order> believed, IReadOnlyCollection<Symbol> symbols,
        CancellationToken cancellationToken)
    {
        var told = new List<Order>(await orders.GetOpenOrdersAsync(null, cancellationToken).ConfigureAwait(false));
        var open = told.Select(static order => (order.Symbol, order.Id)).ToHashSet();
        var missing = new List<Order>();
        foreach (var order in believed)
        {
            if (!open.Contains((order.Symbol, order.Id)))
            {
                var asked = await AskAsync(order, now, cancellationToken).ConfigureAwait(false);
                (asked is null ? missing : told).Add(asked ?? order);
            }
        }

        var traded = new List<Fill>();
        foreach (var symbol in symbols.Concat(told.Select(static order => order.Symbol)).Distinct().ToArray())
        {
            await ReadOrdersAsync(symbol, from, now, told, cancellationToken).ConfigureAwait(false);
            await ReadFillsAsync(symbol, from, now, traded, cancellationToken).ConfigureAwait(false);
        }

        var held = await balances.GetBalancesAsync(cancellationToken).ConfigureAwait(false);
        traded.Sort(static (left, right) => left.Time.CompareTo(right.Time));
        return new AccountReading(since, from, told, traded, held, missing);
    }

    /// <summary>All fills of an order.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    internal async ValueTask<IReadOnlyList<Fill>> FillsOfAsync(Order order, CancellationToken cancellationToken)
    {
        var page = await fills.GetFillsAsync(order.Symbol, order.Id, limit: PageSize, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        var all = new List<Fill>(page);
        if (page.Count >= PageSize)
        {
            await ReadOnAsync(order.Symbol, all, cancellationToken).ConfigureAwait(false);
        }

        return [.. all.Where(fill => fill.OrderId == order.Id)];
    }

    /// <summary>An order as the venue knows it. What it no longer knows has ended; null where it may not know it yet, for
    /// its records may lag behind.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    internal async ValueTask<Order?> AskAsync(Order order, Timestamp now, CancellationToken cancellationToken)
    {
        if (await orders.GetOrderAsync(order.Ref, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        return (order.UpdatedAt ?? order.CreatedAt) + settle >= now
            ? null
            : order with { Status = OrderStatus.Expired, Reason = "The venue no longer knows it." };
    }

    private async ValueTask ReadOrdersAsync(
        Symbol symbol, Timestamp from, Timestamp now, List<Order> told, CancellationToken cancellationToken)
    {
        for (var start = from; start < now; start += LongestWindow)
        {
            Timestamp? end = now - start > LongestWindow ? start + LongestWindow : null;
            var first = start;
            while (true)
            {
                var page = await orders.GetOrdersAsync(symbol, first, end, PageSize, cancellationToken).ConfigureAwait(false);
                told.AddRange(page);
                if (page.Count < PageSize || page[^1].CreatedAt is not { } last || last <= first)
                {
                    break;
                }

                first = last;
            }
        }
    }

    private async ValueTask ReadFillsAsync(
        Symbol symbol, Timestamp from, Timestamp now, List<Fill> traded, CancellationToken cancellationToken)
    {
        for (var start = from; start < now; start += LongestWindow)
        {
            Timestamp? end = now - start > LongestWindow ? start + LongestWindow : null;
            var page = await fills.GetFillsAsync(
                symbol, from: start, to: end, limit: PageSize, cancellationToken: cancellationToken).ConfigureAwait(false);
            traded.AddRange(page);
            if (page.Count >= PageSize)
            {
                await ReadOnAsync(symbol, traded, cancellationToken).ConfigureAwait(false);
                return; // up to now, whatever the window
            }
        }
    }

    private async ValueTask ReadOnAsync(Symbol symbol, List<Fill> traded, CancellationToken cancellationToken)
    {
        var seen = traded.Select(static fill => (fill.OrderId, fill.Id)).ToHashSet();
        while (true)
        {
            var page = await fills.GetFillsFromAsync(symbol, traded[^1].Id, PageSize, cancellationToken).ConfigureAwait(false);
            var before = traded.Count;
            traded.AddRange(page.Where(fill => seen.Add((fill.OrderId, fill.Id))));
            if (page.Count < PageSize || traded.Count == before)
            {
                return;
            }
        }
    }
}
