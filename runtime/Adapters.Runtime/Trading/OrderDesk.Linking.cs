using System.Globalization;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Rest;

namespace Adapters.Trading;

/// <content>Calls about several orders at once: one in another's stead, and lists.</content>
public abstract partial class OrderDesk
{
    /// <summary>Cancels an order and places another one, for connectors whose venue can do that with one call.</summary>
    /// <param name="order">The order to cancel.</param>
    /// <param name="request">The order to place.</param>
    /// <param name="maxWait">How long it may wait for the rate limiter.</param>
    /// <param name="send">Sends both, and tells both, also where one or both were refused.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected async ValueTask<ReplaceOutcome> ReplaceAsync(
        OrderRef order, OrderRequest request, TimeSpan maxWait,
        Func<ICaller, OrderRequest, CancellationToken, ValueTask<ReplaceParts>> send, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(send);
        cancellationToken.ThrowIfCancellationRequested();
        var (place, named) = Attempt(request);
        var cancel = new OrderAttempt(OrderOperation.Cancel, order);
        var caller = new OrderCaller(_caller, LimitPriority.Normal, maxWait, Now);
        try
        {
            ThrowIfBlocked(maxWait);
            if (order.Symbol != request.Symbol)
            {
                throw Unsent("Both orders of a replacement are of one market.");
            }

            if (order.ClientId.IsPresent && order.ClientId == request.ClientId)
            {
                throw Unsent(
                    $"'{order.ClientId}' would name both orders, and without an answer nobody could tell which one was found. "
                    + "Give the new order another client id, or name the other one by the venue's id.");
            }

            var prepared = await PrepareAsync(named, cancellationToken).ConfigureAwait(false);
            await Kernel.PrepareClockAsync(cancellationToken).ConfigureAwait(false);
            place = place with { Request = prepared };
            var parts = await send(caller, prepared, cancellationToken).ConfigureAwait(false);
            (cancel, place) = (Sent(cancel, caller), Sent(place, caller));
            var canceled = await CanceledAsync(cancel, parts, cancellationToken).ConfigureAwait(false);
            return new ReplaceOutcome(Ended(canceled), Ended(Placed(place, prepared, parts)));
        }
        catch (Exception error) when (IsOutcome(error, caller))
        {
            return new ReplaceOutcome(
                Ended(Outcome(Sent(cancel, caller), error)), Ended(Outcome(Sent(place, caller), error)));
        }
    }

    /// <summary>Places a list of orders, for connectors whose venue can do that.</summary>
    /// <param name="request">The orders.</param>
    /// <param name="maxWait">How long they may wait for the rate limiter.</param>
    /// <param name="send">Sends them, and tells those that the venue tells, in any order.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected async ValueTask<IReadOnlyList<OrderOutcome>> PlaceListAsync(
        OrderListRequest request, TimeSpan maxWait,
        Func<ICaller, OrderListRequest, CancellationToken, ValueTask<IReadOnlyList<PlacedOrder>>> send,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(send);
        cancellationToken.ThrowIfCancellationRequested();
        var attempts = request.All.Select(order => Attempt(order).Attempt).ToArray();
        var caller = new OrderCaller(_caller, LimitPriority.Normal, maxWait, Now);
        try
        {
            ThrowIfBlocked(maxWait);
            if (request.Problem is { } problem)
            {
                throw Unsent(problem);
            }

            for (var i = 0; i < attempts.Length; i++)
            {
                var prepared = await PrepareAsync(attempts[i].Request!, cancellationToken).ConfigureAwait(false);
                attempts[i] = attempts[i] with { Request = prepared };
            }

            if (request.Others.Count == 2)
            {
                Pair(attempts.AsSpan()[^2..]);
            }

            var orders = attempts.Select(static attempt => attempt.Request!).ToList();
            await Kernel.PrepareClockAsync(cancellationToken).ConfigureAwait(false);
            var placed = await send(
                caller,
                request with
                {
                    Working = request.Working is null ? null : orders[0],
                    Others = request.Working is null ? orders : orders[1..],
                    ListId = request.ListId is { IsPresent: true } id ? id : Kernel.ClientOrderIds.Next(),
                },
                cancellationToken).ConfigureAwait(false);
            return Array.ConvertAll(attempts, attempt => Ended(Placed(Sent(attempt, caller), placed)));
        }
        catch (Exception error) when (IsOutcome(error, caller))
        {
            return Array.ConvertAll(attempts, attempt => Ended(Outcome(Sent(attempt, caller), error)));
        }
    }

    /// <summary>The error of a part of an answer that tells several.</summary>
    /// <param name="code">The venue's code.</param>
    /// <param name="message">The venue's text.</param>
    protected ExchangeException PartRefused(int code, string message)
    {
        var text = code.ToString(CultureInfo.InvariantCulture);
        var errorClass = Kernel.Catalogue.Errors.Classify(null, text, message, null) ?? ErrorClass.Rejected;
        return Part(errorClass, message, text);
    }

    /// <summary>Of several orders the one that is meant; null where it is not among them.</summary>
    protected static Order? Find(IReadOnlyList<Order> orders, OrderRef order)
    {
        ArgumentNullException.ThrowIfNull(orders);
        foreach (var one in orders)
        {
            if ((order.Id.IsPresent && one.Id == order.Id) || (order.ClientId.IsPresent && one.ClientId == order.ClientId))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Both of a pair have one quantity: the smaller one where their kinds have different steps.</summary>
    private void Pair(Span<OrderAttempt> pair)
    {
        var least = Math.Min(pair[0].Request!.Quantity!.Value, pair[1].Request!.Quantity!.Value);
        foreach (ref var attempt in pair)
        {
            var order = attempt.Request!;
            if (order.Quantity != least)
            {
                attempt = attempt with
                {
                    Request = order.IsExact
                        ? throw Unsent(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"The other order of the pair cannot have the quantity {order.Quantity}, only {least}."),
                            ErrorClass.InvalidQuantity)
                        : _preparation.Prepare(order with { Quantity = least }),
                };
            }
        }
    }

    private (OrderAttempt Attempt, OrderRequest Request) Attempt(OrderRequest request)
    {
        var hasOwnId = request.ClientId is not { IsPresent: true };
        var id = hasOwnId ? Kernel.ClientOrderIds.Next() : request.ClientId!.Value;
        request = request with { ClientId = id };
        var reference = OrderRef.Of(request.Symbol, id);
        return (new OrderAttempt(OrderOperation.Place, reference) { Request = request, HasOwnId = hasOwnId }, request);
    }

    private async ValueTask<OrderOutcome> CanceledAsync(
        OrderAttempt attempt, ReplaceParts parts, CancellationToken cancellationToken)
    {
        if (PartError(parts.Cancel, parts.CancelError, parts.PlaceError, parts.Canceled is not null) is { } error)
        {
            return NotDone(attempt, error);
        }

        try
        {
            var told = parts.Canceled ?? await AskAsync(attempt.Ref, cancellationToken).ConfigureAwait(false);
            return OrderOutcome.Acknowledged(attempt, told);
        }
        catch (ExchangeException unknown)
        {
            return Outcome(attempt, unknown);
        }
    }

    private OrderOutcome Placed(OrderAttempt attempt, OrderRequest request, ReplaceParts parts) =>
        PartError(parts.Place, parts.PlaceError, parts.CancelError, parts.Placed is not null) is { } error
            ? NotDone(attempt, error)
            : parts.Placed is { } placed
                ? OrderOutcome.Acknowledged(attempt, placed.Order ?? Pending(request, placed.Id), placed.Fills)
                : OrderOutcome.Unknown(attempt, Unknown("It was answered, but nothing is told of the new order.", null));

    // Why a part was not done; null where it was. What contradicts itself is believed in neither way.
    private ExchangeException? PartError(PartResult result, ExchangeException? error, ExchangeException? other, bool isTold)
    {
        return result switch
        {
            PartResult.Done when error is null => null,
            PartResult.Done => Unknown("It is told as done, and as refused: " + error.Problem, error),
            _ when isTold => Unknown("It is told as not done, and with its order.", null),
            PartResult.Refused => error ?? Part(ErrorClass.Rejected, "The venue refused it and did not say why.", null),
            _ when error is not null => error,
            _ when other is not null => Part(
                other.Class == ErrorClass.UnknownOutcome ? ErrorClass.Rejected : other.Class,
                "It was not tried, because of what became of the other order: " + other.Problem, other.Code),
            _ => Part(ErrorClass.Rejected, "It was not tried, and the venue did not say why.", null),
        };
    }

    private static OrderOutcome NotDone(OrderAttempt attempt, ExchangeException error) =>
        error.Class == ErrorClass.UnknownOutcome
            ? OrderOutcome.Unknown(attempt, error)
            : OrderOutcome.Rejected(attempt, error);

    private ExchangeException Part(ErrorClass errorClass, string problem, string? code) =>
        new(Kernel.Catalogue.Id, "order", errorClass, problem) { Code = code };

    private OrderOutcome Placed(OrderAttempt attempt, IReadOnlyList<PlacedOrder> placed)
    {
        foreach (var one in placed)
        {
            if (one.Order is { } order && order.ClientId == attempt.Ref.ClientId)
            {
                return OrderOutcome.Acknowledged(attempt, order, one.Fills);
            }
        }

        return OrderOutcome.Unknown(attempt, Unknown("It was answered, but nothing is told of this order.", null));
    }

    private ExchangeException Unsent(string problem, ErrorClass errorClass = ErrorClass.InvalidRequest) => new(
        Kernel.Catalogue.Id, "order", errorClass, "It was not sent: " + problem);
}
