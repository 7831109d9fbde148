namespace Adapters.Simulation.Rules;

/// <summary>What the exchange as a whole asks of an account. Null means no such rule.</summary>
public sealed record ExchangeRules
{
    /// <summary>Open orders of an account in all markets.</summary>
    public int? MaxOrders { get; init; }

    /// <summary>Open orders of an account that wait for a trigger, in all markets.</summary>
    public int? MaxTriggerOrders { get; init; }

    /// <summary>Open iceberg orders of an account in all markets.</summary>
    public int? MaxIcebergOrders { get; init; }

    /// <summary>Open order lists of an account in all markets.</summary>
    public int? MaxOrderLists { get; init; }

    internal bool HasLimits => (MaxOrders ?? MaxTriggerOrders ?? MaxIcebergOrders ?? MaxOrderLists) is not null;
}
