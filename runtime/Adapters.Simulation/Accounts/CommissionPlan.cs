using Adapters.Domain;

namespace Adapters.Simulation.Accounts;

/// <summary>How an exchange takes its commissions: from what a fill brings, rounded down, or from the discount asset.
/// </summary>
public sealed record CommissionPlan
{
    /// <summary>Rates of accounts that have none of their own.</summary>
    public CommissionRates Rates { get; init; } = new(0.001m, 0.001m);

    /// <summary>What commissions can be paid in at a discount; null where there is no such asset.</summary>
    public Asset? DiscountAsset { get; init; }

    /// <summary>By which part a commission is smaller where it is paid in the discount asset.</summary>
    public decimal Discount { get; init; } = 0.25m;

    /// <summary>Decimal digits of a commission.</summary>
    public int Digits { get; init; } = 8;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Rates);
        ArgumentOutOfRangeException.ThrowIfNegative(Discount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Discount, 1m);
        ArgumentOutOfRangeException.ThrowIfNegative(Digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Digits, 18);
        Check(Rates);
    }

    internal static void Check(CommissionRates rates)
    {
        // Above one, a fill would cost more than it brings.
        ArgumentOutOfRangeException.ThrowIfNegative(rates.Maker);
        ArgumentOutOfRangeException.ThrowIfNegative(rates.Taker);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rates.Maker, 1m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rates.Taker, 1m);
    }
}
