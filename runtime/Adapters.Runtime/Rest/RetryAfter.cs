using System.Net.Http.Headers;

namespace Adapters.Rest;

/// <summary>Reads how long a venue asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>The wait from now: seconds, or until a date; null where there is none or it is zero or past, which venues
    /// send for "with the next window".</summary>
    internal static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => TimeSpan.Zero,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}
