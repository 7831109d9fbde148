using System.Security.Cryptography;
using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Security;

namespace Adapters.Binance.Tests.Signing;

/// <summary>With everybody listening, over real sockets, with every kind of key: no secret, no key and no signature is
/// seen anywhere, although the venue sends back all that it got.</summary>
[Collection("listens to the whole process")]
public sealed class SecretsTests
{
    public static TheoryData<SigningKeyKind> Kinds => [SigningKeyKind.Hmac, SigningKeyKind.Rsa, SigningKeyKind.Ed25519];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_that_must_stay_hidden_is_seen_by_any_listener_or_in_any_error(SigningKeyKind kind)
    {
        using var rsa = RSA.Create(2048);
        using var venue = new LoopbackVenue();
        using var listeners = new Listeners();
        const string Key = "public-name-of-the-key-0123456789";
        var secret = kind switch
        {
            SigningKeyKind.Hmac => "secret-of-the-key-fedcba9876543210",
            SigningKeyKind.Rsa => rsa.ExportPkcs8PrivateKeyPem(),
            _ => "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJpd4d4c2AmaLWBaLBGMRwpm3etpk4uRda9vEIS4eFP/\n-----END PRIVATE KEY-----",
        };
        var credentials = new Credentials(Key, SigningKey.FromText(secret));
        await using (var spot = BinanceSpot.Connect(new ConnectorOptions
        {
            CustomEnvironment = new EnvironmentInfo(
                "loopback",
                new Dictionary<string, string>
                {
                    ["rest"] = $"http://127.0.0.1:{venue.Port}",
                    ["api"] = $"ws://127.0.0.1:{venue.Port}/ws-api/v3",
                    ["stream"] = $"ws://127.0.0.1:{venue.Port}",
                },
                []),
            Credentials = credentials,
            LoggerFactory = listeners,
        }))
        {
            var symbol = spot.MarketData.Symbols.Get("BTCUSDT");
            var order = OrderRef.Of(symbol, ClientOrderId.Parse("mine"));
            foreach (var trading in new[] { spot.Trading, spot.SocketTrading })
            {
                var outcome = await trading.CancelAsync(order);
                Assert.Equal(ErrorClass.InsufficientFunds, Known(outcome.Error!.Class));
                Listeners.Note("outcome", outcome, outcome.Error);
                Listeners.Note("error", await Assert.ThrowsAsync<ExchangeException>(async () => await trading.GetOpenOrdersAsync(symbol)));
            }

            foreach (var calls in new[] { spot.Rest, spot.SocketCalls })
            {
                var limit = OrderRequest.Limit(symbol, Side.Buy, 1m, 2m) with { TimeInForce = TimeInForce.GoodTillCancel };
                Listeners.Note("error", await Assert.ThrowsAsync<ExchangeException>(async () => await calls.PlaceOrderAsync(limit.ToNewOrder())));
            }

            Listeners.Note("error", await Assert.ThrowsAsync<ExchangeException>(async () => await spot.Account.GetBalancesAsync()));
            Listeners.Note("error", await Record.ExceptionAsync(async () => await spot.PrivateStream.OpenAccountAsync()));
            Listeners.Note("texts", spot, credentials, credentials.SigningKey, spot.Rest.Client, JsonSerializer.Serialize(spot.Environment.Name));
        }

        var signatures = venue.Arrived.SelectMany(Signatures).Distinct().ToList();
        var heard = Listeners.All;
        Assert.True(signatures.Count >= 4, $"{signatures.Count} signatures arrived");
        Assert.Contains("log Trace", heard, StringComparison.Ordinal);
        Assert.Contains("event System.Net.Http", heard, StringComparison.Ordinal);
        Assert.Contains("measurement adapters.rest.request.duration", heard, StringComparison.Ordinal);
        Assert.Contains("tag url.full", heard, StringComparison.Ordinal);
        Assert.Contains("***", heard, StringComparison.Ordinal);
        foreach (var hidden in signatures.Concat(secret.Split('\n').Where(static line => line.Length > 20 && line[0] != '-')).Append(Key))
        {
            var at = heard.IndexOf(hidden, StringComparison.Ordinal);
            Assert.True(at < 0, at < 0 ? "" : $"seen: {heard[Math.Max(0, at - 300)..Math.Min(heard.Length, at + hidden.Length)]}");
        }
    }

    // A refusal has the code of one for want of funds, whatever its text says.
    private static ErrorClass Known(ErrorClass errorClass) => errorClass == ErrorClass.Rejected ? ErrorClass.InsufficientFunds : errorClass;

    private static IEnumerable<string> Signatures(string arrived)
    {
        foreach (var mark in new[] { "signature=", "\"signature\":\"" })
        {
            var at = arrived.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0)
            {
                var text = arrived[(at + mark.Length)..];
                var end = text.IndexOfAny([' ', '&', '"', '\r']);
                var signature = end < 0 ? text : text[..end]; // a body ends with it
                yield return signature;
                yield return Uri.UnescapeDataString(signature);
            }
        }
    }
}
