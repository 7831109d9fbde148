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
    private readonly string _authority;
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

        _authority = host.Authority;
        _invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        _limitHeaders = new LimitHeaders(catalogue.Limits);
    }

    /// <summary>What would be sent, without what authentication adds. The request stays usable.</summary>
    /// <exception cref="RequestException">Parameters are missing or contradict each other.</exception>
    public RequestPreview Preview(RestRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Complete();
        return Preview(request, isSigned: false);
    }

    /// <summary>What would be sent at a moment, with key and signature, for tools: show it only to whoever owns the key. The
    /// request stays usable.</summary>
    /// <param name="request">The call; a time or a receive window that it has already is kept where it stands.</param>
    /// <param name="at">The time that it carries.</param>
    /// <exception cref="RequestException">Parameters are missing or contradict each other, or credentials are missing.
    /// </exception>
    public RequestPreview Sign(RestRequest request, Timestamp at)
    {
        ArgumentNullException.ThrowIfNull(request);
        var auth = Check(request);
        request.RemoveAuthentication();
        if (auth is not null)
        {
            Authenticator.Apply(auth, request, at, isLoggedOn: false);
        }

        return Preview(request, isSigned: auth is not null);
    }

    /// <summary>Lets go of the client; the transport stays the caller's.</summary>
    public void Dispose() => _invoker.Dispose();

    private protected override void Start(RestRequest request, EndpointInfo endpoint) => request.Start(endpoint);

    private RequestPreview Preview(RestRequest request, bool isSigned)
    {
        var headers = new List<KeyValuePair<string, string>> { new("User-Agent", Options.UserAgent) };
        headers.AddRange(request.Headers);
        using var content = Content(request);
        foreach (var header in content?.Headers.NonValidated ?? default)
        {
            headers.Add(new(header.Key, header.Value.ToString()));
        }

        var body = request.Endpoint.Place == ParameterPlace.Query ? "" : Body(request, isSigned);
        var costs = LimitCosts.Of(Catalogue, request).Select(static cost => KeyValuePair.Create(cost.Limit, cost.Amount));
        var address = request.Address(_host, isSigned);
        request.RemoveAuthentication();
        return new RequestPreview(request.Endpoint.Method!, address, headers, body, [.. costs]) { IsSigned = isSigned };
    }

    private static string Body(RestRequest request, bool isClosed)
    {
        if (!isClosed)
        {
            request.Close();
        }

        return Encoding.UTF8.GetString(request.Encoded.Span);
    }
}
