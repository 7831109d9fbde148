using System.Globalization;
using Adapters.Calls;
using Adapters.Catalogue;
using Adapters.Cli.CommandLine;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Sockets;

namespace Adapters.Cli.Requests;

/// <content>Calls of the WebSocket API.</content>
internal sealed partial class RequestPreviewer
{
    private const long LastTime = 9_000_000_000_000; // a timestamp holds times until the year 2262
    private const long LongestWindow = 600_000;

    /// <summary>The same call as a frame of the WebSocket API. The order of its parameters means nothing there: what of the
    /// signature is given by name takes its usual place.</summary>
    /// <param name="endpoint">The call.</param>
    /// <param name="parameters">Names and texts, as above.</param>
    /// <param name="note">Hears of names that the call does not know.</param>
    /// <exception cref="UsageException">A value is not accepted, or the environment does not offer the call.</exception>
    /// <exception cref="RequestException">Parameters are missing or contradict each other.</exception>
    public async Task<RequestPreview> PreviewFrameAsync(
        EndpointInfo endpoint, IReadOnlyList<(string Name, string Value)> parameters, Action<string> note)
    {
        Check(endpoint);
        var catalogue = WithoutWindow(endpoint, parameters);
        var (own, at, window) = Apart(endpoint, parameters, note);
        using var limiter = new RateLimiter(catalogue.Limits, time);
        var client = new CallClient(
            catalogue, catalogue.Sockets.First(static socket => socket.Call is not null), environment,
            new RestOptions { ReceiveWindow = window }, new StreamOptions(), new RefusingSockets(), time, logger: null, limiter,
            new SymbolTable(), credentials, exchange.Signer);
        await using (client.ConfigureAwait(false))
        {
            var request = client.Create(endpoint);
            own.ForEach(parameter => request.AddRaw(parameter.Name, parameter.Value));
            return credentials is null || endpoint.Auth is null ? client.Preview(request) : client.Sign(request, at);
        }
    }

    private (List<(string Name, string Value)> Own, Timestamp At, TimeSpan Window) Apart(
        EndpointInfo endpoint, IReadOnlyList<(string Name, string Value)> parameters, Action<string> note)
    {
        var own = new List<(string Name, string Value)>();
        var (at, window) = (Timestamp.From(time.GetUtcNow()), new RestOptions().ReceiveWindow);
        foreach (var (name, value) in parameters)
        {
            if (Added(endpoint, name, isFrame: true) is not { Key: not null } added)
            {
                Check(endpoint, name, value, note);
                own.Add((name, value));
                continue;
            }

            Check(endpoint, added, value);
            at = added.Value == Now ? Timestamp.FromMilliseconds(Whole(endpoint, added, value, LastTime)) : at;
            window = added.Value == ReceiveWindow ? TimeSpan.FromMilliseconds(Whole(endpoint, added, value, LongestWindow)) : window;
        }

        return (own, at, window);
    }

    private static long Whole(EndpointInfo endpoint, KeyValuePair<string, string> added, string value, long most) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"{endpoint}: {added.Key} takes whole milliseconds from 1 to {most} here, not '{value}'."));
}
