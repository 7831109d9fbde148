using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Security;
using Adapters.Sockets;
using Microsoft.Extensions.Logging;

namespace Adapters.Calls;

/// <summary>
/// Sends calls of one product over a socket: the same limits, errors and outcomes as over HTTP, without a connection to
/// open for each. Also opens the channels that are opened by a call. Connects when first needed, and from then on stays
/// connected until it is disposed. Safe from any thread.
/// </summary>
public sealed partial class CallClient : Caller, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly IWebSocketFactory _factory;
    private readonly CancellationTokenSource _stop = new();
    private readonly Backoff _backoff;
    private readonly CallReaders _readers;
    private readonly SocketSignal[] _signals;
    private readonly SigningKeyKind? _keyKind;
    private readonly List<OpenedChannel> _channels = [];
    private readonly List<CallConnection> _connections = []; // the present one, and those that come or leave
    private volatile CallConnection? _current;
    private TaskCompletionSource<CallConnection>? _opening;
    private TaskCompletionSource? _wake; // ends the wait before the next attempt to connect
    private bool _isRunning;
    private long _lastId;

    /// <summary>Makes a client; it connects with the first call.</summary>
    /// <param name="catalogue">What the specification says of the product.</param>
    /// <param name="socket">The socket, which takes calls.</param>
    /// <param name="environment">Where it is reached.</param>
    /// <param name="options">How calls are sent; checked here.</param>
    /// <param name="streams">How connections are kept; checked here.</param>
    /// <param name="factory">The transport.</param>
    /// <param name="timeProvider">The clock of every wait and timeout.</param>
    /// <param name="logger">Hears of attempts, retries and connections; null for nobody.</param>
    /// <param name="limiter">The limits, shared with calls over HTTP.</param>
    /// <param name="symbols">The symbols of the product.</param>
    /// <param name="credentials">Key and signing key; null for public calls only.</param>
    /// <param name="signer">Writes what is signed; null where nothing is.</param>
    /// <param name="readers">Read what answers tell besides.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The socket takes no calls.</exception>
    /// <exception cref="InvalidOperationException">The environment has no host for the socket.</exception>
    public CallClient(
        ProductCatalogue catalogue, SocketInfo socket, EnvironmentInfo environment, RestOptions options,
        StreamOptions streams, IWebSocketFactory factory, TimeProvider timeProvider, ILogger? logger, RateLimiter limiter,
        SymbolTable symbols, Credentials? credentials = null, IRequestSigner? signer = null, CallReaders? readers = null)
        : base(catalogue, environment, options, timeProvider, logger, limiter, symbols, credentials, signer)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(factory);
        streams.Validate();
        Socket = socket;
        _signals = [.. socket.Signals];
        StreamOptions = streams;
        Address = environment.Resolve(socket.Url);
        Forms = new CallForms(socket);
        Diagnostics = new SocketDiagnostics(Logger, catalogue.Id, socket.Name);
        _factory = factory;
        _backoff = new Backoff(streams.FirstReconnectDelay, streams.MaxReconnectDelay, streams.Jitter);
        _readers = readers ?? new CallReaders();
        _keyKind = credentials?.SigningKey?.Kind;
    }

    /// <summary>The socket.</summary>
    public SocketInfo Socket { get; }

    internal StreamOptions StreamOptions { get; }

    internal Uri Address { get; }

    internal CallForms Forms { get; }

    internal SocketDiagnostics Diagnostics { get; }

    internal TaskCreationOptions Continuations => StreamOptions.Continuations;

    private bool IsDisposed => _stop.IsCancellationRequested;

    /// <summary>Closes the connection. What waits for an answer hears that it was lost.</summary>
    public async ValueTask DisposeAsync()
    {
        CallConnection[] connections;
        OpenedChannel[] channels;
        lock (_gate)
        {
            if (IsDisposed)
            {
                return;
            }

            _stop.Cancel();
            connections = [.. _connections];
            channels = [.. _channels];
            _channels.Clear();
        }

        foreach (var channel in channels)
        {
            channel.End(Now);
        }

        _wake?.TrySetResult();
        foreach (var connection in connections)
        {
            connection.Abort();
            await connection.Ended.ConfigureAwait(false);
        }

        FailOpening(new ObjectDisposedException(nameof(CallClient)));
    }

    internal long NextId() => Interlocked.Increment(ref _lastId);

    private protected override string Title(EndpointInfo endpoint) => endpoint.SocketMethod ?? endpoint.Title;

    /// <exception cref="RequestException">The call is not offered over the socket.</exception>
    private protected override void Start(RestRequest request, EndpointInfo endpoint)
    {
        if (endpoint.SocketMethod is null)
        {
            throw new RequestException(endpoint, "it cannot be called over a socket. Call it over HTTP.");
        }

        request.Start(endpoint, isFrame: true);
    }
}
