using Adapters.Books;
using Adapters.Calls;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Rest;
using Adapters.Security;
using Adapters.Sockets;
using Adapters.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Adapters.Hosting;

/// <summary>What every connector stands on: one client for calls, one for streams, one set of limits and symbols.</summary>
public sealed class ConnectorKernel : IAsyncDisposable
{
    private readonly HttpMessageHandler? _ownHandler;
    private readonly Credentials? _credentials;
    private readonly Lazy<CallClient> _calls;
    private readonly ClientOrderIds? _clientOrderIds;

    private ConnectorKernel(ProductCatalogue catalogue, ConnectorOptions options, ConnectorParts parts)
    {
        options.Validate(catalogue);
        Catalogue = catalogue;
        Environment = options.CustomEnvironment ?? catalogue.Environment(options.Environment);
        TimeProvider = options.TimeProvider;
        Logger = options.LoggerFactory?.CreateLogger("Adapters." + catalogue.Id) ?? NullLogger.Instance;
        Books = options.Books;
        Symbols = new SymbolTable();
        Limiter = new RateLimiter(catalogue.Limits, TimeProvider, options.Limits);
        var handler = options.HttpHandler ?? (_ownHandler = RestTransport.CreateHandler());
        var sockets = options.WebSockets ?? new ClientWebSocketFactory();
        _credentials = options.Credentials;
        Rest = new RestClient(
            catalogue, Environment, options.Rest, handler, TimeProvider, Logger, Limiter, Symbols, _credentials, parts.Signer);
        Rest.Clock = catalogue.Clock is null || _credentials is null ? null : ServerClock.Of(Rest, Logger);
        Streams = new StreamClients(
            catalogue, Environment, options.Streams, sockets, Symbols, TimeProvider, Logger, Limiter);
        Options = options;
        _clientOrderIds = catalogue.Orders is { } rules
            ? new ClientOrderIds(rules, options.Orders.ClientIdPrefix, options.Orders.Random)
            : null;
        Rest.NextClientId = _clientOrderIds is { } ids ? ids.Next : null;
        _calls = new Lazy<CallClient>(() => MakeCalls(options, parts, sockets));
    }

    /// <summary>What the specification says of the product.</summary>
    public ProductCatalogue Catalogue { get; }

    /// <summary>The environment.</summary>
    public EnvironmentInfo Environment { get; }

    /// <summary>Clock and timers.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The connector's logger.</summary>
    public ILogger Logger { get; }

    /// <summary>How patient live books are.</summary>
    public BookSynchroniserOptions Books { get; }

    /// <summary>The venue's symbols.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>The venue's limits.</summary>
    public RateLimiter Limiter { get; }

    /// <summary>How the connector is set up.</summary>
    public ConnectorOptions Options { get; }

    /// <summary>Makes client ids of orders; one source for all transports.</summary>
    /// <exception cref="InvalidOperationException">The specification has no table of orders.</exception>
    public ClientOrderIds ClientOrderIds => _clientOrderIds
        ?? throw new InvalidOperationException($"The specification of {Catalogue.Id} has no table of orders.");

    /// <summary>Who follows the account.</summary>
    internal OrderWitnesses Witnesses { get; } = new();

    /// <summary>Sends calls over HTTP.</summary>
    public RestClient Rest { get; }

    /// <summary>Sends calls over the product's call socket; connects with the first.</summary>
    /// <exception cref="InvalidOperationException">The product has no socket that takes calls, or the environment does not
    /// offer it.</exception>
    public CallClient Calls => _calls.Value;

    /// <summary>Keeps streams.</summary>
    public StreamClients Streams { get; }

    /// <summary>Sets up a kernel; nothing is sent yet.</summary>
    /// <param name="catalogue">What the specification says of the product.</param>
    /// <param name="options">How the connector is set up.</param>
    /// <param name="parts">What the exchange writes by hand.</param>
    /// <exception cref="ArgumentException">An option makes no sense; it is named, with what is accepted.</exception>
    public static ConnectorKernel Open(
        ProductCatalogue catalogue, ConnectorOptions? options = null, ConnectorParts? parts = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new ConnectorKernel(catalogue, options ?? new ConnectorOptions(), parts ?? new ConnectorParts());
    }

    /// <summary>The server's time as far as is known.</summary>
    public Timestamp Now() => Rest.Clock?.Now() ?? Timestamp.From(TimeProvider.GetUtcNow());

    /// <summary>Makes sure that <see cref="Now"/> is the server's time: asks for it where nobody has.</summary>
    /// <exception cref="Adapters.Errors.ExchangeException">The server does not answer.</exception>
    public ValueTask PrepareClockAsync(CancellationToken cancellationToken = default) =>
        Rest.Clock?.PrepareAsync(cancellationToken) ?? ValueTask.CompletedTask;

    /// <summary>The book rule of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public BookRule Book(string name) => Catalogue.Books.FirstOrDefault(rule => rule.Name == name)
        ?? throw new ArgumentException($"{Catalogue.Id} has no book rule '{name}'.", nameof(name));

    /// <summary>The one item of an answer about one market, where the endpoint answers with a list for several.</summary>
    /// <param name="endpoint">Who answered.</param>
    /// <param name="answer">The answer.</param>
    /// <exception cref="Adapters.Errors.DecodeException">The venue sent none, or several.</exception>
    public static T Only<T>(EndpointInfo endpoint, IReadOnlyList<T> answer)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(answer);
        return answer is [var only] ? only : throw new Adapters.Errors.DecodeException(
            endpoint.Title, "$", $"one market was asked for, and the venue answered with {answer.Count}. Ask for all of them.");
    }

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
        if (_calls.IsValueCreated)
        {
            await Calls.DisposeAsync().ConfigureAwait(false);
        }

        Rest.Dispose();
        Limiter.Dispose();
        _ownHandler?.Dispose();
        _credentials?.Dispose();
    }

    private CallClient MakeCalls(ConnectorOptions options, ConnectorParts parts, IWebSocketFactory sockets)
    {
        var socket = Catalogue.Sockets.FirstOrDefault(static socket => socket.Call is not null)
            ?? throw new InvalidOperationException($"{Catalogue.Id} has no socket that takes calls.");
        return new CallClient(
            Catalogue, socket, Environment, options.Rest, options.Streams, sockets, TimeProvider, Logger, Limiter, Symbols,
            _credentials, parts.Signer, parts.Readers)
        {
            Clock = Rest.Clock,
            NextClientId = Rest.NextClientId,
        };
    }
}
