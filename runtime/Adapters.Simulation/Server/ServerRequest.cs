namespace Adapters.Simulation.Server;

/// <summary>A request as it arrived, whatever brought it.</summary>
public sealed class ServerRequest
{
    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path without the query, as sent.</summary>
    public required string Path { get; init; }

    /// <summary>Query without the question mark, as sent: percent-encoded.</summary>
    public string Query { get; init; } = "";

    /// <summary>Body as sent.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Finds a header; null where it is not there.</summary>
    public Func<string, string?> Header { get; init; } = static _ => null;

    /// <summary>Where it comes from: an IP address.</summary>
    public string Client { get; init; } = "127.0.0.1";
}

/// <summary>What becomes of an answer.</summary>
public enum AnswerFate
{
    /// <summary>It is sent.</summary>
    Sent,

    /// <summary>Nothing comes, and the connection stays open.</summary>
    Withheld,

    /// <summary>The connection breaks in place of it.</summary>
    Broken,
}

/// <summary>An answer as it is to be sent.</summary>
public sealed class ServerResponse
{
    /// <summary>HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Headers besides length and type.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Type of the body.</summary>
    public string ContentType { get; init; } = "application/json;charset=UTF-8";

    /// <summary>Body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What becomes of it.</summary>
    public AnswerFate Fate { get; init; }

    internal ServerResponse With(ReadOnlyMemory<byte> body, AnswerFate fate) => new()
    {
        Status = Status,
        Headers = Headers,
        ContentType = ContentType,
        Body = body,
        Fate = fate,
    };
}
