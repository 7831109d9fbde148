using Microsoft.Extensions.Logging;

namespace Adapters.Accounts;

/// <summary>What following an account logs.</summary>
internal static partial class AccountLog
{
    [LoggerMessage(1, LogLevel.Information, "{Exchange}: the account is followed again; {Orders} orders and {Fills} fills were missed")]
    internal static partial void Resumed(ILogger logger, string exchange, int orders, int fills);

    [LoggerMessage(2, LogLevel.Warning, "{Exchange}: the account could not be read, next in {Delay}: {Problem}")]
    internal static partial void NotRead(ILogger logger, string exchange, TimeSpan delay, string problem);

    [LoggerMessage(3, LogLevel.Warning, "{Exchange}: updates were lost without a trace: {Orders} orders, {Fills} fills, {Balances} balances")]
    internal static partial void Lost(ILogger logger, string exchange, int orders, int fills, int balances);

    [LoggerMessage(5, LogLevel.Warning, "{Exchange}: the account's stream tells something that the specification does not know")]
    internal static partial void Unknown(ILogger logger, string exchange);

    [LoggerMessage(4, LogLevel.Error, "{Exchange}: a handler of the account failed")]
    internal static partial void HandlerFailed(ILogger logger, Exception error, string exchange);
}
