using Adapters.Catalogue;
using Adapters.Cli.CommandLine;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;

namespace Adapters.Cli.Requests;

/// <summary>Writes a request as the adapter would send it, and sends nothing.</summary>
internal sealed class RequestPreviewer(ProductCatalogue catalogue, EnvironmentInfo environment, TimeProvider time)
{
    /// <summary>The request, its parameters in the order given.</summary>
    /// <param name="endpoint">The call.</param>
    /// <param name="parameters">Names and texts; names that the call does not know are passed on.</param>
    /// <param name="note">Hears of names that the call does not know.</param>
    /// <exception cref="UsageException">A value is not accepted, or the environment does not offer the call.</exception>
    /// <exception cref="RequestException">Parameters are missing or contradict each other.</exception>
    public RequestPreview Preview(
        EndpointInfo endpoint, IReadOnlyList<(string Name, string Value)> parameters, Action<string> note)
    {
        if (endpoint.Method is null)
        {
            throw new UsageException($"{endpoint.Name} is a method of the WebSocket API alone ({endpoint.SocketMethod}).");
        }

        if (environment.Without.Contains(endpoint.Name) || (endpoint.Auth is { } auth && environment.Without.Contains(auth)))
        {
            throw new UsageException($"The environment '{environment.Name}' of {catalogue.Id} does not offer {endpoint}.");
        }

        using var handler = new RefusingHandler();
        using var limiter = new RateLimiter(catalogue.Limits, time);
        using var client = new RestClient(
            catalogue, environment, new RestOptions(), handler, time, logger: null, limiter, new SymbolTable());
        var request = client.Create(endpoint);
        foreach (var (name, value) in parameters)
        {
            if (endpoint.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } known)
            {
                ParameterText.Check(endpoint, known, value);
            }
            else
            {
                note($"{endpoint} knows no parameter '{name}'; it is passed on as given."
                    + Meant.Of(name, endpoint.Parameters.Select(static parameter => parameter.Name)));
            }

            request.AddRaw(name, value);
        }

        return client.Preview(request);
    }
}
