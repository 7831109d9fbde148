using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Sockets;

/// <summary>A client, its venue and its clock.</summary>
internal sealed class Streams
{
    public Streams(StreamOptions? options = null, Func<SocketInfo, SocketInfo>? change = null, IWebSocketFactory? factory = null,
        string host = "wss://venue.test", TimeProvider? clock = null, RateLimiter? limiter = null)
    {
        options ??= new StreamOptions { StaleAfter = null };
        options.Jitter = new Random(1);
        var socket = Info();
        socket = change?.Invoke(socket) ?? socket;
        var environment = new EnvironmentInfo("live", new Dictionary<string, string> { ["stream"] = host }, []);
        var catalogue = new ProductCatalogue
        {
            Exchange = "Venue",
            Product = "spot",
            Id = "venue-spot",
            SpecHash = "",
            Environments = [environment],
            Rest = new RestShape(),
            Errors = new ErrorTable(new ErrorRule(ErrorClass.InvalidRequest, 2)),
            Endpoints = [],
            Sockets = [socket],
        };
        Client = new StreamClient(
            catalogue, socket, environment, options, factory ?? Venue.Sockets, new SymbolTable(), clock ?? Clock, limiter: limiter);
    }

    public StreamVenue Venue { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public StreamClient Client { get; }

    /// <summary>What was heard, in order: numbers of messages and names of events.</summary>
    public List<string> Heard { get; } = [];

    public string Story => string.Join(' ', Heard);

    public static ChannelInfo<TickRecord> Ticks { get; } = Channel<TickRecord>();

    public static ChannelInfo<TickFrame> Frames { get; } = Channel<TickFrame>();

    public static SocketInfo Info(
        int? maxTopics = null, int? maxFrames = null, TimeSpan? life = null, TimeSpan? silence = null,
        IReadOnlyList<KeyValuePair<string, int>>? counts = null) => new()
        {
            Name = "streams",
            Url = "{stream}/stream",
            Envelopes = [new FrameTemplate("""{"stream":"$topic","data":"$payload"}""")],
            Subscribe = new FrameTemplate("""{"method":"SUBSCRIBE","params":"$topics","id":"$id"}"""),
            Unsubscribe = new FrameTemplate("""{"method":"UNSUBSCRIBE","params":"$topics","id":"$id"}"""),
            Accepted = [new FrameTemplate("""{"result":null,"id":"$id"}""")],
            Rejected =
            [
                new FrameTemplate("""{"error":{"code":"$code","msg":"$message"},"id":"$id"}"""),
                new FrameTemplate("""{"code":"$code","msg":"$message","id":"$id?"}"""),
            ],
            Signals = [new SocketSignal("Shutdown", "rotate", new FrameTemplate("""{"e":"serverShutdown"}"""))],
            MaxTopics = maxTopics,
            MaxFrames = maxFrames,
            FramesPer = maxFrames is null ? null : TimeSpan.FromSeconds(1),
            Life = life,
            Counts = counts ?? [],
            Silence = silence,
        };

    public Task<Subscription> Subscribe(string topic = "a", CancellationToken cancellationToken = default)
    {
        // Continuations run inline only where no context of the test runner catches them.
        SynchronizationContext.SetSynchronizationContext(null);
        return Client.SubscribeAsync(Ticks, topic, OnTick, OnChange, cancellationToken).AsTask();
    }

    public void OnTick(in TickRecord tick) => Heard.Add(tick.Number.ToString());

    public void OnChange(SubscriptionEvent change) => Heard.Add(change.Kind.ToString());

    /// <summary>Lets time pass second by second, as the client's own ticks do.</summary>
    public void Pass(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static ChannelInfo<T> Channel<T>()
        where T : Adapters.Wire.IWire<T>, allows ref struct => new()
        {
            Name = "ticks",
            Socket = "streams",
            Topic = new TopicTemplate("{name}", new TopicPart("name", true)),
            Sends = "Tick",
            Decode = (_, _) => throw new NotSupportedException(),
        };
}
