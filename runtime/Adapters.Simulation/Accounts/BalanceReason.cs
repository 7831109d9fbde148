using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Accounts;

/// <summary>Why the total of an asset changed. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum BalanceReason
{
    /// <summary>It came from outside.</summary>
    Deposit = 1,

    /// <summary>It went outside.</summary>
    Withdrawal,

    /// <summary>A fill brought or cost it.</summary>
    Trade,

    /// <summary>The venue took it for a fill.</summary>
    Commission,

    /// <summary>A prevented match moved it between two accounts of one group.</summary>
    Transfer,
}
