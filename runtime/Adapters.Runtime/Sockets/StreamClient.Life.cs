using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Sockets;

/// <content>The life of topics: acknowledged, lost, refused, stale, moved to another connection.</content>
public sealed partial class StreamClient
{
    // Copies for a look at all of them outside the lock, in memory that is used again each second.
    private readonly List<StreamConnection> _watchedConnections = [];
    private readonly List<StreamTopic> _watchedTopics = [];

    /// <summary>A connection broke: what it carried is incomplete from its last message on.</summary>
    internal void OnLost(StreamConnection connection)
    {
        foreach (var topic in TopicsOf(connection))
        {
            using (topic.Enter())
            {
                if (topic.HandOver is { } handOver && !OnLost(connection, topic, handOver))
                {
                    continue;
                }

                if (topic.Connection == connection && topic.State == SubscriptionState.Live)
                {
                    Lose(topic);
                }
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

    private void Lose(StreamTopic topic)
    {
        topic.State = SubscriptionState.Lost;
        topic.Since = Now;
        topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Gap, topic.LastMessageAt, topic.Since));
    }

    private void Acknowledge(StreamConnection connection, StreamTopic topic)
    {
        using (topic.Enter())
        {
            if (topic.HandOver is { FollowsOld: true } handOver)
            {
                if (handOver.Successor == connection && handOver.AcknowledgedAt == 0)
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
            topic.IsStale = false;
            topic.AwaitsAnswer = false;
            topic.Since = Now;
            topic.Raise(new SubscriptionEvent(kind, lostAt, topic.Since));
            topic.First.TrySetResult();
        }
    }

    private void OnTick()
    {
        if (Interlocked.Exchange(ref _isTicking, 1) != 0)
        {
            return; // a listener takes its time
        }

        try
        {
            Watch();
        }
        finally
        {
            Volatile.Write(ref _isTicking, 0);
        }
    }

    /// <summary>Looks after connections and topics; one at a time.</summary>
    internal void Watch()
    {
        lock (_gate)
        {
            _watchedConnections.AddRange(_connections);
            _watchedTopics.AddRange(_topics.Values);
        }

        try
        {
            foreach (var connection in _watchedConnections)
            {
                Watch(connection);
            }

            var now = Now;
            foreach (var topic in _watchedTopics)
            {
                Watch(topic, now);
            }
        }
        finally
        {
            _watchedConnections.Clear();
            _watchedTopics.Clear();
        }
    }

    private void Watch(StreamConnection connection)
    {
        if (connection.HasLateCommand(Options.AcknowledgeTimeout))
        {
            connection.Abort($"the venue did not answer a frame within {Options.AcknowledgeTimeout.TotalSeconds} s");
            return;
        }

        if (Socket.Silence is { } silence && connection.IsSilent(silence))
        {
            connection.Abort($"nothing was heard for {silence.TotalSeconds} s");
            return;
        }

        if (connection.IsLeaving || connection.OpenedAt == 0)
        {
            return;
        }

        if (connection.WantsRotation is { } reason)
        {
            Rotate(connection, reason);
        }
        else if (Socket.Life is { } life && Time.GetElapsedTime(connection.OpenedAt) > UsefulLife(life))
        {
            Rotate(connection, "the venue ends connections after " + life);
        }
    }

    private TimeSpan UsefulLife(TimeSpan life) =>
        life - Options.RotateBefore > life / 2 ? life - Options.RotateBefore : life / 2;

    private void Watch(StreamTopic topic, Timestamp now)
    {
        if (topic.HandOver is null && !IsSilent(topic, now, out _))
        {
            return; // the usual case, which disturbs nobody
        }

        using (topic.Enter())
        {
            if (topic.HandOver is { AcknowledgedAt: not 0 } handOver)
            {
                var elapsed = Time.GetElapsedTime(handOver.AcknowledgedAt);
                if (handOver.FollowsOld && elapsed > HandOverLimit)
                {
                    LeaveOld(topic, handOver, isLost: false);
                }
                else if (!handOver.FollowsOld && elapsed > LagLimit)
                {
                    topic.HandOver = null;
                }
            }

            if (IsSilent(topic, now, out var last))
            {
                topic.IsStale = true;
                topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Stale, last, now));
            }
        }
    }

    private bool IsSilent(StreamTopic topic, Timestamp now, out Timestamp last)
    {
        last = topic.LastMessageAt > topic.Since ? topic.LastMessageAt : topic.Since;
        return Options.StaleAfter is { } limit && !topic.IsStale && topic.State == SubscriptionState.Live && now - last > limit;
    }
}
