using Adapters.Domain;

namespace Adapters.Simulation.Accounts;

/// <summary>What an account has of an asset.</summary>
/// <param name="Asset">Of what.</param>
/// <param name="Free">What it may use.</param>
/// <param name="LockedByOrders">What its open orders hold.</param>
/// <param name="LockedExternally">What something outside the exchange holds.</param>
public readonly record struct AccountBalance(
    Asset Asset, decimal Free, decimal LockedByOrders, decimal LockedExternally)
{
    /// <summary>All that is held.</summary>
    public decimal Locked => LockedByOrders + LockedExternally;

    /// <summary>All that it has.</summary>
    public decimal Total => Free + Locked;
}
