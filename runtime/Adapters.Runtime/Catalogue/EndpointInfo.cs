namespace Adapters.Catalogue;

/// <summary>A call of the venue's REST interface, of its call socket, or of both.</summary>
public sealed class EndpointInfo
{
    /// <summary>Name in the specification, for example <c>GetDepth</c>.</summary>
    public required string Name { get; init; }

    /// <summary>HTTP method; null for a call that exists only on a socket.</summary>
    public string? Method { get; init; }

    /// <summary>Path, with <c>{name}</c> for path parameters.</summary>
    public string? Path { get; init; }

    /// <summary>Method name on the call socket, where it can be called there too.</summary>
    public string? SocketMethod { get; init; }

    /// <summary>Where parameters go.</summary>
    public ParameterPlace Place { get; init; }

    /// <summary>Kind of authentication, or null for a public call.</summary>
    public string? Auth { get; init; }

    /// <summary>Parameters in sending order.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; init; } = [];

    /// <summary>Requirements between parameters.</summary>
    public IReadOnlyList<ParameterNeed> Needs { get; init; } = [];

    /// <summary>What values of a parameter ask of the others.</summary>
    public IReadOnlyList<ParameterTable> Tables { get; init; } = [];

    /// <summary>Request weight.</summary>
    public WeightRule Weight { get; init; } = WeightRule.One;

    /// <summary>Amounts charged to other limits, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Counts { get; init; } = [];

    /// <summary>Sending it twice does no harm, so it may be retried.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>The call that tells what became of this one when nobody knows; null where none does.</summary>
    public ResolveRule? Resolve { get; init; }

    /// <summary>Failures whose data is decoded; null where none has any.</summary>
    public FailureData? Fails { get; init; }

    /// <summary>How the next page is asked, where answers come in pages.</summary>
    public PageRule? Page { get; init; }

    /// <summary>Type of the answer in the specification's words, or null.</summary>
    public string? Returns { get; init; }

    /// <summary>Decodes an answer; null where nothing of interest comes back.</summary>
    public ValueDecoder? Decode { get; init; }

    /// <summary>Conversions of the answer into domain values; for tools and tests.</summary>
    public IReadOnlyList<DomainConverter> ToDomain { get; init; } = [];

    /// <summary>The venue's page.</summary>
    public string? Docs { get; init; }

    /// <summary>How errors name it: <c>GET /api/v3/depth</c>, or the socket's method name.</summary>
    public string Title => Method is null ? SocketMethod ?? Name : $"{Method} {Path}";

    /// <summary>What whoever writes requests to it has worked out once.</summary>
    internal object? Layout { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Title;
}
