namespace Adapters.Sockets;

/// <content>Moving topics from a connection that will end to a new one.</content>
public sealed partial class StreamClient
{
    private static readonly TimeSpan HandOverLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LagLimit = TimeSpan.FromSeconds(30); // nobody shows a message so late

    /// <summary>A new connection subscribes everything of an old one, which stays until each topic has moved.</summary>
    private void Rotate(StreamConnection old, string reason)
    {
        StreamConnection successor;
        StreamTopic[] topics;
        lock (_gate)
        {
            if (old.IsLeaving || _isDisposed || !_connections.Contains(old))
            {
                return;
            }

            if (old.Topics.Exists(static topic => topic.HandOver is not null))
            {
                old.WantsRotation = reason; // it is still taking over itself; the next tick tries again
                return;
            }

            old.IsLeaving = true;
            successor = new StreamConnection(this);
            topics = [.. old.Topics];
            _connections.Add(successor);
            Carry(successor, topics);
        }

        Diagnostics.Rotating(reason);
        foreach (var topic in topics)
        {
            using (topic.Enter())
            {
                var handOver = new HandOver(topic, old, successor);
                if (topic.State == SubscriptionState.Live)
                {
                    topic.HandOver = handOver;
                }
                else
                {
                    Finish(topic, handOver); // nothing flows that could be lost
                }
            }
        }

        _ = successor.RunAsync();
    }

    private void OnHandedOver(
        StreamConnection connection, StreamTopic topic, HandOver handOver, ReadOnlySpan<byte> payload)
    {
        if (connection == handOver.Successor)
        {
            Acknowledge(connection, topic);
        }

        var outcome = handOver.OnMessage(connection, payload, connection.Context);
        if (outcome == HandOver.Outcome.GoesOn)
        {
            return;
        }

        Finish(topic, handOver);
        topic.HandOver = null;
        if (outcome == HandOver.Outcome.DoneWithGap)
        {
            RaiseGap(topic);
            topic.Dispatch(payload, connection.Context);
        }
    }

    // True when the topic has to be treated like any other that lost its connection.
    private bool OnLost(StreamConnection connection, StreamTopic topic, HandOver handOver)
    {
        if (handOver.Successor == connection)
        {
            if (handOver.FollowsOld)
            {
                handOver.Restart(); // the old connection still delivers; the new one tries again
                return false;
            }

            topic.HandOver = null;
            return true;
        }

        if (handOver.Old == connection && handOver.FollowsOld)
        {
            LeaveOld(topic, handOver, isLost: true);
        }

        return false;
    }

    /// <summary>The old connection is gone, or the two never showed the same message, as with a quiet topic.</summary>
    private void LeaveOld(StreamTopic topic, HandOver handOver, bool isLost)
    {
        var mayMiss = handOver.LeaveOld(isLost);
        Finish(topic, handOver);
        if (topic.State != SubscriptionState.Live)
        {
            topic.HandOver = null;
        }
        else if (handOver.AcknowledgedAt == 0)
        {
            topic.HandOver = null;
            Lose(topic); // the acknowledgement will say resumed
        }
        else
        {
            if (mayMiss)
            {
                RaiseGap(topic);
            }

            if (handOver.Flush())
            {
                topic.HandOver = null;
            }
        }
    }

    private void RaiseGap(StreamTopic topic)
    {
        var from = topic.LastMessageAt;
        topic.Since = Now;
        topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Gap, from, topic.Since));
        topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Resumed, from, topic.Since));
    }

    // The topic belongs to the new connection; the old one is closed when it has nothing left.
    private void Finish(StreamTopic topic, HandOver handOver)
    {
        StreamConnection? left = null;
        lock (_gate)
        {
            topic.Connection = handOver.Successor;
            if (handOver.Old.Topics.Remove(topic) && handOver.Old.Topics.Count == 0)
            {
                _connections.Remove(handOver.Old);
                left = handOver.Old;
            }
        }

        left?.Close();
    }
}
