namespace Adapters.Capabilities;

/// <summary>A product that can be traded.</summary>
public interface ITradingConnector : IExchangeConnector
{
    /// <summary>Orders. It may offer more: <see cref="IOrderAmender"/>, <see cref="IOrderReplacer"/>,
    /// <see cref="IConditionalOrders"/>, <see cref="ICancelAll"/>.</summary>
    ITrading Trading { get; }

    /// <summary>The account.</summary>
    IAccountInfo Account { get; }

    /// <summary>What happens to the account.</summary>
    IPrivateStream PrivateStream { get; }
}

/// <summary>Placing orders, and asking what became of them.</summary>
public interface ITrading : IOrderPlacer, IOrderQueries;
