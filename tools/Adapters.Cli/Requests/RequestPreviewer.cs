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
internal sealed partial class RequestPreviewer(
    ExchangeEntry exchange, EnvironmentInfo environment, TimeProvider time, Credentials? credentials)
{
    private const string Key = "$key";
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
        Check(endpoint);
        var catalogue = WithoutWindow(endpoint, parameters);
        using var handler = new RefusingHandler();
        using var limiter = new RateLimiter(catalogue.Limits, time);
        using var client = new RestClient(
            catalogue, environment, new RestOptions(), handler, time, logger: null, limiter, new SymbolTable(), credentials,
            exchange.Signer);
        var request = client.Create(endpoint);
        foreach (var (name, value) in parameters)
        {
            if (Added(endpoint, name, isFrame: false) is { Key: not null } added)
            {
                Check(endpoint, added, value);
            }
            else
            {
                Check(endpoint, name, value, note);
            }

            request.AddRaw(name, value);
        }

        return credentials is null || endpoint.Auth is null
            ? client.Preview(request)
            : client.Sign(request, Timestamp.From(time.GetUtcNow()));
    }

    private void Check(EndpointInfo endpoint)
    {
        if (environment.Without.Contains(endpoint.Name) || (endpoint.Auth is { } auth && environment.Without.Contains(auth)))
        {
            throw new UsageException($"The environment '{environment.Name}' of {exchange.Id} does not offer {endpoint}.");
        }
    }

    private static void Check(EndpointInfo endpoint, string name, string value, Action<string> note)
    {
        if (endpoint.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } known)
        {
            ParameterText.Check(endpoint, known, value);
            return;
        }

        note($"{endpoint} knows no parameter '{name}'; it is passed on as given."
            + Meant.Of(name, endpoint.Parameters.Select(static parameter => parameter.Name)));
    }

    // What authentication adds under a name that no parameter of the call has.
    private KeyValuePair<string, string> Added(EndpointInfo endpoint, string name, bool isFrame) =>
        endpoint.Parameters.Any(parameter => parameter.Name == name) || AuthInfoOf(endpoint) is not { } auth
            ? default
            : (isFrame ? auth.Frame : auth.Adds).FirstOrDefault(add => add.Key == name);

    private AuthInfo? AuthInfoOf(EndpointInfo endpoint) =>
        exchange.Catalogue.Auth.FirstOrDefault(auth => auth.Name == endpoint.Auth);

    // Whoever gives the time by name writes the whole of what is signed: other clients send no receive window, or their own.
    private ProductCatalogue WithoutWindow(EndpointInfo endpoint, IReadOnlyList<(string Name, string Value)> parameters)
    {
        var catalogue = exchange.Catalogue;
        if (AuthInfoOf(endpoint) is not { } auth
            || !auth.Adds.Any(add => add.Value == Now && parameters.Any(given => given.Name == add.Key))
            || auth.Adds.Any(add => add.Value == ReceiveWindow && parameters.Any(given => given.Name == add.Key)))
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
            Sockets = catalogue.Sockets,
            Auth =
            [
                new AuthInfo
                {
                    Name = auth.Name,
                    Headers = auth.Headers,
                    Adds = [.. Windowless(auth.Adds)],
                    Frame = [.. Windowless(auth.Frame)],
                },
            ],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Windowless(IEnumerable<KeyValuePair<string, string>> added) =>
        added.Where(static add => add.Value != ReceiveWindow);

    private void Check(EndpointInfo endpoint, KeyValuePair<string, string> added, string value)
    {
        switch (added.Value)
        {
            case Key when credentials is not null && value != credentials.Key:
                throw new UsageException($"{endpoint}: {added.Key} is the key of the environment; leave it out.");
            case Key:
                break;
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
