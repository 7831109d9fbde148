using Adapters.Domain;

namespace Adapters.Sockets;

/// <summary>A subscription that lives through reconnects until it is disposed.</summary>
public sealed class Subscription : IAsyncDisposable
{
    private readonly StreamClient _client;
    private int _disposed;

    internal Subscription(StreamClient client, StreamTopic topic)
    {
        _client = client;
        Source = topic;
    }

    /// <summary>Raised on the receiving loop or a timer; must not block.</summary>
    public event Action<SubscriptionEvent>? Changed;

    /// <summary>The venue's topic.</summary>
    public string Topic => Source.Text;

    /// <summary>Where it stands.</summary>
    public SubscriptionState State => Volatile.Read(ref _disposed) != 0 ? SubscriptionState.Closed : Source.State;

    /// <summary>When the last message arrived; <see cref="Timestamp.Epoch"/> before the first.</summary>
    public Timestamp LastMessageAt => Source.LastMessageAt;

    internal StreamTopic Source { get; }

    /// <summary>Unsubscribes, once. Messages that are being handled right now may still arrive.</summary>
    public ValueTask DisposeAsync() =>
        Interlocked.Exchange(ref _disposed, 1) == 0 ? _client.UnsubscribeAsync(this) : ValueTask.CompletedTask;

    /// <inheritdoc/>
    public override string ToString() => $"{Topic} ({State})";

    internal void Raise(in SubscriptionEvent change)
    {
#pragma warning disable CA1031 // a listener's mistake must not end the receiving loop
        try
        {
            Changed?.Invoke(change);
        }
        catch (Exception error)
        {
            _client.Diagnostics.HandlerFailed(Topic, error);
        }
#pragma warning restore CA1031
    }
}
