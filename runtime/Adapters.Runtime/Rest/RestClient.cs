using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Security;
using Adapters.Wire;
using Microsoft.Extensions.Logging;

namespace Adapters.Rest;

/// <summary>
/// Sends calls of one product over HTTP: within its rate limits, repeated only where that does no harm, with typed errors.
/// Safe from any thread.
/// </summary>
public sealed partial class RestClient : Caller, IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly LimitHeaders _limitHeaders;
    private readonly string _host;
    private readonly BoundedPool<WireContext> _contexts = new(64);

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
        : base(catalogue, environment, options, timeProvider, logger, limiter, symbols, credentials, signer)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _host = environment.Rest.TrimEnd('/');
        if (!Uri.TryCreate(_host, UriKind.Absolute, out var host) || host.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"'{_host}' is no http address.", nameof(environment));
        }

        _invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        _limitHeaders = new LimitHeaders(catalogue.Limits);
    }

    /// <summary>What would be sent, without what authentication adds. The request stays usable.</summary>
    /// <exception cref="RequestException">Parameters are missing or contradict each other.</exception>
    public RequestPreview Preview(RestRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Complete();
        var headers = new List<KeyValuePair<string, string>> { new("User-Agent", Options.UserAgent) };
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

    private protected override void Start(RestRequest request, EndpointInfo endpoint) => request.Start(endpoint);

    private static string Body(RestRequest request)
    {
        request.Close();
        return Encoding.UTF8.GetString(request.Encoded.Span);
    }
}
