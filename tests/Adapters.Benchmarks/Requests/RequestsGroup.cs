using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Adapters.Benchmarks.Measuring;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Security;

namespace Adapters.Benchmarks.Requests;

/// <summary>An order from its values to the bytes that are sent.</summary>
internal sealed class RequestsGroup : IBenchmarkGroup
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(new string('s', 64));
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly EndpointInfo Order = new()
    {
        Name = "NewOrder",
        Method = "POST",
        Path = "/api/v3/order",
        Place = ParameterPlace.Form,
        Auth = "signed",
        Parameters =
        [
            new("symbol", ParameterKind.Symbol, IsRequired: true), new("side", ParameterKind.Enum, IsRequired: true),
            new("type", ParameterKind.Enum, IsRequired: true), new("timeInForce", ParameterKind.Enum),
            new("quantity", ParameterKind.Decimal), new("quoteOrderQty", ParameterKind.Decimal),
            new("price", ParameterKind.Decimal), new("newClientOrderId", ParameterKind.Text),
            new("strategyId", ParameterKind.Long), new("strategyType", ParameterKind.Int),
            new("stopPrice", ParameterKind.Decimal), new("trailingDelta", ParameterKind.Long),
            new("icebergQty", ParameterKind.Decimal), new("newOrderRespType", ParameterKind.Enum),
            new("selfTradePreventionMode", ParameterKind.Enum),
        ],
        Needs = [new ParameterNeed('|', false, "quantity", "quoteOrderQty")],
    };

    private readonly Symbol _symbol = new SymbolTable().Get("BTCUSDT");
    private long _ids;

    public string Name => "requests";

    public Task<IReadOnlyList<Table>> RunAsync(RunOptions options)
    {
        using var key = new ReusedHmacKey(Secret);
        using var client = Client(key);
        using var hmac = new HMACSHA256(Secret);
        var (signed, address, body) = Sample(client);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Secret, signed));
        if (!Encoding.ASCII.GetString(body).EndsWith($"&signature={expected}", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The signature is not that of the bytes before it.");
        }

        var hash = new byte[32];
        var table = new Table($"Requests: an order of {body.Length} B", "what", "ns", "times a reused HMACSHA256", "B");
        foreach (var taken in new RoundRobin(options).Measure(
            new Way("reused HMACSHA256 over the same bytes", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    hmac.TryComputeHash(signed, hash, out _);
                }
            }),
            new Way("build, sign and serialise, with headers", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    client.Return(Write(client));
                }
            }),
            new Way("build and serialise only", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    var request = Fill(client);
                    client.Check(request);
                    client.Return(request);
                }
            }),
            new Way("HttpRequestMessage and Uri, apart", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(address, in AsWritten))
                    {
                        Content = new ByteArrayContent(body),
                    };
                    message.Headers.TryAddWithoutValidation("X-MBX-APIKEY", "key");
                }
            })))
        {
            table.Add(taken.Name, taken.Nanoseconds, 1 / taken.Ratio, taken.Bytes);
            if (taken.Name.StartsWith("build, sign", StringComparison.Ordinal))
            {
                table.Bars.Add(Bar.AtMost("order built, signed and serialised: of a reused HMACSHA256", 1.5, 1 / taken.Ratio));
                table.Bars.Add(Bar.AtMost("order built, signed and serialised: allocated", 64, taken.Bytes, " B"));
            }
        }

        return Task.FromResult<IReadOnlyList<Table>>([table]);
    }

    private (byte[] Signed, string Address, byte[] Body) Sample(RestClient client)
    {
        var request = Write(client);
        var body = request.Encoded.ToArray();
        var signed = body[..Encoding.ASCII.GetString(body).IndexOf("&signature=", StringComparison.Ordinal)];
        var address = request.Address("https://api.test", withAuthentication: true);
        client.Return(request);
        return (signed, address, body);
    }

    private RestRequest Write(RestClient client)
    {
        var request = Fill(client);
        client.Write(request, client.Check(request));
        return request;
    }

    private RestRequest Fill(RestClient client)
    {
        var request = client.Create(Order);
        request.Add("symbol", _symbol);
        request.Add("side", new Word("BUY"));
        request.Add("type", new Word("LIMIT"));
        request.Add("timeInForce", new Word("GTC"));
        request.Add("quantity", 0.01500000m + ((_ids & 1023) / 100_000m));
        request.Add("quoteOrderQty", (decimal?)null);
        request.Add("price", 64000.10m + ((_ids++ & 4095) / 100m));
        request.Add("newClientOrderId", "x-R4T7dP2k-000000000041");
        request.Add("strategyId", (long?)null);
        request.Add("newOrderRespType", new Word("RESULT"));
        return request;
    }

    private static RestClient Client(SigningKey key)
    {
        var catalogue = new ProductCatalogue
        {
            Exchange = "Test",
            Product = "spot",
            Id = "test-spot",
            SpecHash = "0",
            Environments = [new("live", new Dictionary<string, string> { ["rest"] = "https://api.test" }, [])],
            Rest = new RestShape(),
            Auth =
            [
                new()
                {
                    Name = "signed",
                    Headers = [new("X-MBX-APIKEY", "$key")],
                    Adds = [new("recvWindow", "$recvWindow"), new("timestamp", "$now"), new("signature", "$signature")],
                },
            ],
            Errors = new ErrorTable(),
            Endpoints = [Order],
            Sockets = [],
        };
        return new RestClient(
            catalogue, catalogue.Environments[0], new RestOptions(), new SocketsHttpHandler(), TimeProvider.System, null,
            new RateLimiter([], TimeProvider.System), new SymbolTable(), new Credentials("the-key", key), new WholeSigner());
    }

    private readonly record struct Word(string Text) : Wire.IWireText;

    private sealed class WholeSigner : IRequestSigner
    {
        public void WritePayload(in SigningInput input, IBufferWriter<byte> payload) => payload.Write(input.Parameters);
    }
}
