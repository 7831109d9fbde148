using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Rest;
using Adapters.Security;
using Microsoft.Extensions.Logging;

namespace Adapters.Runtime.Tests.Rest;

public sealed class SigningTests
{
    private const string Key = "the-key-of-somebody";
    private const string Secret = "hidden";

    private static readonly EndpointInfo Order = Venue.Endpoint(
        method: "POST", place: ParameterPlace.Form, repeatable: false, auth: "signed", parameters: [new("a", ParameterKind.Text)]);

    [Fact]
    public async Task The_bytes_that_are_signed_are_the_bytes_that_are_sent()
    {
        var signer = new EverythingSigner();
        using var venue = new Venue(credentials: new Credentials(Key, new ReversingKey()), signer: signer).Answers(200, "{}");

        await Send(venue, Order);

        var signed = "a=x%20y&recvWindow=5000&timestamp=1795514430000";
        Assert.Equal([$"/api/v3/thing {signed}"], signer.Payloads);
        Assert.Equal([$"{signed}&signature={Uri.EscapeDataString(Signature(signer.Payloads[0]))}"], venue.Bodies);
        Assert.Equal([Key], venue.Requests[0].Headers.GetValues("X-KEY"));
    }

    [Fact]
    public async Task Every_attempt_has_a_time_and_a_signature_of_its_own()
    {
        var signer = new EverythingSigner();
        using var venue = new Venue(credentials: new Credentials(Key, new ReversingKey()), signer: signer)
            .Answers(500, "", ("Retry-After", "10")).Answers(200, "{}");

        var task = Send(venue, Venue.Endpoint(auth: "signed", parameters: [new("a", ParameterKind.Text)]));
        venue.Time.Advance(TimeSpan.FromSeconds(10));
        await task;

        Assert.Contains("timestamp=1795514430000", signer.Payloads[0], StringComparison.Ordinal);
        Assert.Contains("timestamp=1795514440000", signer.Payloads[1], StringComparison.Ordinal);
        Assert.StartsWith("GET /api/v3/thing?a=x%20y&recvWindow=5000&timestamp=1795514440000&signature=", venue.Lines[1], StringComparison.Ordinal);
        Assert.Single(venue.Lines[1].Split("signature=").Skip(1));
    }

    [Fact]
    public void Writing_and_signing_an_order_allocates_nothing()
    {
        using var venue = new Venue(credentials: new Credentials(Key, new CountingKey()), signer: new PlainSigner());
        var endpoint = Venue.Endpoint(
            method: "POST", place: ParameterPlace.Form, repeatable: false, auth: "signed",
            needs: [new ParameterNeed('^', false, "price", "quote")],
            parameters:
            [
                new("symbol", ParameterKind.Symbol, IsRequired: true), new("type", ParameterKind.Text, Constant: "LIMIT"),
                new("price", ParameterKind.Decimal), new("quote", ParameterKind.Decimal), new("id", ParameterKind.Text),
            ]);
        var symbol = new SymbolTable().Get("BTCUSDT");
        var text = "";
        for (var i = 0; i < 50; i++)
        {
            text = Write();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Write(asText: false);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(
            "symbol=BTCUSDT&type=LIMIT&price=64000.10&id=a%2Fb&recvWindow=5000&timestamp=1795514430000&signature=89", text);

        string Write(bool asText = true)
        {
            var request = venue.Client.Create(endpoint);
            request.Add("symbol", symbol);
            request.Add("price", 64000.10m);
            request.Add("id", "a/b");
            venue.Client.Write(request, venue.Client.Check(request));
            var written = asText ? Encoding.ASCII.GetString(request.Encoded.Span) : "";
            venue.Client.Return(request);
            return written;
        }
    }

    [Fact]
    public async Task Without_credentials_a_private_call_says_what_it_needs()
    {
        using var venue = new Venue();
        Assert.Contains("API key", (await Assert.ThrowsAsync<RequestException>(() => Send(venue, Order))).Problem, StringComparison.Ordinal);
        using var unsigned = new Venue(credentials: new Credentials(Key));
        Assert.Contains("signing key", (await Assert.ThrowsAsync<RequestException>(() => Send(unsigned, Order))).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("key\n")]
    [InlineData("kéy")]
    public void A_key_that_no_header_holds_is_refused_and_not_shown(string key)
    {
        var error = Assert.Throws<ArgumentException>(() => new Credentials(key));
        Assert.True(key.Length == 0 || !error.Message.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_secret_key_or_signature_is_seen_by_any_listener_or_in_any_error()
    {
        var seen = new ConcurrentQueue<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                seen.Enqueue($"activity {activity.DisplayName} {activity.StatusDescription}");
                foreach (var tag in activity.TagObjects)
                {
                    seen.Enqueue($"tag {tag.Key} {tag.Value}");
                }
            },
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = static (meter, listener) => listener.EnableMeasurementEvents(meter) };
        meters.SetMeasurementEventCallback<double>((meter, value, tags, _) => Note(seen, meter, value, tags));
        meters.SetMeasurementEventCallback<long>((meter, value, tags, _) => Note(seen, meter, value, tags));
        meters.Start();
        var credentials = new Credentials(Key, new ReversingKey());
        var signer = new EverythingSigner();
        using var venue = new Venue(credentials: credentials, signer: signer, logger: new EchoLogger(seen));
        var echo = $"/api/v3/thing a=x%20y&recvWindow=5000&timestamp=1795514430000";
        venue.Answers(401, $$"""{"code":-1022,"msg":"Bad signature {{Signature(echo)}} of {{Key}}"}""")
            .Fails(new HttpRequestException(HttpRequestError.ResponseEnded)).Answers(200, "garbage");

        foreach (var type in (Type[])[typeof(ExchangeException), typeof(ExchangeException), typeof(DecodeException)])
        {
            seen.Enqueue((await Assert.ThrowsAsync(type, () => Send(venue, Order))).ToString());
        }

        seen.Enqueue($"{credentials} {credentials.SigningKey} {venue.Client}");
        seen.Enqueue(venue.Client.Preview(Create(venue, Order)).ToString());
        var text = string.Join('\n', seen);
        Assert.Contains("tag url.full https://api.test/api/v3/thing", text, StringComparison.Ordinal);
        Assert.Contains("Bad signature *** of ***", text, StringComparison.Ordinal);
        Assert.Contains("adapters.rest.request.duration", text, StringComparison.Ordinal);
        Assert.Contains("Trace", text, StringComparison.Ordinal);
        foreach (var hidden in signer.Payloads.Select(Signature).Concat([Key, Secret, "1795514430000"]))
        {
            Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        }
    }

    private static void Note<T>(
        ConcurrentQueue<string> seen, Instrument meter, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{meter.Name} {value}");
        foreach (var tag in tags)
        {
            text.Append(CultureInfo.InvariantCulture, $" {tag.Key}={tag.Value}");
        }

        seen.Enqueue(text.ToString());
    }

    private static string Signature(string payload) => string.Concat(payload.Reverse()) + "/" + Secret.Length;

    private static RestRequest Create(Venue venue, EndpointInfo endpoint)
    {
        var request = venue.Client.Create(endpoint);
        request.Add("a", "x y");
        return request;
    }

    private static Task Send(Venue venue, EndpointInfo endpoint) =>
        venue.Client.SendNothingAsync(Create(venue, endpoint)).AsTask();

    private sealed class EverythingSigner : IRequestSigner
    {
        internal List<string> Payloads { get; } = [];

        public void WritePayload(in SigningInput input, IBufferWriter<byte> payload)
        {
            payload.Write(Encoding.ASCII.GetBytes(input.Path + " "));
            payload.Write(input.Parameters);
            Payloads.Add(input.Path + " " + Encoding.ASCII.GetString(input.Parameters));
        }
    }

    private sealed class ReversingKey : SigningKey
    {
        public override int MaxSignatureLength => 1_000;

        public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature) =>
            Encoding.ASCII.GetBytes(Signature(Encoding.ASCII.GetString(payload)), signature);
    }

    private sealed class PlainSigner : IRequestSigner
    {
        public void WritePayload(in SigningInput input, IBufferWriter<byte> payload) => payload.Write(input.Parameters);
    }

    private sealed class CountingKey : SigningKey
    {
        public override int MaxSignatureLength => 10;

        public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature) =>
            payload.Length.TryFormat(signature, out var written, default, CultureInfo.InvariantCulture) ? written : 0;
    }

    private sealed class EchoLogger(ConcurrentQueue<string> seen) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            seen.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
    }
}
