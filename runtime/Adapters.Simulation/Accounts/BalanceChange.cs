using Adapters.Domain;

namespace Adapters.Simulation.Accounts;

/// <summary>A change of the total that an account has of an asset.</summary>
/// <param name="Asset">Of what.</param>
/// <param name="Delta">By how much; negative where it became less.</param>
/// <param name="Reason">Why.</param>
/// <param name="OrderId">The order whose fill it was.</param>
public readonly record struct BalanceChange(Asset Asset, decimal Delta, BalanceReason Reason, long? OrderId);
