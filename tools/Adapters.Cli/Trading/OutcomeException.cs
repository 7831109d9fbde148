using Adapters.Orders;

namespace Adapters.Cli.Trading;

/// <summary>An order was refused, or nobody knows what became of it.</summary>
/// <param name="outcome">How it ended; never acknowledged.</param>
internal sealed class OutcomeException(OrderOutcome outcome) : Exception(outcome.Error?.Message, outcome.Error)
{
    /// <summary>How it ended.</summary>
    public OrderOutcome Outcome { get; } = outcome;
}
