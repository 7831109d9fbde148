using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Sockets;

/// <content>The life of topics: acknowledged, lost, refused, stale, moved to another connection.</content>
public sealed partial class StreamClient
{
    private static readonly TimeSpan HandOverLimit = TimeSpan.FromSeconds(5);

    /// <summary>A connection broke: what it carried is incomplete from its last message on.</summary>
    internal void OnLost(StreamConnection connection)
    {
        var now = Now;
        foreach (var topic in TopicsOf(connection))
        {
            if (topic.HandOver is { } handOver)
            {
                if (handOver.Old == connection)
                {
                    Force(topic, handOver);
                }

                continue; // the old connection still delivers; the new one tries again
            }

            if (topic.Connection == connection && topic.State == SubscriptionState.Live)
            {
                topic.State = SubscriptionState.Lost;
                topic.Since = now;
                topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Gap, topic.LastMessageAt, now));
            }
        }

        if (connection.IsLeaving)
        {
            lock (_gate)
            {
                _connections.Remove(connection);
            }
        }
    }

    private void Acknowledge(StreamConnection connection, StreamTopic topic)
    {
        if (topic.HandOver is { } handOver)
        {
            if (handOver.Successor == connection)
            {
                handOver.AcknowledgedAt = Time.GetTimestamp();
            }

            return;
        }

        if (topic.Connection != connection || topic.State is SubscriptionState.Live or SubscriptionState.Closed)
        {
            return;
        }

        var lostAt = topic.Since;
        var kind = topic.WasLive ? SubscriptionEventKind.Resumed : SubscriptionEventKind.Connected;
        topic.State = SubscriptionState.Live;
        topic.WasLive = true;
        topic.Since = Now;
        topic.Raise(new SubscriptionEvent(kind, lostAt, topic.Since));
        topic.First.TrySetResult();
    }

    private void Refuse(StreamConnection connection, StreamTopic topic, SubscriptionException error)
    {
        lock (_gate)
        {
            _topics.Remove(topic.Text);
            connection.Topics.Remove(topic);
            connection.Table = new TopicTable(connection.Topics);
        }

        topic.State = SubscriptionState.Closed;
        if (!topic.First.TrySetException(error))
        {
            topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Refused, topic.LastMessageAt, Now, error));
        }
    }

    private void OnTick()
    {
        List<StreamConnection> connections;
        List<StreamTopic> topics;
        lock (_gate)
        {
            connections = [.. _connections];
            topics = [.. _topics.Values];
        }

        foreach (var connection in connections)
        {
            Watch(connection);
        }

        var now = Now;
        foreach (var topic in topics)
        {
            Watch(topic, now);
        }
    }

    private void Watch(StreamConnection connection)
    {
        if (connection.HasLateCommand(Options.AcknowledgeTimeout) || (Socket.Silence is { } silence && connection.IsSilent(silence)))
        {
            connection.Abort();
            return;
        }

        if (!connection.IsLeaving && connection.OpenedAt != 0 && Socket.Life is { } life
            && Time.GetElapsedTime(connection.OpenedAt) > life - Options.RotateBefore)
        {
            Rotate(connection, "the venue ends connections after " + life);
        }
    }

    private void Watch(StreamTopic topic, Timestamp now)
    {
        if (topic.HandOver is { AcknowledgedAt: not 0 } handOver && Time.GetElapsedTime(handOver.AcknowledgedAt) > HandOverLimit)
        {
            Force(topic, handOver);
        }

        if (Options.StaleAfter is not { } limit || topic.IsStale || topic.State != SubscriptionState.Live)
        {
            return;
        }

        var last = topic.LastMessageAt > topic.Since ? topic.LastMessageAt : topic.Since;
        if (now - last > limit)
        {
            topic.IsStale = true;
            topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Stale, last, now));
        }
    }

    /// <summary>A new connection subscribes everything of an old one, which stays until each topic has moved.</summary>
    private void Rotate(StreamConnection old, string reason)
    {
        StreamConnection successor;
        lock (_gate)
        {
            if (old.IsLeaving || _isDisposed || !_connections.Contains(old))
            {
                return;
            }

            old.IsLeaving = true;
            successor = new StreamConnection(this);
            _connections.Add(successor);
            foreach (var topic in old.Topics)
            {
                topic.HandOver = new HandOver(topic, old, successor);
            }

            Carry(successor, old.Topics);
        }

        Diagnostics.Rotating(reason);
        _ = successor.RunAsync();
    }

    // The two connections never showed the same message: a quiet topic, or the old one is gone.
    private void Force(StreamTopic topic, HandOver handOver)
    {
        var from = topic.LastMessageAt;
        var isAcknowledged = handOver.AcknowledgedAt != 0;
        var mayMiss = handOver.Force() || !isAcknowledged;
        Finish(topic, handOver);
        if (!mayMiss || topic.State != SubscriptionState.Live)
        {
            return;
        }

        topic.Since = Now;
        topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Gap, from, topic.Since));
        if (isAcknowledged)
        {
            topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Resumed, from, topic.Since));
        }
        else
        {
            topic.State = SubscriptionState.Lost; // its acknowledgement will say resumed
        }
    }

    private void Finish(StreamTopic topic, HandOver handOver)
    {
        StreamConnection? left = null;
        lock (_gate)
        {
            if (topic.HandOver != handOver)
            {
                return;
            }

            topic.Connection = handOver.Successor;
            topic.HandOver = null;
            handOver.Old.Topics.Remove(topic);
            if (handOver.Old.Topics.Count == 0)
            {
                _connections.Remove(handOver.Old);
                left = handOver.Old;
            }
        }

        left?.Close();
    }
}
