using System.Globalization;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Security;
using Adapters.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Adapters.Rest;

/// <summary>
/// Sends calls of one product: within its rate limits, repeated only where that does no harm, with typed errors. Safe
/// from any thread.
/// </summary>
public sealed partial class RestClient : IDisposable
{
    private const int MaxPooled = 64;

    private readonly RestOptions _options;
    private readonly HttpMessageInvoker _invoker;
    private readonly ILogger _logger;
    private readonly Authenticator _authenticator;
    private readonly FailureReader _failures;
    private readonly LimitHeaders _limitHeaders;
    private readonly string _host;
    private readonly BoundedPool<RestRequest> _requests = new(MaxPooled);
    private readonly BoundedPool<WireContext> _contexts = new(MaxPooled);

    /// <summary>Makes a client.</summary>
    /// <param name="catalogue">What the specification says of the product.</param>
    /// <param name="environment">Where it is reached.</param>
    /// <param name="options">How calls are sent; checked here.</param>
    /// <param name="handler">The transport, for example <see cref="RestTransport.CreateHandler"/>; it stays the caller's,
    /// who disposes it. It must follow no redirects.</param>
    /// <param name="timeProvider">The clock of every wait and timeout.</param>
    /// <param name="logger">Hears of attempts, retries and blocks; null for nobody.</param>
    /// <param name="limiter">The limits of <see cref="ProductCatalogue.Limits"/>, shared by whoever shares them.</param>
    /// <param name="symbols">The symbols of the product.</param>
    /// <param name="credentials">Key and signing key; null for public calls only.</param>
    /// <param name="signer">Writes what is signed; null where nothing is.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The environment's REST host is no http address.</exception>
    public RestClient(
        ProductCatalogue catalogue, EnvironmentInfo environment, RestOptions options, HttpMessageHandler handler,
        TimeProvider timeProvider, ILogger? logger, RateLimiter limiter, SymbolTable symbols,
        Credentials? credentials = null, IRequestSigner? signer = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(limiter);
        ArgumentNullException.ThrowIfNull(symbols);
        options.Validate();
        _host = environment.Rest.TrimEnd('/');
        if (!Uri.TryCreate(_host, UriKind.Absolute, out var host) || host.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"'{_host}' is no http address.", nameof(environment));
        }

        Catalogue = catalogue;
        Environment = environment;
        TimeProvider = timeProvider;
        Limiter = limiter;
        Symbols = symbols;
        _options = options;
        _invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        _logger = logger ?? NullLogger.Instance;
        _authenticator = new Authenticator(catalogue, environment, credentials, signer, options);
        _failures = new FailureReader(catalogue);
        _limitHeaders = new LimitHeaders(catalogue.Limits);
    }

    /// <summary>What the specification says of the product.</summary>
    public ProductCatalogue Catalogue { get; }

    /// <summary>Where it is reached.</summary>
    public EnvironmentInfo Environment { get; }

    /// <summary>The clock of every wait and timeout.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The product's limits.</summary>
    public RateLimiter Limiter { get; }

    /// <summary>The symbols of the product.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>The server's clock, for the time in signed requests; null takes the local one.</summary>
    public ServerClock? Clock { get; set; }

    /// <summary>Begins a call. Sending uses the request up.</summary>
    public RestRequest Create(EndpointInfo endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var request = _requests.TryTake() ?? new RestRequest(Catalogue.Rest);
        request.Start(endpoint);
        return request;
    }

    /// <summary>Sends a call whose answer is one record.</summary>
    /// <exception cref="RequestException">Parameters are missing or contradict each other; nothing was sent.</exception>
    /// <exception cref="ExchangeException">The venue refused, could not be reached, or the outcome is unknown.</exception>
    /// <exception cref="DecodeException">The answer is not what the venue documents.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before it was sent, or where it may be repeated; otherwise
    /// cancelling gives <see cref="ErrorClass.UnknownOutcome"/>.</exception>
    public ValueTask<T> SendAsync<T>(RestRequest request, CancellationToken cancellationToken = default)
        where T : IWire<T> => SendAsync<T>(
            request, static (utf8, context, where) => WireDecoder.Decode<T>(utf8, context, where), cancellationToken);

    /// <summary>Sends a call whose answer is a list of records. Errors as with <see cref="SendAsync{T}(RestRequest, CancellationToken)"/>.</summary>
    public ValueTask<T[]> SendListAsync<T>(RestRequest request, CancellationToken cancellationToken = default)
        where T : IWire<T> => SendAsync<T[]>(
            request, static (utf8, context, where) => WireDecoder.DecodeList<T>(utf8, context, where), cancellationToken);

    /// <summary>Sends a call whose answer is read by a delegate, such as a map or a scalar. Errors as with
    /// <see cref="SendAsync{T}(RestRequest, CancellationToken)"/>.</summary>
    public ValueTask<T> SendOfAsync<T>(
        RestRequest request, ScalarRead<T> read, CancellationToken cancellationToken = default) => SendAsync<T>(
            request, (utf8, context, where) => WireDecoder.DecodeOf(utf8, context, where, read), cancellationToken);

    /// <summary>Sends a call whose answer is of no interest: empty, or any JSON. Errors as with
    /// <see cref="SendAsync{T}(RestRequest, CancellationToken)"/>.</summary>
    public async ValueTask SendNothingAsync(RestRequest request, CancellationToken cancellationToken = default) =>
        await SendAsync<bool>(
            request,
            static (utf8, context, where) => utf8.IsEmpty || WireDecoder.DecodeOf(utf8, context, where, Skip),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a call and gives the answer's bytes undecoded, for tools. Errors as with
    /// <see cref="SendAsync{T}(RestRequest, CancellationToken)"/>.</summary>
    public ValueTask<byte[]> SendBytesAsync(RestRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<byte[]>(request, static (utf8, _, _) => utf8.ToArray(), cancellationToken);

    /// <summary>What would be sent, without what authentication adds. The request stays usable.</summary>
    /// <exception cref="RequestException">Parameters are missing or contradict each other.</exception>
    public RequestPreview Preview(RestRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Complete();
        var headers = new List<KeyValuePair<string, string>> { new("User-Agent", _options.UserAgent) };
        using var content = Content(request);
        foreach (var header in content?.Headers.NonValidated ?? default)
        {
            headers.Add(new(header.Key, header.Value.ToString()));
        }

        var body = request.Endpoint.Place == ParameterPlace.Query ? "" : Body(request);
        var costs = LimitCosts.Of(Catalogue, request).Select(static cost => KeyValuePair.Create(cost.Limit, cost.Amount));
        request.RemoveAuthentication();
        return new RequestPreview(
            request.Endpoint.Method!, request.Address(_host, withAuthentication: false), headers, body, [.. costs]);
    }

    /// <summary>Lets go of the client; the transport stays the caller's.</summary>
    public void Dispose() => _invoker.Dispose();

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Catalogue.Id} ({Environment.Name})");

    private static bool Skip(ref WireReader reader)
    {
        reader.Skip();
        return true;
    }

    private static string Body(RestRequest request)
    {
        request.Close();
        return Encoding.UTF8.GetString(request.Encoded.Span);
    }

    /// <summary>Takes a request back for the next call.</summary>
    internal void Return(RestRequest request)
    {
        request.Clear();
        _requests.Return(request);
    }
}
