namespace Adapters.Rest;

/// <summary>A request that does not show its address and headers as text: the transport's own traces would print the
/// signature in the query, and the key.</summary>
internal sealed class QuietRequest(HttpMethod method, string title) : HttpRequestMessage(method, (Uri?)null)
{
    /// <summary>What is called, and nothing of what is sent.</summary>
    public override string ToString() => title;
}
