namespace Adapters.Capabilities;

/// <summary>All that can be asked of an account.</summary>
public interface IAccountInfo : IBalances, IFills, IFees;
