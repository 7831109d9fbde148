namespace Adapters.Simulation.Accounts;

/// <summary>
/// Sees what happens to an account, in order. Calls come while the exchange's <see cref="SimulatedExchange.Gate"/> is
/// held, so an observer may read the account but must neither wait nor trade.
/// </summary>
public interface IAccountObserver
{
    /// <summary>Something happened.</summary>
    void OnEvent(SimulatedAccount account, AccountEvent happened);
}
