namespace Adapters.Catalogue;

/// <summary>REST-wide facts.</summary>
public sealed class RestShape
{
    /// <summary>Decimals in JSON bodies and frames are texts, not numbers.</summary>
    public bool DecimalsAsText { get; init; } = true;

    /// <summary>How a list is written in a query: json, csv or repeat.</summary>
    public string ListForm { get; init; } = "json";

    /// <summary>Form of an error body, or null.</summary>
    public FrameTemplate? Failure { get; init; }
}

/// <summary>A kind of authentication: where key, time and signature go. Values hold placeholders.</summary>
public sealed class AuthInfo
{
    /// <summary>As endpoints name it.</summary>
    public required string Name { get; init; }

    /// <summary>Headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Parameters added to a request, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Adds { get; init; } = [];

    /// <summary>Parameters added to a call over a socket.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Frame { get; init; } = [];

    /// <summary>The longest <see cref="Rest.RestOptions.ReceiveWindow"/> that the venue takes; null where it states none.
    /// </summary>
    public TimeSpan? MaxReceiveWindow { get; init; }
}

/// <summary>A fact of the specification that no source outside it confirms.</summary>
/// <param name="Path">What, for example <c>endpoints.GetTrades.weight</c>.</param>
/// <param name="Why">What stands against it, and why this value was taken.</param>
public sealed record UnverifiedFact(string Path, string Why);
