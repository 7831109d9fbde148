using Adapters.Catalogue;
using Adapters.Cli.CommandLine;

namespace Adapters.Cli.Exchanges;

/// <summary>Finds endpoints and channels by what a person writes.</summary>
internal static class EndpointFinder
{
    /// <summary>Stands before a method of the call socket, as <c>GET</c> does before a path.</summary>
    public const string Socket = "WS";

    private const int Shown = 3;

    /// <summary>An endpoint by method and path (<c>GET /api/v3/depth</c>), its name or its method on the call socket, with
    /// or without <c>WS</c> before it.</summary>
    /// <exception cref="UsageException">There is none; the message names the nearest.</exception>
    public static EndpointInfo Endpoint(ProductCatalogue catalogue, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var title = words.Length != 2 ? text.Trim() : IsSocket(words[0]) ? words[1] : $"{words[0].ToUpperInvariant()} {words[1]}";
        var found = catalogue.Endpoints.FirstOrDefault(endpoint => endpoint.Method is not null && endpoint.Title == title)
            ?? catalogue.Endpoints.FirstOrDefault(endpoint => endpoint.Name.Equals(title, StringComparison.OrdinalIgnoreCase))
            ?? catalogue.Endpoints.FirstOrDefault(endpoint => endpoint.SocketMethod == title);
        if (found is not null)
        {
            return found;
        }

        var samePath = catalogue.Endpoints
            .Where(endpoint => words.Length == 2 && endpoint.Path == words[1]).Select(static endpoint => endpoint.Title).ToArray();
        var hint = samePath.Length > 0
            ? $" That path takes {string.Join(" or ", samePath)}."
            : Meant.Of(
                title,
                catalogue.Endpoints.SelectMany(static endpoint => new[] { endpoint.Title, endpoint.Name, endpoint.SocketMethod })
                    .OfType<string>().Distinct(),
                Shown);
        throw new UsageException(
            $"{catalogue.Id} has no endpoint '{text}'.{hint} "
            + $"'adapters exchanges {catalogue.Id} --endpoints' lists them.");
    }

    /// <summary>A call was named by its method on the call socket, or is one that there is nowhere else.</summary>
    public static bool IsFrame(EndpointInfo endpoint, string text) => endpoint.Method is null
        || (endpoint.SocketMethod is { } method && text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words
            && words[^1] == method && (words.Length == 1 || IsSocket(words[0])));

    /// <summary>An endpoint by its method on the call socket.</summary>
    /// <exception cref="UsageException">There is none; the message names the nearest.</exception>
    public static EndpointInfo SocketMethod(ProductCatalogue catalogue, string method) =>
        catalogue.Endpoints.FirstOrDefault(endpoint => endpoint.SocketMethod == method)
        ?? throw new UsageException(
            $"--answers: {catalogue.Id} has no method '{method}'."
            + Meant.Of(method, catalogue.Endpoints.Select(static endpoint => endpoint.SocketMethod).OfType<string>(), Shown)
            + $" It has {string.Join(", ", catalogue.Endpoints.Select(static endpoint => endpoint.SocketMethod).OfType<string>())}.");

    /// <summary>A channel by its name, or by a topic that is its own.</summary>
    /// <exception cref="UsageException">There is none; the message names the nearest.</exception>
    public static (ChannelInfo Channel, IReadOnlyDictionary<string, string> Captures) Channel(ProductCatalogue catalogue, string text)
    {
        if (catalogue.Channels.FirstOrDefault(channel => channel.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return (named, new Dictionary<string, string>());
        }

        return new FrameReader(catalogue).Channel(text) ?? throw new UsageException(
            $"--channel: {catalogue.Id} has no channel '{text}'.{Meant.Of(text, catalogue.Channels.Select(static c => c.Name))} "
            + $"It has {string.Join(", ", catalogue.Channels.Select(static channel => channel.Name))}.");
    }

    private static bool IsSocket(string word) => word.Equals(Socket, StringComparison.OrdinalIgnoreCase);
}
