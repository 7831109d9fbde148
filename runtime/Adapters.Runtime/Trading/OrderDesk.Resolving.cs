using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;

namespace Adapters.Trading;

/// <content>Settling what nobody knows, by asking: the private stream's record, the order by its id, open orders,
/// history.</content>
public abstract partial class OrderDesk
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async ValueTask<OrderOutcome> ResolveAsync(OrderOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome is not { IsUnknown: true, Attempt: { SentTo: { } sentTo } attempt })
        {
            return outcome;
        }

        var pause = FirstPause;
        while (true)
        {
            // After this the venue no longer takes the request, and what it took shows. Which clock tells that may change.
            var settled = sentTo + Kernel.Options.Rest.ReceiveWindow + Kernel.Options.Orders.SettleMargin + ClockError;
            var asked = Now();
            var (found, error) = await FindAsync(attempt, isLast: asked > settled, cancellationToken).ConfigureAwait(false);
            var known = Settle(attempt, found, error, isFinal: asked > settled);
            if (known is { IsRejected: true } rejected && attempt.Operation == OrderOperation.Amend && found is { } changed)
            {
                (known, error) = await WithoutLaterAsync(attempt, changed, rejected, cancellationToken).ConfigureAwait(false);
            }

            if (known is not null)
            {
                TradingLog.Resolved(Kernel.Logger, Kernel.Catalogue.Id, attempt.Operation, attempt.Ref.ToString(), known.Kind);
                Kernel.Witnesses.Witness(known);
                return known;
            }

            if (error is not null && (asked > settled + Kernel.Options.Orders.ResolveTimeout || error.Class == ErrorClass.Banned))
            {
                TradingLog.NotResolved(Kernel.Logger, Kernel.Catalogue.Id, attempt.Operation, attempt.Ref.ToString(), error.Problem);
                return OrderOutcome.Unknown(attempt, error);
            }

            await Task.Delay(pause, Kernel.TimeProvider, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Whether the venue has made a change that the order no longer shows, because another came after it. Connectors
    /// whose venue lists the changes of an order say so; without, what the order shows decides.</summary>
    /// <param name="order">The order as it is now.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected virtual ValueTask<bool> WasAmendedAsync(
        Order order, AmendRequest change, CancellationToken cancellationToken) => new(false);

    /// <summary>A change that the order does not show may have been made all the same, before another.</summary>
    private async ValueTask<(OrderOutcome? Known, ExchangeException? Error)> WithoutLaterAsync(
        OrderAttempt attempt, Order order, OrderOutcome rejected, CancellationToken cancellationToken)
    {
        try
        {
            var wasMade = await WasAmendedAsync(order, attempt.Change!, cancellationToken).ConfigureAwait(false);
            return (wasMade ? OrderOutcome.Acknowledged(attempt, order) : rejected, null);
        }
        catch (ExchangeException error)
        {
            return (null, error);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return (null, Unreadable(error));
        }
    }

    private async ValueTask<(Order? Order, ExchangeException? Error)> FindAsync(
        OrderAttempt attempt, bool isLast, CancellationToken cancellationToken)
    {
        if (Kernel.Witnesses.Find(attempt.Ref) is { } witnessed && Shows(attempt, witnessed))
        {
            return (witnessed, null);
        }

        try
        {
            var order = await GetOrderAsync(attempt.Ref, cancellationToken).ConfigureAwait(false);
            if (order is null && attempt.Change?.NewClientId is { IsPresent: true } changed)
            {
                order = await GetOrderAsync(OrderRef.Of(attempt.Ref.Symbol, changed), cancellationToken).ConfigureAwait(false);
            }

            if (order is { } found && IsThisOne(attempt, found))
            {
                return (found, null);
            }

            return isLast && attempt.Operation == OrderOperation.Place
                ? (await FindAmongAsync(attempt, cancellationToken).ConfigureAwait(false), null)
                : (null, null);
        }
        catch (ExchangeException error)
        {
            return (null, error);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return (null, Unreadable(error));
        }
    }

    /// <summary>The venue knows none of the id, or an older one. Before that is believed, the lists are looked through.</summary>
    private async ValueTask<Order?> FindAmongAsync(OrderAttempt attempt, CancellationToken cancellationToken)
    {
        var symbol = attempt.Ref.Symbol;
        foreach (var order in await GetOpenOrdersAsync(symbol, cancellationToken).ConfigureAwait(false))
        {
            if (order.ClientId == attempt.Ref.ClientId && IsThisOne(attempt, order))
            {
                return order;
            }
        }

        var from = attempt.SentFrom!.Value - TimeSpan.FromSeconds(5);
        foreach (var order in await GetOrdersAsync(symbol, from, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (order.ClientId == attempt.Ref.ClientId && IsThisOne(attempt, order))
            {
                return order;
            }
        }

        return null;
    }

    /// <summary>More than the clock is wrong, by its last measurement.</summary>
    private TimeSpan ClockError => Kernel.Rest.Clock?.RoundTrip ?? TimeSpan.Zero;

    // Venues take a client id again once its order has ended: an order from before is another. None takes a time that is far
    // ahead of its own, so that what it took began no sooner than a second before the time that the request carried.
    private bool IsThisOne(OrderAttempt attempt, in Order order) =>
        attempt.Operation != OrderOperation.Place || attempt.HasOwnId
        || (order.CreatedAt ?? order.UpdatedAt) is not { } at // answers do not always tell when an order began
        || at >= Earliest(attempt);

    // What the stream has told settles a matter only where it shows that it happened. What a client id named before it was
    // sent may be an older order: the stream may not have told the later one yet.
    private bool Shows(OrderAttempt attempt, in Order order) => attempt.Operation switch
    {
        OrderOperation.Place => IsThisOne(attempt, order),
        _ when !attempt.Ref.Id.IsPresent && !(order.UpdatedAt >= Earliest(attempt)) => false,
        OrderOperation.Cancel => !order.IsOpen,
        _ => !order.IsOpen || IsChanged(attempt.Change!, order),
    };

    private Timestamp Earliest(OrderAttempt attempt) => attempt.SentFrom!.Value - TimeSpan.FromSeconds(1) - ClockError;

    private OrderOutcome? Settle(OrderAttempt attempt, in Order? found, ExchangeException? error, bool isFinal)
    {
        if (found is not { } order)
        {
            return error is null && isFinal
                ? Refused(ErrorClass.UnknownOrder, "The venue knows no such order, and would no longer take it.")
                : null;
        }

        switch (attempt.Operation)
        {
            case OrderOperation.Place when order.Status == OrderStatus.Rejected: // told by the stream, and nothing is there
                return Refused(ErrorClass.Rejected, $"The venue refused it: {order.Reason ?? "no reason is told"}.");
            case OrderOperation.Place:
                return OrderOutcome.Acknowledged(attempt, order);
            case OrderOperation.Cancel when order.Status == OrderStatus.Canceled:
            case OrderOperation.Amend when IsChanged(attempt.Change!, order):
                return OrderOutcome.Acknowledged(attempt, order);
            default:
                if (!order.IsOpen)
                {
                    return Refused(ErrorClass.UnknownOrder, $"The order had ended before: {order.Status}.");
                }

                return isFinal ? Refused(ErrorClass.Rejected, "It did not reach the venue, and would no longer be taken.") : null;
        }

        OrderOutcome Refused(ErrorClass errorClass, string problem) =>
            OrderOutcome.Rejected(attempt, new ExchangeException(Kernel.Catalogue.Id, "order", errorClass, problem));
    }

    private static bool IsChanged(AmendRequest change, in Order order) =>
        (change.Quantity is null || change.Quantity == order.Quantity) && (change.Price is null || change.Price == order.Price);
}
