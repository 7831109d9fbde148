using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Sockets;
using Adapters.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Adapters.Hosting;

/// <summary>What every connector stands on: one client for calls, one for streams, one set of limits and symbols.</summary>
public sealed class ConnectorKernel : IAsyncDisposable
{
    private readonly HttpMessageHandler? _ownHandler;

    private ConnectorKernel(ProductCatalogue catalogue, ConnectorOptions options)
    {
        options.Validate(catalogue);
        Catalogue = catalogue;
        Environment = options.CustomEnvironment ?? catalogue.Environment(options.Environment);
        TimeProvider = options.TimeProvider;
        Logger = options.LoggerFactory?.CreateLogger("Adapters." + catalogue.Id) ?? NullLogger.Instance;
        Symbols = new SymbolTable();
        Limiter = new RateLimiter(catalogue.Limits, TimeProvider, options.Limits);
        var handler = options.HttpHandler ?? (_ownHandler = RestTransport.CreateHandler());
        Rest = new RestClient(catalogue, Environment, options.Rest, handler, TimeProvider, Logger, Limiter, Symbols);
        Streams = new StreamClients(
            catalogue, Environment, options.Streams, options.WebSockets ?? new ClientWebSocketFactory(), Symbols,
            TimeProvider, Logger);
    }

    /// <summary>What the specification says of the product.</summary>
    public ProductCatalogue Catalogue { get; }

    /// <summary>The environment.</summary>
    public EnvironmentInfo Environment { get; }

    /// <summary>Clock and timers.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The connector's logger.</summary>
    public ILogger Logger { get; }

    /// <summary>The venue's symbols.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>The venue's limits.</summary>
    public RateLimiter Limiter { get; }

    /// <summary>Sends calls.</summary>
    public RestClient Rest { get; }

    /// <summary>Keeps streams.</summary>
    public StreamClients Streams { get; }

    /// <summary>Sets up a kernel; nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">An option makes no sense; it is named, with what is accepted.</exception>
    public static ConnectorKernel Open(ProductCatalogue catalogue, ConnectorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new ConnectorKernel(catalogue, options ?? new ConnectorOptions());
    }

    /// <summary>The book rule of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public BookRule Book(string name) => Catalogue.Books.FirstOrDefault(rule => rule.Name == name)
        ?? throw new ArgumentException($"{Catalogue.Id} has no book rule '{name}'.", nameof(name));

    /// <summary>Fetches snapshots as a book rule says.</summary>
    /// <param name="rule">The rule, which names endpoint and arguments.</param>
    /// <param name="symbol">The market.</param>
    /// <param name="convert">Turns the venue's answer into a book.</param>
    /// <exception cref="ArgumentException">The rule has no snapshot.</exception>
    public Func<CancellationToken, ValueTask<OrderBook>> Snapshot<T>(BookRule rule, Symbol symbol, Func<T, OrderBook> convert)
        where T : IWire<T>
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(symbol);
        ArgumentNullException.ThrowIfNull(convert);
        var endpoint = Catalogue.Endpoints.FirstOrDefault(item => item.Name == rule.SnapshotEndpoint)
            ?? throw new ArgumentException($"The book rule '{rule.Name}' of {Catalogue.Id} has no snapshot.", nameof(rule));
        var symbolName = endpoint.Parameters.First(parameter => parameter.Kind == ParameterKind.Symbol).Name;
        return async cancellationToken =>
        {
            var request = Rest.Create(endpoint);
            request.Add(symbolName, symbol);
            foreach (var (name, value) in rule.SnapshotArguments)
            {
                request.Add(name, value);
            }

            return convert(await Rest.SendAsync<T>(request, cancellationToken).ConfigureAwait(false));
        };
    }

    /// <summary>Closes streams and calls.</summary>
    public async ValueTask DisposeAsync()
    {
        await Streams.DisposeAsync().ConfigureAwait(false);
        Rest.Dispose();
        Limiter.Dispose();
        _ownHandler?.Dispose();
    }
}
