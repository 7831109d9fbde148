using Adapters.Capabilities;
using Adapters.Cli.Output;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;

namespace Adapters.Cli.Trading;

/// <summary>What the end of a call about an order means for whoever ran the command.</summary>
internal static class Outcomes
{
    /// <summary>What errors of orders that were not sent name as their call.</summary>
    public const string Endpoint = "order";

    /// <summary>Gives the order that was acknowledged. What is not known is asked for, to its end: being asked to stop must
    /// not leave an order behind that nobody knows of.</summary>
    /// <exception cref="OutcomeException">It was refused, or cannot be found out.</exception>
    public static async Task<OrderOutcome> SettleAsync(IOrderPlacer placer, OrderOutcome outcome, Printer output)
    {
        var found = outcome;
        if (outcome.IsUnknown)
        {
            output.Note($"What became of it is not known ({outcome.Error.Problem}). Asking for {outcome.Ref}.");
            output.Flush();
            found = await placer.ResolveAsync(outcome, CancellationToken.None).ConfigureAwait(false);
            output.Note(found.Kind switch
            {
                OutcomeKind.Acknowledged => $"It was found: {outcome.Ref} is {found.Order!.Value.Status}.",
                OutcomeKind.Rejected => $"It was found out: {outcome.Operation} of {outcome.Ref} did not happen.",
                _ => $"It could not be found out. Ask for {outcome.Ref} before doing it again.",
            });
        }

        return found.IsAcknowledged ? found : throw new OutcomeException(found);
    }

    /// <summary>The error of an outcome. Why nobody can be asked is no reason to do it again: unknown stays unknown.</summary>
    public static ExchangeException Error(OrderOutcome outcome)
    {
        var error = outcome.Error ?? throw new ArgumentException("It was acknowledged.", nameof(outcome));
        return outcome.IsUnknown && error.Class != ErrorClass.UnknownOutcome
            ? new ExchangeException(
                error.Exchange, error.Endpoint, ErrorClass.UnknownOutcome, "It could not be found out: " + error.Problem, error)
            : error;
    }

    /// <summary>Cancels all open orders of a market; where that is not known to have happened, asks which are still
    /// open.</summary>
    /// <exception cref="ExchangeException">It was refused, or cannot be found out.</exception>
    public static async Task<IReadOnlyList<Order>> CancelAllAsync(
        ITrading trading, Symbol symbol, Printer output, CancellationToken cancellationToken)
    {
        if (trading is not ICancelAll all)
        {
            throw new UsageException("The exchange cannot cancel all orders at once. Name the orders.");
        }

        try
        {
            return await all.CancelAllAsync(symbol, cancellationToken).ConfigureAwait(false);
        }
        catch (ExchangeException unknown) when (unknown.Class == ErrorClass.UnknownOutcome)
        {
            output.Note($"What became of it is not known ({unknown.Problem}). Asking which orders of {symbol} are open.");
            output.Flush();
            var open = await OpenAsync(trading, symbol, output).ConfigureAwait(false);
            if (open is { Count: 0 })
            {
                output.Note($"It was found: no order of {symbol} is open.");
                return open;
            }

            output.Note(open is null
                ? $"It could not be found out. Ask for the orders of {symbol}."
                : $"Still open: {string.Join(", ", open.Select(static order => order.Id))}. Cancelling again does no harm.");
            throw;
        }
    }

    /// <summary>Writes what was acknowledged. Where that fails, it must not look as if it had been refused, and nobody who
    /// has closed the pipe has read it.</summary>
    /// <exception cref="UnwrittenException">It cannot be written.</exception>
    public static void Print(Printer output, OrderOutcome outcome) => Write(output, $"{outcome.Operation} of {outcome.Ref}", () =>
    {
        OrderTable.Print(output, [outcome.Order!.Value]);
        if (outcome.Fills.Count > 0)
        {
            OrderTable.Print(output, outcome.Fills);
        }
    });

    /// <summary>Writes which orders of a market were cancelled, in the same way.</summary>
    /// <exception cref="UnwrittenException">It cannot be written.</exception>
    public static void Print(Printer output, Symbol symbol, IReadOnlyList<Order> ended) =>
        Write(output, $"Cancel of all open orders of {symbol}", () => OrderTable.Print(output, ended));

    private static void Write(Printer output, string what, Action write)
    {
        try
        {
            write();
            output.Flush();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OutputClosedException)
        {
            throw new UnwrittenException($"{what} was acknowledged, and that cannot be written: {error.Message}", error);
        }
    }

    private static async Task<IReadOnlyList<Order>?> OpenAsync(ITrading trading, Symbol symbol, Printer output)
    {
        try
        {
            return await trading.GetOpenOrdersAsync(symbol, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ExchangeException error)
        {
            output.Note(error.Message);
            return null;
        }
    }
}
