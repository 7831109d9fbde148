using Adapters.Catalogue;

namespace Adapters.Capabilities;

/// <summary>A product of an exchange, connected: what it can do is told by the interfaces of its parts.</summary>
public interface IExchangeConnector : IAsyncDisposable
{
    /// <summary>What the specification says of the product.</summary>
    ProductCatalogue Catalogue { get; }

    /// <summary>The environment it talks to.</summary>
    EnvironmentInfo Environment { get; }

    /// <summary>Market data.</summary>
    IMarketDataSource MarketData { get; }
}
