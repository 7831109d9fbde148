using System.Net;

namespace Adapters.Rest;

/// <summary>The transport that calls are made for.</summary>
public static class RestTransport
{
    /// <summary>A handler as venues need it: no redirects (they would carry a key elsewhere), no cookies, compressed
    /// answers, and connections renewed so that a change of DNS is seen. Adds no tracing headers.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ActivityHeadersPropagator = null,
    };
}
