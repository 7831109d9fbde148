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
        : base($"{where}: {path}: {problem}", innerException)
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
}
