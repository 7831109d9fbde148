using Adapters.Orders;
using Microsoft.Extensions.Logging;

namespace Adapters.Trading;

/// <summary>What trading logs.</summary>
internal static partial class TradingLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Exchange}: {Operation} of {Order}: {Kind}")]
    internal static partial void Ended(ILogger logger, string exchange, OrderOperation operation, string order, OutcomeKind kind);

    [LoggerMessage(2, LogLevel.Warning, "{Exchange}: nobody knows what became of {Operation} of {Order}: {Problem}")]
    internal static partial void Unknown(ILogger logger, string exchange, OrderOperation operation, string order, string problem);

    [LoggerMessage(3, LogLevel.Information, "{Exchange}: {Operation} of {Order} is resolved: {Kind}")]
    internal static partial void Resolved(ILogger logger, string exchange, OrderOperation operation, string order, OutcomeKind kind);

    [LoggerMessage(4, LogLevel.Warning, "{Exchange}: {Operation} of {Order} cannot be resolved now: {Problem}")]
    internal static partial void NotResolved(ILogger logger, string exchange, OrderOperation operation, string order, string problem);
}
