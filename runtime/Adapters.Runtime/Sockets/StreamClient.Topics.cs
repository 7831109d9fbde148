using Adapters.Catalogue;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <content>Topics come and go. Nothing is sent and nobody is called under the client's lock.</content>
public sealed partial class StreamClient
{
    internal ValueTask UnsubscribeAsync(Subscription subscription)
    {
        List<StreamConnection> carriers;
        var topic = subscription.Source;
        lock (_gate)
        {
            topic.Remove(subscription);
            if (!topic.IsEmpty || !Drop(topic, out carriers))
            {
                return ValueTask.CompletedTask;
            }
        }

        foreach (var carrier in carriers)
        {
            if (!carrier.IsClosed)
            {
                carrier.Unsubscribe(topic);
            }
        }

        CloseEmpty(carriers);
        return ValueTask.CompletedTask;
    }

    private Subscription Add<T>(
        ChannelInfo<T> channel, string text, MessageHandler<T> handler, Action<SubscriptionEvent>? changed)
        where T : IWire<T>, allows ref struct
    {
        StreamConnection? connection = null;
        var isOpened = false;
        StreamTopic? topic;
        Subscription subscription;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var isNew = !_topics.TryGetValue(text, out topic);
            topic ??= new StreamTopic<T>(channel, text, Diagnostics) { Since = Now };
            if (topic is not StreamTopic<T> typed)
            {
                throw new ArgumentException(
                    $"The topic '{text}' is subscribed with another kind of message already.", nameof(channel));
            }

            subscription = new Subscription(this, topic);
            if (changed is not null)
            {
                subscription.Changed += changed;
            }

            typed.Add(subscription, handler);
            if (isNew)
            {
                _topics.Add(text, topic);
                connection = _connections.Find(c => !c.IsLeaving && c.Topics.Count < TopicsPerConnection);
                if (connection is null)
                {
                    isOpened = true;
                    connection = new StreamConnection(this);
                    _connections.Add(connection);
                }

                Carry(connection, [topic]);
                topic.Connection = connection;
            }
        }

        if (isOpened)
        {
            _ = connection!.RunAsync(); // subscribes what it carries
        }
        else if (connection is not null)
        {
            connection.Subscribe(topic);
        }
        else if (topic.State == SubscriptionState.Live)
        {
            subscription.Raise(new SubscriptionEvent(SubscriptionEventKind.Connected, Now, Now));
        }

        return subscription;
    }

    private void Refuse(StreamTopic topic, SubscriptionException error)
    {
        List<StreamConnection> carriers;
        lock (_gate)
        {
            if (!Drop(topic, out carriers))
            {
                return;
            }
        }

        using (topic.Enter())
        {
            if (!topic.Fail(error))
            {
                topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Refused, topic.LastMessageAt, Now, error));
            }
        }

        CloseEmpty(carriers);
    }

    // Under the lock. Another topic of the same text may have come since.
    private bool Drop(StreamTopic topic, out List<StreamConnection> carriers)
    {
        if (!_topics.TryGetValue(topic.Text, out var present) || present != topic)
        {
            carriers = [];
            return false;
        }

        _topics.Remove(topic.Text);
        topic.State = SubscriptionState.Closed;
        carriers = _connections.FindAll(connection => connection.Topics.Remove(topic));
        foreach (var connection in carriers)
        {
            connection.Table = new TopicTable(connection.Topics, _layout);
        }

        return true;
    }

    private void CloseEmpty(List<StreamConnection> carriers)
    {
        foreach (var connection in carriers)
        {
            lock (_gate)
            {
                if (connection.Topics.Count > 0 || !_connections.Remove(connection))
                {
                    continue;
                }
            }

            connection.Close();
        }
    }

    private void Carry(StreamConnection connection, IEnumerable<StreamTopic> topics)
    {
        connection.Topics.AddRange(topics);
        connection.Table = new TopicTable(connection.Topics, _layout);
    }
}
