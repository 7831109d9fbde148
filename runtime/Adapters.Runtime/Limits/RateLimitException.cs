namespace Adapters.Limits;

/// <summary>The limiter does not let a call through: it would wait longer than the caller allows, or it can never fit.
/// Nothing was sent.</summary>
public sealed class RateLimitException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is in the way.</param>
    /// <param name="limit">The limit, or null where the venue has blocked everything.</param>
    /// <param name="retryAfter">When it may fit; null where it never does.</param>
    public RateLimitException(string message, string? limit, TimeSpan? retryAfter)
        : base(message)
    {
        Limit = limit;
        RetryAfter = retryAfter;
    }

    /// <summary>The limit, or null where the venue has blocked everything.</summary>
    public string? Limit { get; }

    /// <summary>The earliest moment at which it may fit, from now; null where it never does.</summary>
    public TimeSpan? RetryAfter { get; }
}
