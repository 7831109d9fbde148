namespace Adapters.Errors;

/// <summary>A message cannot be read as what the venue documents. Holds the place, never the content.</summary>
public sealed class DecodeException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="where">The endpoint or channel, for example <c>GET /api/v3/depth</c>.</param>
    /// <param name="path">The JSON path of the value, for example <c>$.bids[3][0]</c>.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public DecodeException(string where, string path, string problem, Exception? innerException = null)
        : base(null, innerException)
    {
        Where = where;
        Path = path;
        Problem = problem;
    }

    /// <summary>The endpoint or channel whose message it was.</summary>
    public string Where { get; }

    /// <summary>JSON path of the value that could not be read.</summary>
    public string Path { get; }

    /// <summary>What is wrong with the value.</summary>
    public string Problem { get; }

    /// <summary>The client's id that an order or list was sent with because whoever called gave none: it was answered, so
    /// ask for it by this. Null otherwise.</summary>
    public string? ClientId { get; internal set; }

    /// <summary>For example <c>POST /api/v3/order: $.fills[0].qty: it is no number</c>.</summary>
    public override string Message => $"{Where}: {Path}: {Problem}" + (ClientId is { } made ? $" (client id {made})" : "");
}
