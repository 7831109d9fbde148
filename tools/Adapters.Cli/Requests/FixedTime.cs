namespace Adapters.Cli.Requests;

/// <summary>A clock that stands still, so that a request can be reproduced.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
