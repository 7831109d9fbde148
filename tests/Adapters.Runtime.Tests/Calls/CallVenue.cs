using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Adapters.Calls;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Runtime.Tests.Sockets;
using Adapters.Security;
using Adapters.Simulation.Transport;
using Adapters.Sockets;
using Adapters.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Calls;

/// <summary>What a venue does with a call: gives the JSON of its answer after the id, or null to say nothing.</summary>
internal delegate string? CallBehaviour(InMemorySocket socket, string method, JsonElement arguments);

/// <summary>A client over a call socket in memory, its venue and its clock. Whoever waits goes on at once.</summary>
internal sealed class CallVenue : IAsyncDisposable
{
    public const string Fine = """ "status":200,"result":{"n":7}""";

    private int _subscription;

    public CallVenue(SigningKey? key = null, SigningKeyKind? login = null, Action<StreamOptions>? streams = null, TimeSpan? life = null)
    {
        // Under xunit's context continuations would hop to the pool, and the clock could run ahead of the client.
        SynchronizationContext.SetSynchronizationContext(null);
        Sockets = new InMemoryWebSockets(Accept);
        var options = new StreamOptions { Jitter = new Random(1), Continuations = TaskCreationOptions.None };
        streams?.Invoke(options);
        var catalogue = Catalogue(login, life);
        Limiter = new RateLimiter(catalogue.Limits, Clock, new RateLimiterOptions { ReservedShare = 0 });
        Client = new CallClient(
            catalogue, catalogue.Sockets[0], catalogue.Environments[0], new RestOptions { Random = new Random(7) }, options, Sockets,
            Clock, null, Limiter, new SymbolTable(), key is null ? null : new Credentials("the-key", key), new NameSigner(),
            new CallReaders { Limits = ReadLimits, RetryAt = ReadRetry });
    }

    public InMemoryWebSockets Sockets { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero));

    public RateLimiter Limiter { get; }

    public CallClient Client { get; }

    /// <summary>Every frame as it came.</summary>
    public List<string> Frames { get; } = [];

    /// <summary>Methods in the order in which they were called.</summary>
    public List<string> Methods { get; } = [];

    public CallBehaviour Behaviour { get; set; } = static (_, _, _) => Fine;

    public InMemorySocket Last => Sockets.Connections[^1];

    public static EndpointInfo Ask { get; } = new() { Name = "Ask", Method = "GET", Path = "/ask", SocketMethod = "ask", IsRepeatable = true };

    public static EndpointInfo Place { get; } = new()
    {
        Name = "Place",
        Method = "POST",
        Path = "/order",
        SocketMethod = "order.place",
        Place = ParameterPlace.Form,
        Auth = "signed",
        Parameters = [new("id", ParameterKind.Text)],
    };

    public static ChannelInfo<TickFrame> User { get; } = new()
    {
        Name = "user",
        Socket = "api",
        Topic = TopicTemplate.None,
        Sends = "Tick",
        Decode = (_, _) => throw new NotSupportedException(),
        Opening = new ChannelOpening("OpenUser", "OpenUserLoggedOn", "CloseUser", "subscriptionId"),
    };

    public Task<TickRecord> AskAsync(CancellationToken cancellationToken = default) =>
        Client.SendAsync<TickRecord>(Client.Create(Ask), cancellationToken).AsTask();

    public Task<TickRecord> PlaceAsync(CancellationToken cancellationToken = default)
    {
        var request = Client.Create(Place);
        request.Add("id", "mine");
        return Client.SendAsync<TickRecord>(request, cancellationToken).AsTask();
    }

    /// <summary>Sends an event of the user's channel to every connection that has it open.</summary>
    public void Publish(long number)
    {
        foreach (var (socket, subscription) in Subscribed.Where(static item => item.Socket.IsOpen).ToArray())
        {
            Send(socket, $$$"""{"subscriptionId":{{{subscription}}},"event":{"n":{{{number}}}}}""");
        }
    }

    public List<(InMemorySocket Socket, int Subscription)> Subscribed { get; } = [];

    public static void Send(InMemorySocket socket, string json) => socket.Send(Encoding.UTF8.GetBytes(json));

    public ValueTask DisposeAsync() => Client.DisposeAsync();

    private void Accept(InMemorySocket socket) => socket.Received += frame => OnFrame(socket, frame);

    private void OnFrame(InMemorySocket socket, ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        var method = json.RootElement.GetProperty("method").GetString()!;
        Frames.Add(Encoding.UTF8.GetString(frame.Span));
        Methods.Add(method);
        var answer = method switch
        {
            "user.subscribe" or "user.subscribe.logged" => Subscribe(socket),
            "user.unsubscribe" => Unsubscribe(socket),
            _ => Behaviour(socket, method, json.RootElement.GetProperty("params")),
        };
        if (answer is not null)
        {
            Send(socket, $$"""{"id":{{json.RootElement.GetProperty("id").GetRawText()}},{{answer}}}""");
        }
    }

    private string? Subscribe(InMemorySocket socket)
    {
        if (Behaviour(socket, "user.subscribe", default) is not Fine and var other)
        {
            return other;
        }

        Subscribed.Add((socket, _subscription));
        return $$$""" "status":200,"result":{"subscriptionId":{{{_subscription++}}}}""";
    }

    private string Unsubscribe(InMemorySocket socket)
    {
        _ = Behaviour(socket, "user.unsubscribe", default);
        Subscribed.RemoveAll(item => item.Socket == socket);
        return """ "status":200,"result":{}""";
    }

    private static RateLimitInfo[] ReadLimits(ReadOnlySpan<byte> json, WireContext context)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        return [.. document.RootElement.EnumerateArray().Select(static item => new RateLimitInfo
        {
            Kind = LimitKind.Weight,
            Unit = TimeUnit.Minute,
            Per = 1,
            Capacity = 100,
            Used = item.GetProperty("count").GetInt64(),
        })];
    }

    private static Timestamp? ReadRetry(ReadOnlySpan<byte> json, WireContext context)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        return Timestamp.FromNanoseconds(document.RootElement.GetProperty("retryAfter").GetInt64() * 1_000_000);
    }

    private static ProductCatalogue Catalogue(SigningKeyKind? login, TimeSpan? life) => new()
    {
        Exchange = "Test",
        Product = "spot",
        Id = "test-spot",
        SpecHash = "0",
        Environments =
        [
            new("live", new Dictionary<string, string> { ["rest"] = "https://api.test", ["api"] = "wss://ws.test" }, []),
        ],
        Rest = new RestShape(),
        Errors = new ErrorTable(
            new ErrorRule(ErrorClass.Banned, Http: "418"),
            new ErrorRule(ErrorClass.RateLimited, Http: "429"),
            new ErrorRule(ErrorClass.UnknownOutcome, Http: "5xx"),
            new ErrorRule(ErrorClass.ClockSkew, From: -1021),
            new ErrorRule(ErrorClass.Authentication, From: -2015),
            new ErrorRule(ErrorClass.InsufficientFunds, From: -2010)),
        Endpoints =
        [
            Ask, Place, Call("Logon", "session.logon", "signed"), Call("OpenUser", "user.subscribe", "signed"),
            Call("OpenUserLoggedOn", "user.subscribe.logged"), Call("CloseUser", "user.unsubscribe"),
        ],
        Auth = [new() { Name = "signed", Frame = [new("apiKey", "$key"), new("timestamp", "$now"), new("signature", "$signature")] }],
        Limits =
        [
            new("weight", "ip", LimitKind.Weight, null, new LimitWindow("1m", TimeSpan.FromMinutes(1), 100)),
            new("connects", "ip", LimitKind.Connections, null, new LimitWindow("5m", TimeSpan.FromMinutes(5), 300)),
        ],
        Sockets =
        [
            new()
            {
                Name = "api",
                Url = "{api}/v3",
                Life = life,
                Silence = life is null ? TimeSpan.FromMinutes(1) : null,
                Call = new FrameTemplate("""{"id":"$id","method":"$method","params":"$args"}"""),
                Answer = new FrameTemplate(
                    """
                    {"id":"$id","status":"$status","result?":"$payload","error?":{"code":"$code","msg":"$message","data?":"$data"},"rateLimits?":"$limits"}
                    """),
                Envelopes = [new FrameTemplate("""{"subscriptionId?":"$subscription","event":"$payload"}""")],
                Counts = [new("connects", 1), new("weight", 2)],
                Signals =
                [
                    new("Shutdown", "rotate", new FrameTemplate("""{"e":"serverShutdown"}""")),
                    new("Terminated", "resubscribe", new FrameTemplate("""{"e":"terminated"}""")),
                ],
                Login = login is null ? null : new SocketLogin("Logon", login.ToString()),
            },
        ],
        Channels = [User],
    };

    private static EndpointInfo Call(string name, string method, string? auth = null) =>
        new() { Name = name, SocketMethod = method, Auth = auth, IsRepeatable = true };

    private sealed class NameSigner : IRequestSigner
    {
        public void WritePayload(in SigningInput input, IBufferWriter<byte> payload)
        {
            foreach (var (name, _) in input.Frame)
            {
                payload.Write(Encoding.ASCII.GetBytes(name + " "));
            }
        }
    }
}

/// <summary>Signs with the length of the payload.</summary>
internal sealed class LengthKey(SigningKeyKind kind) : SigningKey
{
    public override SigningKeyKind Kind => kind;

    public override int MaxSignatureLength => 20;

    public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"signature-{payload.Length}"), signature);
}
