using System.Runtime.CompilerServices;
using Adapters.Catalogue;

namespace Adapters.Rest;

/// <summary>How calls are sent, waited for and repeated.</summary>
public sealed class RestOptions
{
    /// <summary>Longest time one attempt may take, from sending to the last byte of the answer. 10 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts of a call that may be repeated, the first included. 3. Others are sent once.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Wait before the second attempt; each further one waits twice as long, with jitter down to a half. 250 ms.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait between attempts, where the venue asks for none. 5 s.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for the rate limiter, and for a time that the venue asks to wait; what would wait longer fails
    /// at once. 2 minutes.</summary>
    public TimeSpan MaxLimiterWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Largest answer in bytes that is read. 64 MiB.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long the venue may take a signed request for fresh. 5 s.</summary>
    public TimeSpan ReceiveWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The User-Agent header; some venues refuse requests without one.</summary>
    public string UserAgent { get; init; } = "Adapters";

    /// <summary>Where jitter comes from; one with a seed makes it repeatable. Used under a lock.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        Check(AttemptTimeout > TimeSpan.Zero && AttemptTimeout <= TimeSpan.FromDays(1), AttemptTimeout, "above zero, up to a day");
        Check(MaxAttempts is >= 1 and <= 100, MaxAttempts, "1 to 100");
        Check(RetryDelay >= TimeSpan.Zero && RetryDelay <= MaxRetryDelay, RetryDelay, "zero up to MaxRetryDelay");
        Check(MaxRetryDelay <= TimeSpan.FromHours(1), MaxRetryDelay, "up to an hour");
        Check(MaxLimiterWait >= TimeSpan.Zero && MaxLimiterWait <= TimeSpan.FromDays(40), MaxLimiterWait, "zero up to 40 days");
        Check(MaxResponseBytes is >= 1024 and <= 1 << 30, MaxResponseBytes, "1 KiB to 1 GiB");
        Check(
            ReceiveWindow >= TimeSpan.FromMilliseconds(1) && ReceiveWindow <= TimeSpan.FromMinutes(10), ReceiveWindow,
            "a millisecond to 10 minutes");
        Check(UserAgent.Length > 0 && UserAgent.All(static c => c is >= ' ' and <= '~'), UserAgent, "ASCII text, not empty");
        ArgumentNullException.ThrowIfNull(Random);
    }

    /// <summary>Checks every value, also against what a product takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range; the message names it.</exception>
    internal void Validate(ProductCatalogue catalogue)
    {
        Validate();
        foreach (var longest in catalogue.Auth.Select(static auth => auth.MaxReceiveWindow).OfType<TimeSpan>())
        {
            Check(ReceiveWindow <= longest, ReceiveWindow, $"at most {longest.TotalSeconds} s: {catalogue.Id} takes no longer one");
        }
    }

    private static void Check<T>(
        bool holds, T value, string range, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"RestOptions.{name} must be {range}.");
        }
    }
}
