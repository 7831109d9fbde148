using Adapters.Simulation.Accounts;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>What is known of accounts and their balances, by the names that specifications give it, as C# properties
/// are called.</summary>
public static class AccountValues
{
    /// <summary>An account, without its balances. The rates of commissions stand by themselves or inside; nothing
    /// special is taken, no tax, and nothing by side.</summary>
    public static Func<string, object?> Of(SimulatedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return name => name switch
        {
            "CanTrade" => account.CanTrade,
            "CanWithdraw" or "CanDeposit" => true,
            "CommissionRates" or "Standard" => true,
            "Special" or "Tax" => new ServerValues(static _ => 0m),
            "Buyer" or "Seller" => 0m,
            "Maker" => account.Commission.Maker,
            "Taker" => account.Commission.Taker,
            "TradeGroupId" => account.Options.TradeGroup,
            "UpdateTime" => account.UpdatedAt,
            _ => null,
        };
    }

    /// <summary>A balance.</summary>
    public static Func<string, object?> Of(AccountBalance balance) => name => name switch
    {
        "Asset" => balance.Asset,
        "Free" => balance.Free,
        "Locked" => balance.Locked,
        _ => null,
    };

    /// <summary>Balances after a change.</summary>
    public static Func<string, object?> Of(BalancesEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return name => name switch
        {
            "Time" => happened.Time,
            "Balances" => happened.Balances.Select(static balance => new ServerValues(Of(balance))),
            _ => null,
        };
    }

    /// <summary>What came from outside the exchange or went there.</summary>
    public static Func<string, object?> Of(FundsEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return name => name switch
        {
            "Asset" => happened.Asset,
            "Delta" => happened.Delta,
            "Time" => happened.Time,
            _ => null,
        };
    }

    /// <summary>What something outside the exchange locked or released.</summary>
    public static Func<string, object?> Of(ExternalLockEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return name => name switch
        {
            "Asset" => happened.Asset,
            "Delta" => happened.Delta,
            "Time" => happened.Time,
            _ => null,
        };
    }
}
