using Adapters.Catalogue;

namespace Adapters.Rest;

/// <summary>A request that cannot be sent as it is: parameters are missing, contradict each other or cannot be written,
/// or the environment does not offer the call. Nothing was sent.</summary>
public sealed class RequestException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="endpoint">The call.</param>
    /// <param name="problem">What is wrong and how to mend it, without the values of parameters.</param>
    /// <param name="parameters">The parameters that are meant, as the venue calls them.</param>
    public RequestException(EndpointInfo endpoint, string problem, params IReadOnlyList<string> parameters)
        : base($"{endpoint?.Name} ({endpoint?.Title}): {problem}")
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Endpoint = endpoint.Title;
        Problem = problem;
        Parameters = parameters;
    }

    /// <summary>The call, for example <c>GET /api/v3/depth</c>.</summary>
    public string Endpoint { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>The parameters that are meant.</summary>
    public IReadOnlyList<string> Parameters { get; }
}
