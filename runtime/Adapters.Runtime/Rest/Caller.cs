using System.Globalization;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Security;
using Adapters.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Adapters.Rest;

/// <summary>What all transports of calls share: limits, attempts and the waits between them, authentication, typed errors.
/// Only what does no harm is repeated. Safe from any thread.</summary>
public abstract partial class Caller : ICaller
{
    private const int MaxPooled = 64;

    private readonly BoundedPool<RestRequest> _requests = new(MaxPooled);

    private protected Caller(
        ProductCatalogue catalogue, EnvironmentInfo environment, RestOptions options, TimeProvider timeProvider,
        ILogger? logger, RateLimiter limiter, SymbolTable symbols, Credentials? credentials, IRequestSigner? signer)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(limiter);
        ArgumentNullException.ThrowIfNull(symbols);
        options.Validate();
        Catalogue = catalogue;
        Environment = environment;
        TimeProvider = timeProvider;
        Limiter = limiter;
        Symbols = symbols;
        Options = options;
        Logger = logger ?? NullLogger.Instance;
        Authenticator = new Authenticator(catalogue, environment, credentials, signer, options);
        Failures = new FailureReader(catalogue, symbols);
    }

    /// <inheritdoc/>
    public ProductCatalogue Catalogue { get; }

    /// <summary>Where the product is reached.</summary>
    public EnvironmentInfo Environment { get; }

    /// <summary>The clock of every wait and timeout.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The product's limits.</summary>
    public RateLimiter Limiter { get; }

    /// <inheritdoc/>
    public SymbolTable Symbols { get; }

    /// <summary>The server's clock, for the time in signed requests; null takes the local one.</summary>
    public ServerClock? Clock { get; set; }

    /// <summary>Makes an id for what whoever calls has given none; null leaves that to the venue.</summary>
    internal Func<ClientOrderId>? NextClientId { get; set; }

    private protected RestOptions Options { get; }

    private protected ILogger Logger { get; }

    private protected Authenticator Authenticator { get; }

    private protected FailureReader Failures { get; }

    /// <inheritdoc/>
    public RestRequest Create(EndpointInfo endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var request = _requests.TryTake() ?? new RestRequest(Catalogue.Rest);
        Start(request, endpoint);
        return request;
    }

    /// <inheritdoc/>
    public ValueTask<T> SendAsync<T>(RestRequest request, CancellationToken cancellationToken = default)
        where T : IWire<T> => SendAsync<T>(
            request, static (utf8, context, where) => WireDecoder.Decode<T>(utf8, context, where), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<T[]> SendListAsync<T>(RestRequest request, CancellationToken cancellationToken = default)
        where T : IWire<T> => SendAsync<T[]>(
            request, static (utf8, context, where) => WireDecoder.DecodeList<T>(utf8, context, where), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<T> SendOfAsync<T>(
        RestRequest request, ScalarRead<T> read, CancellationToken cancellationToken = default) => SendAsync<T>(
            request, (utf8, context, where) => WireDecoder.DecodeOf(utf8, context, where, read), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SendNothingAsync(RestRequest request, CancellationToken cancellationToken = default) =>
        await SendAsync<bool>(
            request,
            static (utf8, context, where) => utf8.IsEmpty || WireDecoder.DecodeOf(utf8, context, where, Skip),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<byte[]> SendBytesAsync(RestRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<byte[]>(request, static (utf8, _, _) => utf8.ToArray(), cancellationToken);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Catalogue.Id} ({Environment.Name})");

    /// <summary>Takes a request back for the next call.</summary>
    internal void Return(RestRequest request)
    {
        request.Clear();
        _requests.Return(request);
    }

    /// <summary>How errors name a call.</summary>
    private protected virtual string Title(EndpointInfo endpoint) => endpoint.Title;

    private protected abstract void Start(RestRequest request, EndpointInfo endpoint);

    /// <summary>One attempt: written, sent, answered, decoded.</summary>
    /// <returns>The value, or the error that may be worth another attempt.</returns>
    private protected abstract ValueTask<(T? Value, ExchangeException? Error)> AttemptAsync<T>(
        RestRequest request, AuthPlan? auth, LimitGrant grant, int attempt, Decoding<T> decode,
        CancellationToken cancellationToken);

    private static bool Skip(ref WireReader reader)
    {
        reader.Skip();
        return true;
    }
}
