namespace Adapters.Sockets;

/// <content>Subscribing: frames go out paced, in batches, and wait for their answer.</content>
internal sealed partial class StreamConnection
{
    private readonly Lock _commandGate = new();
    private readonly Pacer _pacer;
    private readonly List<StreamTopic> _toSubscribe = [];
    private readonly List<StreamTopic> _toUnsubscribe = [];
    private readonly Dictionary<long, SocketCommand> _pending = [];
    private bool _isPumping;
    private int _batch = int.MaxValue;

    /// <summary>Asks the venue for a topic, as soon as pacing allows.</summary>
    public void Subscribe(StreamTopic topic) => Queue(_toSubscribe, topic);

    /// <summary>Tells the venue to stop a topic.</summary>
    public void Unsubscribe(StreamTopic topic) => Queue(_toUnsubscribe, topic);

    /// <summary>Takes the command that an answer belongs to; without an id the oldest.</summary>
    public SocketCommand? Answered(long? id)
    {
        lock (_commandGate)
        {
            var key = id ?? _pending.Keys.DefaultIfEmpty(-1).Min();
            _backoff.Reset();
            return _pending.Remove(key, out var command) ? command : null;
        }
    }

    /// <summary>A command has waited too long for its answer.</summary>
    public bool HasLateCommand(TimeSpan limit)
    {
        lock (_commandGate)
        {
            return _pending.Values.Any(command => _client.Time.GetElapsedTime(command.SentAt) > limit);
        }
    }

    /// <summary>Sends the topics of a refused batch again, one by one: the venue does not say which it disliked.</summary>
    public void Split(SocketCommand command)
    {
        lock (_commandGate)
        {
            _batch = 1;
            _toSubscribe.AddRange(command.Topics);
        }

        Pump();
    }

    private void SubscribeAll()
    {
        lock (_commandGate)
        {
            _batch = _client.Options.TopicsPerFrame;
        }

        foreach (var topic in _client.TopicsOf(this))
        {
            Queue(_toSubscribe, topic, pump: false);
        }

        Pump();
    }

    private void DropCommands()
    {
        lock (_commandGate)
        {
            _pending.Clear();
            _toSubscribe.Clear();
            _toUnsubscribe.Clear();
        }
    }

    private void Queue(List<StreamTopic> list, StreamTopic topic, bool pump = true)
    {
        lock (_commandGate)
        {
            if (!list.Contains(topic))
            {
                list.Add(topic);
            }
        }

        if (pump)
        {
            Pump();
        }
    }

    private void Pump()
    {
        if (_socket is not { } socket)
        {
            return; // when it opens, everything is subscribed anyway
        }

        lock (_commandGate)
        {
            if (_isPumping)
            {
                return;
            }

            _isPumping = true;
        }

        _ = PumpAsync(socket);
    }

    private async Task PumpAsync(IWebSocketConnection socket)
    {
        try
        {
            while (true)
            {
                var wait = _pacer.Wait();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, _client.Time, _stop.Token).ConfigureAwait(false);
                    continue;
                }

                if (Next() is not { } frame)
                {
                    return;
                }

                _pacer.Count();
                await socket.SendAsync(frame, _stop.Token).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // a connection that cannot send is dropped, and the receiving loop opens the next
        catch (Exception)
#pragma warning restore CA1031
        {
            lock (_commandGate)
            {
                _isPumping = false;
            }

            socket.Abort();
        }
    }

    // The pump ends here, under the lock, so that whatever is queued afterwards starts it again.
    private byte[]? Next()
    {
        lock (_commandGate)
        {
            var isSubscribe = _toSubscribe.Count > 0;
            var list = isSubscribe ? _toSubscribe : _toUnsubscribe;
            var template = isSubscribe ? _client.Socket.Subscribe : _client.Socket.Unsubscribe;
            if (list.Count == 0 || template is null)
            {
                _isPumping = false;
                return null;
            }

            StreamTopic[] topics = [.. list.Take(Math.Min(_batch, _client.Options.TopicsPerFrame))];
            list.RemoveRange(0, topics.Length);
            var id = _client.NextId();
            _pending[id] = new SocketCommand(id, isSubscribe, topics, _client.Time.GetTimestamp());
            return SocketCommand.Frame(template, id, topics);
        }
    }
}
