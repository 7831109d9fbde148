using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Adapters.Sockets;

/// <summary>
/// The streams of one socket of a product: subscribes topics over as many connections as the venue's limits demand,
/// keeps them through losses, and hands messages to handlers inline, in order, one at a time per topic.
/// </summary>
public sealed partial class StreamClient : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly string _exchange;
    private readonly ErrorTable _errors;
    private readonly Dictionary<string, StreamTopic> _topics = [];
    private readonly List<StreamConnection> _connections = [];
    private readonly ITimer _timer;
    private readonly FrameForm[] _envelopes;
    private readonly EnvelopeLayout? _layout; // of the first envelope; sockets seldom have others
    private readonly FrameForm[] _accepted;
    private readonly FrameForm[] _rejected;
    private int _isTicking;
    private long _lastId;
    private bool _isDisposed;

    /// <summary>Makes a client; it connects with the first subscription.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    /// <exception cref="InvalidOperationException">The environment has no host for the socket.</exception>
    public StreamClient(
        ProductCatalogue catalogue, SocketInfo socket, EnvironmentInfo environment, StreamOptions options,
        IWebSocketFactory factory, SymbolTable symbols, TimeProvider timeProvider, ILogger? logger = null,
        RateLimiter? limiter = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(timeProvider);
        options.Validate();
        _exchange = catalogue.Id;
        _errors = catalogue.Errors;
        Socket = socket;
        Options = options;
        Factory = factory;
        Symbols = symbols;
        Time = timeProvider;
        Limiter = limiter;
        ConnectCosts = limiter is null ? [] : [.. socket.Counts.Select(static count => new LimitCost(count.Key, count.Value))];
        Address = environment.Resolve(socket.Url);
        Diagnostics = new SocketDiagnostics(logger ?? NullLogger.Instance, catalogue.Id, socket.Name);
        _envelopes = [.. socket.Envelopes.Select(static form => new FrameForm(form))];
        _layout = _envelopes is [var first, ..] ? first.Layout : null;
        _accepted = [.. socket.Accepted.Select(static form => new FrameForm(form))];
        _rejected = [.. socket.Rejected.Select(static form => new FrameForm(form))];
        _timer = timeProvider.CreateTimer(static state => ((StreamClient)state!).OnTick(), this, Second, Second);
    }

    /// <summary>The socket.</summary>
    public SocketInfo Socket { get; }

    internal StreamOptions Options { get; }

    internal IWebSocketFactory Factory { get; }

    internal SymbolTable Symbols { get; }

    internal TimeProvider Time { get; }

    internal Uri Address { get; }

    internal RateLimiter? Limiter { get; }

    /// <summary>What opening a connection draws from the limits.</summary>
    internal LimitCost[] ConnectCosts { get; }

    internal SocketDiagnostics Diagnostics { get; }

    private int TopicsPerConnection =>
        Math.Min(Options.TopicsPerConnection ?? int.MaxValue, Socket.MaxTopics ?? int.MaxValue);

    private Timestamp Now => Timestamp.From(Time.GetUtcNow());

    /// <summary>Subscribes; several subscriptions of one topic share the venue's.</summary>
    /// <param name="channel">The channel, which reads the messages.</param>
    /// <param name="topic">The venue's topic.</param>
    /// <param name="handler">Called inline with each message; must not block.</param>
    /// <param name="changed">Hears of gaps, from the first acknowledgement on.</param>
    /// <param name="cancellationToken">Ends waiting; the topic is unsubscribed again.</param>
    /// <returns>The subscription, once the venue has acknowledged it.</returns>
    /// <exception cref="SubscriptionException">The venue refused, or did not acknowledge in time.</exception>
    public async ValueTask<Subscription> SubscribeAsync<T>(
        ChannelInfo<T> channel, string topic, MessageHandler<T> handler,
        Action<SubscriptionEvent>? changed = null, CancellationToken cancellationToken = default)
        where T : IWire<T>, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentException.ThrowIfNullOrEmpty(topic);
        ArgumentNullException.ThrowIfNull(handler);
        var subscription = Add(channel, topic, handler, changed);
        try
        {
            await subscription.Source.First.Task
                .WaitAsync(Options.SubscribeTimeout, Time, cancellationToken).ConfigureAwait(false);
            return subscription;
        }
        catch (Exception error)
        {
            var late = error is TimeoutException ? Late(subscription.Source) : null;
            await subscription.DisposeAsync().ConfigureAwait(false);
            if (late is not null)
            {
                throw late;
            }

            throw;
        }
    }

    /// <summary>Unsubscribes and closes everything; whoever is still subscribed hears that nothing comes any more.</summary>
    public async ValueTask DisposeAsync()
    {
        List<StreamConnection> connections;
        List<StreamTopic> topics;
        lock (_gate)
        {
            _isDisposed = true;
            connections = [.. _connections];
            topics = [.. _topics.Values];
            _connections.Clear();
            _topics.Clear();
        }

        await _timer.DisposeAsync().ConfigureAwait(false);
        foreach (var connection in connections)
        {
            connection.Close();
        }

        foreach (var topic in topics)
        {
            topic.State = SubscriptionState.Closed;
            var error = new ObjectDisposedException(nameof(StreamClient));
            using (topic.Enter())
            {
                if (!topic.Fail(error))
                {
                    topic.Raise(new SubscriptionEvent(SubscriptionEventKind.Closed, topic.LastMessageAt, Now, error));
                }
            }
        }
    }

    private SubscriptionException Late(StreamTopic topic)
    {
        var connection = topic.Connection;
        var (trouble, waits) = (connection?.Trouble, connection?.WaitsForTurn == true);
        return new SubscriptionException(
            _exchange, topic.Text, waits ? ErrorClass.RateLimited : ErrorClass.Unreachable,
            $"the venue did not acknowledge within {Options.SubscribeTimeout.TotalSeconds} s"
            + (trouble is null ? "" : ": " + trouble));
    }

    internal long NextId() => Interlocked.Increment(ref _lastId);

    internal StreamTopic[] TopicsOf(StreamConnection connection)
    {
        lock (_gate)
        {
            return [.. connection.Topics];
        }
    }
}
