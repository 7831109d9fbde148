namespace Adapters.Simulation.Server;

/// <summary>A path of WebSockets.</summary>
/// <param name="Path">The path without a slash at its end.</param>
/// <param name="Socket">Name of the socket in the specification.</param>
public sealed record SocketPath(string Path, string Socket)
{
    /// <summary>Messages come without their envelope, and topics may follow the path.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Name of the part of the query that holds topics.</summary>
    public string? TopicsIn { get; init; }

    /// <summary>Name of the part of the query that says <c>false</c> where answers must not tell limits.</summary>
    public string? LimitsIn { get; init; }

    /// <summary>Where a request leads; null where it is of another path.</summary>
    internal SocketPlan? Match(VenueFace face, string path, ILookup<string, string> query)
    {
        var topics = path == Path ? TopicsIn is { } name ? query[name].FirstOrDefault("") : ""
            : IsRaw && path.StartsWith(Path + "/", StringComparison.Ordinal) ? path[(Path.Length + 1)..]
            : null;
        return topics is null ? null : new SocketPlan(
            face.Catalogue.Sockets.First(socket => socket.Name == Socket), IsRaw,
            Uri.UnescapeDataString(topics).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            TellsLimits = LimitsIn is not { } limits || !query[limits].Contains("false"),
        };
    }
}
