using System.Security.Cryptography;
using System.Text;
using Adapters.Benchmarks.Measuring;
using Adapters.Binance;
using Adapters.Binance.Spot;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Security;
using Bar = Adapters.Benchmarks.Measuring.Bar;

namespace Adapters.Benchmarks.Requests;

/// <summary>An order from its values to the bytes that are sent: Binance's own endpoint, signer and key, by the generated
/// method.</summary>
internal sealed class RequestsGroup : IBenchmarkGroup
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(new string('s', 64));
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly Symbol _symbol = new SymbolTable().Get("BTCUSDT");
    private readonly ClientOrderId _id = ClientOrderId.Parse("x-R4T7dP2k-000000000041".AsSpan());
    private long _ids;

    public string Name => "requests";

    public Task<IReadOnlyList<Table>> RunAsync(RunOptions options)
    {
        using var key = new HmacKey(Secret);
        using var client = Client(key);
        using var hmac = new HMACSHA256(Secret);
        var signing = new BinanceSpotRest(new WritingCaller(client, isSigned: true));
        var plain = new BinanceSpotRest(new WritingCaller(client, isSigned: false));
        var (signed, address, body) = Sample(client);
        var order = NextOrder();
        var hash = new byte[32];
        var table = new Table($"Requests: an order of {body.Length} B", "what", "ns", "times a reused HMACSHA256", "B");
        foreach (var taken in new RoundRobin(options).Measure(
            Way("reused HMACSHA256 over the same bytes", () => hmac.TryComputeHash(signed, hash, out _)),
            Way("build, sign and serialise, with headers", () => Write(signing, order)),
            Way("the same with the order object made each time", () => Write(signing, NextOrder())),
            Way("build and serialise only", () => Write(plain, order)),
            Way("the same, then a reused HMACSHA256 over as many bytes", () =>
            {
                Write(plain, order);
                hmac.TryComputeHash(signed, hash, out _);
            }),
            Way("HttpRequestMessage and Uri, apart", () => Message(address, body))))
        {
            table.Add(taken.Name, taken.Nanoseconds, 1 / taken.Ratio, taken.Bytes);
            if (taken.Name.StartsWith("build, sign", StringComparison.Ordinal))
            {
                table.Bars.Add(Bar.AtMost("order built, signed and serialised: of a reused HMACSHA256", 1.5, 1 / taken.Ratio));
                table.Bars.Add(Bar.AtMost("order built, signed and serialised: allocated", 0, taken.Bytes, " B"));
            }
        }

        return Task.FromResult<IReadOnlyList<Table>>([table]);
    }

    private static Way Way(string name, Action once) => new(name, count =>
    {
        for (var i = 0; i < count; i++)
        {
            once();
        }
    });

    private static void Message(string address, byte[] body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(address, in AsWritten))
        {
            Content = new ByteArrayContent(body),
        };
        message.Headers.TryAddWithoutValidation("X-MBX-APIKEY", "key");
    }

    /// <summary>What is signed, and the whole body, after the signature has been seen to be right.</summary>
    private (byte[] Signed, string Address, byte[] Body) Sample(RestClient client)
    {
        byte[] body = [];
        var address = "";
        Write(
            new BinanceSpotRest(new WritingCaller(client, isSigned: true)
            {
                Seen = request =>
                {
                    body = request.Encoded.ToArray();
                    address = request.Address("https://api.test", withAuthentication: true);
                },
            }),
            NextOrder());
        var text = Encoding.ASCII.GetString(body);
        var signed = body[..text.IndexOf("&signature=", StringComparison.Ordinal)];
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Secret, signed));
        return text.EndsWith($"&signature={expected}", StringComparison.Ordinal)
            ? (signed, address, body)
            : throw new InvalidOperationException("The signature is not that of the bytes before it.");
    }

    private static void Write(BinanceSpotRest orders, NewOrder order)
    {
        var written = orders.PlaceOrderAsync(order);
        if (!written.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("Writing does not wait.");
        }
    }

    // The venue's own form of the order, as a caller of its generated methods has it.
    private NewOrder NextOrder() => new()
    {
        Symbol = _symbol,
        Side = OrderSide.Buy,
        Type = OrderType.Limit,
        TimeInForce = OrderTimeInForce.Gtc,
        Quantity = 0.01500000m + ((_ids & 1023) / 100_000m),
        Price = 64000.10m + ((_ids++ & 4095) / 100m),
        NewClientOrderId = _id,
        NewOrderRespType = ResponseType.Result,
    };

    private static RestClient Client(SigningKey key)
    {
        var catalogue = BinanceSpotCatalogue.Instance;
        return new RestClient(
            catalogue, catalogue.Environment("live"), new RestOptions(), new SocketsHttpHandler(), TimeProvider.System, null,
            new RateLimiter([], TimeProvider.System), new SymbolTable(), new Credentials(new string('k', 64), key),
            new BinanceSigner());
    }
}
