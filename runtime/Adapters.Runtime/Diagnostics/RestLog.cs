using Adapters.Errors;
using Microsoft.Extensions.Logging;

namespace Adapters.Diagnostics;

/// <summary>What calls log. Addresses are never logged: a query may hold a signature.</summary>
internal static partial class RestLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Exchange} {Endpoint}: HTTP {Status}, {Bytes} bytes, {Elapsed} ms, attempt {Attempt}")]
    internal static partial void Answered(
        ILogger logger, string exchange, string endpoint, int status, int bytes, double elapsed, int attempt);

    [LoggerMessage(2, LogLevel.Warning, "{Exchange} {Endpoint}: attempt {Attempt} failed ({Class}: {Problem}), next in {Delay}")]
    internal static partial void Retrying(
        ILogger logger, string exchange, string endpoint, int attempt, ErrorClass @class, string problem, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Error, "{Exchange} {Endpoint}: HTTP {Status}; no call goes out before {Until}")]
    internal static partial void Blocked(
        ILogger logger, string exchange, string endpoint, int status, DateTimeOffset until);

    [LoggerMessage(4, LogLevel.Debug, "{Exchange}: the server's clock is {Offset} ahead, measured over {RoundTrip}")]
    internal static partial void ClockMeasured(ILogger logger, string exchange, TimeSpan offset, TimeSpan roundTrip);

    [LoggerMessage(6, LogLevel.Warning, "{Exchange}: the server's clock could not be measured anew: {Problem}")]
    internal static partial void ClockNotMeasured(ILogger logger, string exchange, string problem);

    [LoggerMessage(5, LogLevel.Trace, "{Exchange} {Endpoint}: sends attempt {Attempt}")]
    internal static partial void Sending(ILogger logger, string exchange, string endpoint, int attempt);
}
