using System.Globalization;
using Adapters.Catalogue;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Security;

namespace Adapters.Cli.Requests;

/// <summary>Writes a request as the adapter would send it, and sends nothing.</summary>
/// <param name="exchange">The product.</param>
/// <param name="environment">Where it would go.</param>
/// <param name="time">Tells the time that a signed request carries.</param>
/// <param name="credentials">Key and signing key; null leaves key and signature out.</param>
internal sealed class RequestPreviewer(
    ExchangeEntry exchange, EnvironmentInfo environment, TimeProvider time, Credentials? credentials)
{
    private const string Now = "$now";
    private const string ReceiveWindow = "$recvWindow";

    /// <summary>The request, its parameters in the order given.</summary>
    /// <param name="endpoint">The call.</param>
    /// <param name="parameters">Names and texts; names that the call does not know are passed on. Time and receive window
    /// of the signature may be among them, and stay where they stand.</param>
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
            throw new UsageException($"The environment '{environment.Name}' of {exchange.Id} does not offer {endpoint}.");
        }

        var catalogue = exchange.Catalogue;
        using var handler = new RefusingHandler();
        using var limiter = new RateLimiter(catalogue.Limits, time);
        using var client = new RestClient(
            WithoutWindow(endpoint, parameters), environment, new RestOptions(), handler, time, logger: null, limiter,
            new SymbolTable(), credentials, exchange.Signer);
        var request = client.Create(endpoint);
        foreach (var (name, value) in parameters)
        {
            if (endpoint.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } known)
            {
                ParameterText.Check(endpoint, known, value);
            }
            else if (AuthInfoOf(endpoint)?.Adds.FirstOrDefault(add => add.Key == name) is { Key: not null } added)
            {
                Check(endpoint, added, value);
            }
            else
            {
                note($"{endpoint} knows no parameter '{name}'; it is passed on as given."
                    + Meant.Of(name, endpoint.Parameters.Select(static parameter => parameter.Name)));
            }

            request.AddRaw(name, value);
        }

        return credentials is null || endpoint.Auth is null
            ? client.Preview(request)
            : client.Sign(request, Timestamp.From(time.GetUtcNow()));
    }

    private AuthInfo? AuthInfoOf(EndpointInfo endpoint) =>
        exchange.Catalogue.Auth.FirstOrDefault(auth => auth.Name == endpoint.Auth);

    // Whoever gives the time by name writes the whole of what is signed: other clients send no receive window.
    private ProductCatalogue WithoutWindow(EndpointInfo endpoint, IReadOnlyList<(string Name, string Value)> parameters)
    {
        var catalogue = exchange.Catalogue;
        if (AuthInfoOf(endpoint) is not { } auth
            || !auth.Adds.Any(add => add.Value == Now && parameters.Any(given => given.Name == add.Key)))
        {
            return catalogue;
        }

        return new ProductCatalogue
        {
            Exchange = catalogue.Exchange,
            Product = catalogue.Product,
            Id = catalogue.Id,
            SpecHash = catalogue.SpecHash,
            Environments = catalogue.Environments,
            Rest = catalogue.Rest,
            Limits = catalogue.Limits,
            Errors = catalogue.Errors,
            Endpoints = catalogue.Endpoints,
            Auth =
            [
                new AuthInfo
                {
                    Name = auth.Name,
                    Headers = auth.Headers,
                    Adds = [.. auth.Adds.Where(static add => add.Value != ReceiveWindow)],
                },
            ],
        };
    }

    private static void Check(EndpointInfo endpoint, KeyValuePair<string, string> added, string value)
    {
        switch (added.Value)
        {
            case Now when !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _):
                throw new UsageException($"{endpoint}: {added.Key} takes the time as a whole number, not '{value}'.");
            case ReceiveWindow when !decimal.TryParse(
                value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _):
                throw new UsageException($"{endpoint}: {added.Key} takes milliseconds, not '{value}'.");
            case Now or ReceiveWindow:
                break;
            default:
                throw new UsageException($"{endpoint}: {added.Key} is made from the other parameters; leave it out.");
        }
    }
}
