using Adapters.Accounts;
using Adapters.Binance.Connector;
using Adapters.Binance.Spot;
using Adapters.Calls;
using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Hosting;
using Adapters.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Adapters.Binance;

/// <summary>
/// Binance spot, connected. <see cref="MarketData"/>, <see cref="Trading"/> and <see cref="Account"/> speak the
/// domain's language; <see cref="Rest"/> and <see cref="Streams"/> give every call and channel as the venue has it.
/// <see href="https://github.com/binance/binance-spot-api-docs"/>
/// </summary>
public sealed class BinanceSpot : ITradingConnector
{
    private readonly ConnectorKernel _kernel;
    private readonly Lazy<(BinanceSpotRest Calls, ITrading Trading)> _socket;

    private BinanceSpot(ConnectorKernel kernel)
    {
        _kernel = kernel;
        Rest = new BinanceSpotRest(kernel.Rest);
        Streams = new BinanceSpotStreams(kernel.Streams);
        MarketData = new MarketData(kernel, Rest, Streams);
        Trading = new Connector.Trading(kernel, kernel.Rest, MarketData);
        Account = new Account(Rest);
        PrivateStream = new PrivateStream(
            kernel, Trading, Account, async (sink, changed, cancellation) => await kernel.Calls.OpenAsync(
                BinanceSpotChannels.User, (in e) => Connector.Account.Tell(e, sink), changed, cancellation)
                .ConfigureAwait(false));
        _socket = new(() => (new(kernel.Calls), new Connector.Trading(kernel, kernel.Calls, MarketData)));
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

    /// <summary>Orders over REST. Also an <see cref="IOrderAmender"/>, an <see cref="IOrderReplacer"/>, an
    /// <see cref="ICancelAll"/>, and it takes <see cref="IConditionalOrders"/>.</summary>
    public ITrading Trading { get; }

    /// <inheritdoc/>
    public IAccountInfo Account { get; }

    /// <summary>What happens to the account, over the WebSocket API.</summary>
    public IPrivateStream PrivateStream { get; }

    /// <summary>The same calls over the WebSocket API, where they are offered there.</summary>
    /// <exception cref="InvalidOperationException">The environment has no WebSocket API.</exception>
    public BinanceSpotRest SocketCalls => _socket.Value.Calls;

    /// <summary>Orders over the WebSocket API; otherwise as <see cref="Trading"/>.</summary>
    /// <exception cref="InvalidOperationException">The environment has no WebSocket API.</exception>
    public ITrading SocketTrading => _socket.Value.Trading;

    /// <summary>Sets up a connector; nothing is sent before the first call or subscription.</summary>
    /// <exception cref="ArgumentException">An option makes no sense; it is named, with what is accepted.</exception>
    public static BinanceSpot Connect(ConnectorOptions? options = null) =>
        new(ConnectorKernel.Open(BinanceSpotCatalogue.Instance, options, new ConnectorParts
        {
            Signer = new BinanceSigner(),
            Readers = new CallReaders
            {
                Limits = static (json, context) => Array.ConvertAll(
                    WireDecoder.DecodeList<RateLimit>(json, context, "rateLimits"),
                    static limit => limit.ToRateLimitInfo()),
                RetryAt = static (json, context) => WireDecoder.Decode<Throttled>(json, context, "data").RetryAfter,
            },
        }));

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
