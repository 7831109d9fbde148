using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Binance.Tests.Conformance;
using Adapters.Catalogue;
using Adapters.Hosting;
using Adapters.Security;
using Adapters.Simulation.Transport;
using Adapters.Sockets;
using Adapters.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Binance.Tests.Decoding;

/// <summary>
/// From the socket's buffer to the handler nothing is allocated and the expected layout is not left, for every channel of
/// the specification and each of its samples, conversions into domain values included.
/// </summary>
[Collection("listens to the whole process")] // not beside those who count everything, which allocates
public sealed class AllocationTests : IAsyncDisposable
{
    private const int Messages = 200;

    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    private readonly InMemoryWebSockets _sockets;
    private readonly ConnectorKernel _kernel;
    private long _left;
    private long _handled;

    public AllocationTests()
    {
        SynchronizationContext.SetSynchronizationContext(null); // under xunit's nothing would go on at once
        _sockets = new InMemoryWebSockets(socket => socket.Received += frame => Accept(socket, frame));
        _kernel = ConnectorKernel.Open(
            Catalogue,
            new ConnectorOptions
            {
                HttpHandler = new VenueTime(),
                WebSockets = _sockets,
                TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 6, 12, 0, 0, 0, TimeSpan.Zero)),
                Credentials = new Credentials("the-key", new HmacKey("the-secret")),
                Streams = new StreamOptions { Continuations = TaskCreationOptions.None },
            },
            new ConnectorParts { Signer = new BinanceSigner() });
    }

    public static TheoryData<string> Frames => [.. Samples.Names("spot").Where(IsMessage)];

    [Fact]
    public void Every_channel_is_among_them() => Assert.Equal(
        Catalogue.Channels.Select(static channel => channel.Name).Order(),
        Samples.Names("spot").Where(IsMessage).Select(static name => Of(name).Channel!.Name).Distinct().Order());

    [Theory]
    [MemberData(nameof(Frames))]
    public async Task Nothing_is_allocated_from_the_buffer_to_the_handler(string name)
    {
        var channel = Of(name).Channel!;
        var frame = Samples.Read(name).AsSpan().TrimEnd("\r\n"u8).ToArray();
        await (Task)GetType().GetMethod(nameof(OpenAsync), BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(channel.GetType().GetGenericArguments()).Invoke(this, [channel, TopicOf(frame)])!;
        var socket = _sockets.Connections[^1];
        using var listener = Listen();

        Assert.Equal((0, Messages, 0), Measure(() => socket.Send(frame)));
        Assert.Equal((0, Messages, 0), Measure(() => socket.SendFragmented(frame, 100)));
    }

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    private (long Bytes, long Handled, long LeftLayout) Measure(Action send)
    {
        for (var i = 0; i < 50; i++)
        {
            send(); // the first ones are those whose names are seen for the first time
        }

        (_left, _handled) = (0, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Messages; i++)
        {
            send();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before, _handled, _left);
    }

    private async Task OpenAsync<T>(ChannelInfo<T> channel, string? topic)
        where T : IWire<T>, allows ref struct
    {
        var convert = Conversion<T>();
        MessageHandler<T> handler = (in message) =>
        {
            convert(in message);
            _handled++;
        };
        _ = topic is null
            ? (object)await _kernel.Calls.OpenAsync(channel, handler)
            : await _kernel.Streams.SubscribeAsync(channel, topic, handler);
    }

    /// <summary>Makes all domain values of a message.</summary>
    private static MessageHandler<T> Conversion<T>()
        where T : IWire<T>, allows ref struct
    {
        if (typeof(T) == typeof(UserEventFrame))
        {
            return (MessageHandler<T>)(object)(MessageHandler<UserEventFrame>)Convert;
        }

        MessageHandler<T> all = static (in _) => { };
        foreach (var method in typeof(Conversions).GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.GetParameters() is [var only] && only.ParameterType == typeof(T).MakeByRefType())
            {
                all += (MessageHandler<T>)typeof(AllocationTests)
                    .GetMethod(nameof(Of), BindingFlags.Static | BindingFlags.NonPublic, [typeof(MethodInfo)])!
                    .MakeGenericMethod(typeof(T), method.ReturnType).Invoke(null, [method])!;
            }
        }

        return all;
    }

    private delegate TDomain Converter<TMessage, out TDomain>(in TMessage message)
        where TMessage : IWire<TMessage>, allows ref struct
        where TDomain : allows ref struct;

    private static MessageHandler<TMessage> Of<TMessage, TDomain>(MethodInfo method)
        where TMessage : IWire<TMessage>, allows ref struct
        where TDomain : allows ref struct
    {
        var convert = method.CreateDelegate<Converter<TMessage, TDomain>>();
        return (in message) => _ = convert(in message);
    }

    private static void Convert(in UserEventFrame message)
    {
        switch (message.Case)
        {
            case UserEventCase.ExecutionReport:
                var report = message.ExecutionReport;
                _ = report.ToOrder();
                _ = report.ToFill();
                break;
            case UserEventCase.AccountPosition:
                foreach (var balance in message.AccountPosition.Balances)
                {
                    _ = balance.ToBalance(message.AccountPosition);
                }

                break;
            default:
                break;
        }
    }

    private static FrameReading Of(string name) => new FrameReader(Catalogue).Read(Samples.Read(name));

    private static bool IsMessage(string name) =>
        !name.Contains("/api/", StringComparison.Ordinal) && SampleReader.EndpointOf(name) is null
        && Of(name) is { Role: FrameRole.Message } reading
        && (reading.Channel!.Opening is null || Samples.Read(name).AsSpan().IndexOf("\"event\":"u8) >= 0)
        && !Catalogue.Sockets.Single(socket => socket.Name == reading.Channel.Socket).Signals.Any(
            signal => signal.Form.TryMatch(reading.Payload.Span, []));

    private static string? TopicOf(byte[] frame)
    {
        using var json = JsonDocument.Parse(frame);
        return json.RootElement.TryGetProperty("stream", out var topic) ? topic.GetString() : null;
    }

    // The venue's side: every command is accepted.
    private static void Accept(InMemorySocket socket, ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        var id = json.RootElement.GetProperty("id");
        var answer = json.RootElement.GetProperty("method").GetString() == "SUBSCRIBE"
            ? $$"""{"result":null,"id":{{id}}}"""
            : $$"""{"id":{{id}},"status":200,"result":{"subscriptionId":0},"rateLimits":[]}""";
        socket.Send(Encoding.UTF8.GetBytes(answer));
    }

    private sealed class VenueTime : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"serverTime":1781222400000}""") });
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "adapters.socket.left_layout")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        var thread = Environment.CurrentManagedThreadId; // other tests run beside this one
        listener.SetMeasurementEventCallback<long>(
            (_, count, _, _) => _left += Environment.CurrentManagedThreadId == thread ? count : 0);
        listener.Start();
        return listener;
    }
}
