using System.Security.Cryptography;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Orders;
using Adapters.Security;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Binance.Tests.Trading;

/// <summary>A key of one's own, in hardware or far away, may fail in any way. What could not be signed was not sent, and
/// nobody has to ask what became of it.</summary>
public sealed class SigningFailureTests
{
    public static TheoryData<string> Failures => [.. Errors.Keys];

    private static Dictionary<string, Exception> Errors { get; } = new Exception[]
    {
        new HttpRequestException("far away"), new IOException("far away"), new TimeoutException("far away"),
        new OperationCanceledException("far away"), new CryptographicException("far away"), new InvalidOperationException("far away"),
    }.ToDictionary(static error => error.GetType().Name);

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_order_that_could_not_be_signed_was_not_sent(string failure)
    {
        var venue = new Recorder { Answers = { ["GET /api/v3/time"] = """{"serverTime":1795514430000}""" } };
        venue.Answers["GET /api/v3/exchangeInfo"] = System.Text.Encoding.UTF8.GetString(Conformance.Samples.Read("spot/GetExchangeInfo.json"));
        await using var spot = BinanceSpot.Connect(new ConnectorOptions
        {
            HttpHandler = venue,
            TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero)),
            Credentials = new Credentials("the-key", new FarKey(Errors[failure])),
        });

        var outcome = await spot.Trading.PlaceAsync(
            OrderRequest.Limit(spot.MarketData.Symbols.Get("BTCUSDT"), Side.Buy, 0.01m, 50_000m));

        Assert.True(outcome.IsRejected, outcome.ToString());
        Assert.Equal(ErrorClass.Unreachable, outcome.Error.Class);
        Assert.Equal($"It was not sent: the FarKey could not sign it ({failure}).", outcome.Error.Problem);
        Assert.Same(Errors[failure], outcome.Error.InnerException);
        Assert.Null(outcome.Attempt!.SentFrom);
        Assert.Empty(venue.Sent("POST /api/v3/order"));
    }

    private sealed class FarKey(Exception failure) : SigningKey
    {
        public override int MaxSignatureLength => 64;

        public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature) => throw failure;
    }
}
