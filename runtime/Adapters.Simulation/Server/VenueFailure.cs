namespace Adapters.Simulation.Server;

/// <summary>A refusal in the venue's own words.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The venue's code as JSON: <c>-1121</c>, or <c>"51000"</c> with its quotes.</param>
/// <param name="Message">The venue's text.</param>
public sealed record VenueFailure(int Status, string Code, string Message)
{
    /// <summary>What the venue tells besides, as JSON.</summary>
    public string? Data { get; init; }

    /// <summary>What it tells besides only over a socket, as JSON.</summary>
    public string? SocketData { get; init; }

    /// <summary>What it asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The whole body, where not the venue's own servers answer but a gateway before them.</summary>
    public string? Html { get; init; }

    /// <summary>The orders count all the same against the limit of orders.</summary>
    public bool CountsOrders { get; init; }

    /// <summary>The refusal as an exception, for whoever answers a call.</summary>
    public VenueException Thrown() => new(this);
}

/// <summary>A call ends with a refusal.</summary>
public sealed class VenueException(VenueFailure failure) : Exception(failure.Message)
{
    /// <summary>The refusal.</summary>
    public VenueFailure Failure { get; } = failure;
}
