namespace Adapters.Sockets;

/// <content>Subscribing: frames go out paced, in batches, and wait for their answer.</content>
internal sealed partial class StreamConnection
{
    private readonly Lock _commandGate = new();
    private readonly Pacer _pacer;
    private readonly List<(StreamTopic Topic, bool IsSubscribe)> _queue = []; // in order: a topic may come and go
    private readonly Dictionary<long, SocketCommand> _pending = [];
    private bool _isPumping;
    private int _batch = int.MaxValue;

    private bool HasAnswers => _client.Socket.Accepted.Count > 0;

    /// <summary>Asks the venue for a topic, as soon as pacing allows.</summary>
    public void Subscribe(StreamTopic topic)
    {
        lock (_commandGate)
        {
            // Until the venue has ended an earlier subscription of the same topic, messages may still be that one's.
            topic.AwaitsAnswer = _queue.Exists(item => !item.IsSubscribe && item.Topic.Text == topic.Text)
                || _pending.Values.Any(c => !c.IsSubscribe && c.Topics.Any(other => other.Text == topic.Text));
        }

        Queue(topic, isSubscribe: true);
    }

    /// <summary>Tells the venue to stop a topic.</summary>
    public void Unsubscribe(StreamTopic topic) => Queue(topic, isSubscribe: false);

    /// <summary>Takes the command that an answer belongs to; without an id the oldest.</summary>
    public SocketCommand? Answered(long? id)
    {
        _lost = null; // the connection works
        lock (_commandGate)
        {
            var key = id ?? _pending.Keys.DefaultIfEmpty(-1).Min();
            return _pending.Remove(key, out var command) ? command : null;
        }
    }

    /// <summary>A command has waited too long for its answer.</summary>
    public bool HasLateCommand(TimeSpan limit)
    {
        lock (_commandGate)
        {
            foreach (var command in _pending.Values)
            {
                if (_client.Time.GetElapsedTime(command.SentAt) > limit)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Sends the topics of a refused batch again in halves: the venue does not say which it disliked.</summary>
    public void Split(SocketCommand command)
    {
        lock (_commandGate)
        {
            _batch = command.Topics.Length / 2;
            _queue.AddRange(command.Topics.Select(static topic => (topic, true)));
        }

        Pump();
    }

    private void Open(IWebSocketConnection socket)
    {
        var topics = _client.TopicsOf(this);
        lock (_commandGate)
        {
            var gone = _queue.Where(static item => !item.IsSubscribe).Select(static item => item.Topic).ToHashSet();
            var queued = topics.Concat(_queue.Where(static item => item.IsSubscribe).Select(static item => item.Topic))
                .Distinct().Where(topic => !gone.Contains(topic)).ToList();
            _queue.Clear();
            foreach (var topic in queued)
            {
                topic.AwaitsAnswer = false;
                _queue.Add((topic, true));
            }

            _batch = int.MaxValue;
            _lastFrame = OpenedAt = _client.Time.GetTimestamp();
            _socket = socket;
        }

        Pump();
    }

    private void Lose()
    {
        lock (_commandGate)
        {
            OpenedAt = 0;
            _socket = null;
            _pending.Clear();
            _queue.Clear();
        }
    }

    private void Queue(StreamTopic topic, bool isSubscribe)
    {
        lock (_commandGate)
        {
            _queue.Add((topic, isSubscribe));
        }

        Pump();
    }

    private void Pump()
    {
        lock (_commandGate)
        {
            if (_isPumping || _socket is null)
            {
                return; // when it opens, everything is subscribed anyway
            }

            _isPumping = true;
        }

        _ = PumpAsync();
    }

    private async Task PumpAsync()
    {
        while (true)
        {
            IWebSocketConnection? socket = null;
#pragma warning disable CA1031 // a connection that cannot send is dropped, and the receiving loop opens the next
            try
            {
                var wait = _pacer.Wait();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, _client.Time, _stop.Token).ConfigureAwait(false);
                    continue;
                }

                if (Next(out socket) is not { } command)
                {
                    return;
                }

                var template = command.IsSubscribe ? _client.Socket.Subscribe : _client.Socket.Unsubscribe;
                _pacer.Count();
                await socket!.SendAsync(SocketCommand.Frame(template!, command.Id, command.Topics), _stop.Token)
                    .ConfigureAwait(false);
                if (!HasAnswers && command.IsSubscribe)
                {
                    _lost = null;
                    _client.OnAccepted(this, command);
                }
            }
            catch (Exception error) when (!IsClosed)
            {
                Drop(socket, "a frame could not be sent: " + Told(error));
            }
            catch (Exception)
            {
                return; // closed for good
            }
#pragma warning restore CA1031
        }
    }

    // The pump ends here, under the lock, so that whatever is queued afterwards starts it again.
    private SocketCommand? Next(out IWebSocketConnection? socket)
    {
        lock (_commandGate)
        {
            socket = _socket;
            if (_client.Socket.Unsubscribe is null)
            {
                _queue.RemoveAll(static item => !item.IsSubscribe);
            }

            if (_queue.Count == 0 || socket is null)
            {
                _isPumping = false;
                return null;
            }

            var isSubscribe = _queue[0].IsSubscribe;
            StreamTopic[] topics =
            [
                .. _queue.TakeWhile(item => item.IsSubscribe == isSubscribe).Select(static item => item.Topic)
                    .Take(Math.Min(_batch, _client.Options.TopicsPerFrame)),
            ];
            _queue.RemoveRange(0, topics.Length);
            var command = new SocketCommand(_client.NextId(), isSubscribe, topics, _client.Time.GetTimestamp());
            if (HasAnswers)
            {
                _pending[command.Id] = command;
            }

            return command;
        }
    }
}
