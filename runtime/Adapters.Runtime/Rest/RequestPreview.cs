namespace Adapters.Rest;

/// <summary>A request as it would be sent; with what authentication adds only where that was asked for.</summary>
/// <param name="Method">HTTP method; <c>WS</c> for a call over a socket.</param>
/// <param name="Url">Whole address, percent-encoded.</param>
/// <param name="Headers">Headers that the client sets.</param>
/// <param name="Body">The body as text, or the frame; empty where there is none.</param>
/// <param name="Weight">What it costs of the limits, by name.</param>
public sealed record RequestPreview(
    string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body,
    IReadOnlyList<KeyValuePair<string, int>> Weight)
{
    /// <summary>It holds key and signature.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The method and the address without its query, for the query may hold a signature.</summary>
    public override string ToString()
    {
        var query = Url.IndexOf('?', StringComparison.Ordinal);
        return $"{Method} {(query < 0 ? Url : Url[..query])}";
    }
}
