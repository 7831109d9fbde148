namespace Adapters.Orders;

/// <summary>How an account is followed.</summary>
public sealed class AccountOptions
{
    /// <summary>How often it is compared with what the venue answers when asked, so that an update that was lost without
    /// a trace is found; null for never. 60 s.</summary>
    public TimeSpan? AuditEvery { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long something may look incomplete before it is asked for: updates that belong together may come one
    /// after the other. 1 s.</summary>
    public TimeSpan DoubtFor { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Venue's names of markets whose orders and fills are read after every gap even if nothing was heard of
    /// them. Others are read once something was.</summary>
    public IReadOnlyList<string> Symbols { get; set; } = [];

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value makes no sense; it is named.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(AuditEvery ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(AuditEvery));
        ArgumentOutOfRangeException.ThrowIfLessThan(DoubtFor, TimeSpan.Zero, nameof(DoubtFor));
        ArgumentNullException.ThrowIfNull(Symbols);
    }
}
