using Adapters.Binance.Connector;
using Adapters.Binance.Spot;
using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Adapters.Binance;

/// <summary>
/// Binance spot, connected. <see cref="MarketData"/> speaks the domain's language; <see cref="Rest"/> and
/// <see cref="Streams"/> give every call and channel as the venue has it.
/// <see href="https://github.com/binance/binance-spot-api-docs"/>
/// </summary>
public sealed class BinanceSpot : IExchangeConnector
{
    private readonly ConnectorKernel _kernel;

    private BinanceSpot(ConnectorKernel kernel)
    {
        _kernel = kernel;
        Rest = new BinanceSpotRest(kernel.Rest);
        Streams = new BinanceSpotStreams(kernel.Streams);
        MarketData = new MarketData(kernel, Rest, Streams);
    }

    /// <inheritdoc/>
    public ProductCatalogue Catalogue => _kernel.Catalogue;

    /// <inheritdoc/>
    public EnvironmentInfo Environment => _kernel.Environment;

    /// <summary>The venue's REST calls.</summary>
    public BinanceSpotRest Rest { get; }

    /// <summary>The venue's streams.</summary>
    public BinanceSpotStreams Streams { get; }

    /// <inheritdoc/>
    public IMarketDataSource MarketData { get; }

    /// <summary>Sets up a connector; nothing is sent before the first call or subscription.</summary>
    /// <exception cref="ArgumentException">An option makes no sense; it is named, with what is accepted.</exception>
    public static BinanceSpot Connect(ConnectorOptions? options = null) =>
        new(ConnectorKernel.Open(BinanceSpotCatalogue.Instance, options));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _kernel.DisposeAsync();
}

/// <summary>Registers Binance with a service collection.</summary>
public static class BinanceServices
{
    /// <summary>Adds <see cref="BinanceSpot"/>, also as <see cref="IExchangeConnector"/> under the key
    /// <c>binance-spot</c>.</summary>
    public static IServiceCollection AddBinance(
        this IServiceCollection services, Action<ConnectorOptions>? configure = null) =>
        services.AddConnector(BinanceSpotCatalogue.Instance, BinanceSpot.Connect, configure);
}
