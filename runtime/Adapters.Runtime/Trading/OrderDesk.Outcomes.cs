using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;
using Adapters.Rest;

namespace Adapters.Trading;

/// <content>What the end of a call means for an order.</content>
public abstract partial class OrderDesk
{
    /// <summary>The venue has answered, but did not tell the order.</summary>
    private async ValueTask<Order> AskAsync(OrderRef reference, CancellationToken cancellationToken)
    {
        try
        {
            if (await GetOrderAsync(reference, cancellationToken).ConfigureAwait(false) is { } order)
            {
                return order;
            }
        }
        catch (Exception error) when (
            error is ExchangeException or RequestException or OperationCanceledException or ObjectDisposedException
            || IsUnreadable(error))
        {
            throw Unknown("It was answered, but the order could not be asked for: " + error.Message, error);
        }

        throw Unknown("It was answered, but the order is not found.", null);
    }

    private OrderAttempt Sent(OrderAttempt attempt, OrderCaller caller)
    {
        if (caller.SentFrom is not { } from)
        {
            return attempt;
        }

        // The clock may have been put back since it was signed: the venue goes by the time that it carries.
        var to = Now();
        return attempt with { SentFrom = from, SentTo = caller.Stamp > to ? caller.Stamp : to };
    }

    // What was sent never ends in an exception, whatever it is: nobody would know what became of it.
    private static bool IsOutcome(Exception error, OrderCaller caller) => error switch
    {
        RequestException request => request.Parameters.Count > 0, // without: credentials or environment, not this order
        ExchangeException or ConversionException or DecodeException or NumberRangeException => true,
        OperationCanceledException or ObjectDisposedException => false, // thrown only where nothing was sent
        _ => caller.SentFrom is not null,
    };

    private OrderOutcome Outcome(OrderAttempt attempt, Exception error)
    {
        var unsent = attempt with { SentFrom = null, SentTo = null };
        return error switch
        {
            ExchangeException { Class: ErrorClass.UnknownOutcome } unknown => OrderOutcome.Unknown(attempt, unknown),
            ExchangeException { HttpStatus: null, Code: null } kept => OrderOutcome.Rejected(unsent, kept), // limiter, network
            ExchangeException refused => OrderOutcome.Rejected(attempt, refused),
            RequestException => OrderOutcome.Rejected(unsent, Refused(ErrorClass.InvalidRequest, error)),
            _ when attempt.SentFrom is not null =>
                OrderOutcome.Unknown(attempt, Unknown("The answer could not be read: " + error.Message, error)),
            ConversionException => OrderOutcome.Rejected(unsent, Refused(ErrorClass.InvalidRequest, error)),
            _ => OrderOutcome.Rejected(unsent, Refused(ErrorClass.Unreadable, error)),
        };
    }

    private ExchangeException Refused(ErrorClass errorClass, Exception error) =>
        new(Kernel.Catalogue.Id, "order", errorClass, "It was not sent: " + error.Message, error);

    private static bool IsUnreadable(Exception error) => error is DecodeException or ConversionException or NumberRangeException;

    private ExchangeException Unreadable(Exception error) =>
        new(Kernel.Catalogue.Id, "order", ErrorClass.Unreadable, error.Message, error);

    private ExchangeException Unknown(string problem, Exception? error) =>
        new(Kernel.Catalogue.Id, "order", ErrorClass.UnknownOutcome, problem, error);

    private OrderOutcome Ended(OrderOutcome outcome)
    {
        if (outcome.IsUnknown)
        {
            TradingLog.Unknown(
                Kernel.Logger, Kernel.Catalogue.Id, outcome.Operation, outcome.Ref.ToString(), outcome.Error.Problem);
        }
        else
        {
            TradingLog.Ended(Kernel.Logger, Kernel.Catalogue.Id, outcome.Operation, outcome.Ref.ToString(), outcome.Kind);
        }

        Kernel.Witnesses.Witness(outcome);
        return outcome;
    }

    private Order Pending(OrderRequest request, OrderId id) => new()
    {
        Symbol = request.Symbol,
        Id = id,
        ClientId = request.ClientId,
        Side = request.Side,
        Kind = request.Kind,
        TimeInForce = request.TimeInForce,
        Status = OrderStatus.Pending,
        Price = request.Price,
        TriggerPrice = request.TriggerPrice,
        Quantity = request.Quantity,
        QuoteQuantity = request.QuoteQuantity,
        FilledQuantity = 0m,
        PostOnly = request.PostOnly,
        ReduceOnly = request.ReduceOnly,
        UpdatedAt = Now(),
    };
}
