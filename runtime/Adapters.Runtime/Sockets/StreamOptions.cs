namespace Adapters.Sockets;

/// <summary>How streams are kept.</summary>
public sealed class StreamOptions
{
    /// <summary>How long opening a connection may take. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the venue may take to acknowledge a frame. Default 10 s.</summary>
    public TimeSpan AcknowledgeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a first subscription may take in all, reconnects included. Default 30 s.</summary>
    public TimeSpan SubscribeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>First wait before a reconnect; each further one doubles, with jitter. Default 250 ms.</summary>
    public TimeSpan FirstReconnectDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait before a reconnect. Default 30 s.</summary>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A subscription without a message for so long is reported as stale; null for never. Default 30 s.</summary>
    public TimeSpan? StaleAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long before the venue would close a connection a new one takes over. Default 10 min.</summary>
    public TimeSpan RotateBefore { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Topics per connection, at most what the venue allows; null for just that.</summary>
    public int? TopicsPerConnection { get; set; }

    /// <summary>Topics in one subscribe frame. Default 200.</summary>
    public int TopicsPerFrame { get; set; } = 200;

    /// <summary>Largest message in bytes. Default 16 MiB.</summary>
    public int MaxMessageBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Source of jitter; give a seeded one for reproducible runs.</summary>
    public Random Jitter { get; set; } = Random.Shared;

    /// <summary>Where whoever waits goes on: on the pool, so that it cannot hold up the receiving loop. Tests with a
    /// simulated clock go on at once.</summary>
    internal TaskCreationOptions Continuations { get; set; } = TaskCreationOptions.RunContinuationsAsynchronously;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value makes no sense; it is named.</exception>
    public void Validate()
    {
        foreach (var (name, value) in new (string, TimeSpan)[]
        {
            (nameof(ConnectTimeout), ConnectTimeout), (nameof(AcknowledgeTimeout), AcknowledgeTimeout),
            (nameof(SubscribeTimeout), SubscribeTimeout), (nameof(FirstReconnectDelay), FirstReconnectDelay),
            (nameof(MaxReconnectDelay), MaxReconnectDelay), (nameof(StaleAfter), StaleAfter ?? TimeSpan.MaxValue),
            (nameof(RotateBefore), RotateBefore),
        })
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, name);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxReconnectDelay, FirstReconnectDelay, nameof(MaxReconnectDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(TopicsPerConnection ?? 1, 1, nameof(TopicsPerConnection));
        ArgumentOutOfRangeException.ThrowIfLessThan(TopicsPerFrame, 1, nameof(TopicsPerFrame));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessageBytes, 4_096, nameof(MaxMessageBytes));
        ArgumentNullException.ThrowIfNull(Jitter);
    }
}
