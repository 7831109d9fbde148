using Adapters.Domain;

namespace Adapters.Simulation.Accounts;

/// <summary>An account of a simulated exchange.</summary>
public sealed record AccountOptions
{
    /// <summary>Name of the account, unique on the exchange; never a key.</summary>
    public required string Id { get; init; }

    /// <summary>What it holds at first.</summary>
    public IReadOnlyList<Funds> Deposits { get; init; } = [];

    /// <summary>What the venue takes of each fill; null takes the exchange's usual rates.</summary>
    public CommissionRates? Commission { get; init; }

    /// <summary>True where the account pays commissions in the exchange's discount asset if it has enough.</summary>
    public bool PaysInDiscountAsset { get; init; }

    /// <summary>Accounts of the same group do not trade with each other, unless an order lets them.</summary>
    public int? TradeGroup { get; init; }

    /// <summary>False where the account may only look.</summary>
    public bool CanTrade { get; init; } = true;
}
