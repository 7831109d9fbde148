namespace Adapters.Domain;

/// <summary>What an account holds of an asset, in units of the asset.</summary>
public readonly struct Balance
{
    /// <summary>The asset.</summary>
    public required Asset Asset { get; init; }

    /// <summary>What can be used.</summary>
    public required decimal Free { get; init; }

    /// <summary>What open orders and withdrawals hold.</summary>
    public required decimal Locked { get; init; }

    /// <summary>When it last changed, on the venue's clock; absent where the venue does not say.</summary>
    public Timestamp? Time { get; init; }

    /// <summary>When the message arrived; absent for an answer to a request.</summary>
    public Timestamp? ReceivedAt { get; init; }

    /// <summary>Free and locked together.</summary>
    public decimal Total => Free + Locked;
}
