namespace Adapters.Orders;

/// <summary>How orders are placed and unknown outcomes are settled.</summary>
public sealed class OrderOptions
{
    /// <summary>What every client id that is made here starts with; nothing by default.</summary>
    public string ClientIdPrefix { get; set; } = "";

    /// <summary>How long resolving goes on where the venue cannot be asked, from the end of the receive window. 30 s.
    /// </summary>
    public TimeSpan ResolveTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How much longer than the receive window an order is waited for before "not found" is believed: the
    /// venue's own records may lag behind. 1 s.</summary>
    public TimeSpan SettleMargin { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Where client ids begin; null for a place that nobody can guess, one with a seed makes them repeatable.
    /// </summary>
    public Random? Random { get; set; }

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value makes no sense; it is named.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(ClientIdPrefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(ResolveTimeout, TimeSpan.Zero, nameof(ResolveTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(SettleMargin, TimeSpan.Zero, nameof(SettleMargin));
    }
}
