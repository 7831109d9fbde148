using System.Buffers;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Rest;
using Adapters.Security;

namespace Adapters.Runtime.Tests.Rest;

/// <summary>A request that goes over a socket: the same parameters, as a JSON object.</summary>
public sealed class FrameRequestTests
{
    private static readonly AuthInfo Signed = new()
    {
        Name = "signed",
        Headers = [new("X-KEY", "$key")],
        Adds = [new("timestamp", "$now"), new("signature", "$signature")],
        Frame = [new("apiKey", "$key"), new("timestamp", "$now"), new("signature", "$signature")],
    };

    private static readonly EndpointInfo Endpoint = new()
    {
        Name = "PlaceOrder",
        Method = "POST",
        Path = "/order/{symbol}",
        SocketMethod = "order.place",
        Place = ParameterPlace.Form,
        Auth = "signed",
        Parameters =
        [
            new("symbol", ParameterKind.Symbol, InPath: true), new("quantity", ParameterKind.Decimal),
            new("limit", ParameterKind.Int), new("ids", ParameterKind.Long, IsList: true), new("note", ParameterKind.Text),
        ],
    };

    private readonly SortingSigner _signer = new();
    private readonly RestRequest _request = new(new RestShape { ListForm = "csv" });

    [Fact]
    public void Parameters_are_a_json_object_and_the_signer_sees_their_plain_text()
    {
        Write(isLoggedOn: false);

        Assert.Equal(
            """{"symbol":"BTCUSDT","quantity":"0.10","limit":5,"ids":[1,2],"note":"a\"b","apiKey":"the-key","timestamp":1795514430000,"signature":"+/89"}""",
            Encoding.UTF8.GetString(_request.Encoded.Span));
        Assert.Equal(
            ["order.place apiKey=the-key&ids=[1,2]&limit=5&note=a\"b&quantity=0.10&symbol=BTCUSDT&timestamp=1795514430000"],
            _signer.Payloads);
    }

    [Fact]
    public void A_connection_that_is_logged_on_needs_neither_key_nor_signature()
    {
        Write(isLoggedOn: true);

        Assert.EndsWith(""","note":"a\"b","timestamp":1795514430000}""", Encoding.UTF8.GetString(_request.Encoded.Span), StringComparison.Ordinal);
        Assert.Empty(_signer.Payloads);
    }

    [Fact]
    public void Each_attempt_is_signed_anew()
    {
        Write(isLoggedOn: false);
        _request.RemoveAuthentication();
        Apply(isLoggedOn: false);

        Assert.Equal(2, _signer.Payloads.Count);
        Assert.Equal(_signer.Payloads[0], _signer.Payloads[1]);
    }

    private void Write(bool isLoggedOn)
    {
        _request.Start(Endpoint, isFrame: true);
        _request.Add("symbol", new SymbolTable().Get("BTCUSDT"));
        _request.Add("quantity", 0.10m);
        _request.Add("limit", 5);
        _request.Add("ids", [1L, 2L]);
        _request.Add("note", "a\"b");
        Apply(isLoggedOn);
    }

    private void Apply(bool isLoggedOn)
    {
        using var credentials = new Credentials("the-key", new LengthKey());
        var catalogue = new ProductCatalogue
        {
            Exchange = "Test",
            Product = "spot",
            Id = "test-spot",
            SpecHash = "0",
            Environments = [],
            Rest = new RestShape(),
            Errors = new ErrorTable(),
            Endpoints = [Endpoint],
            Auth = [Signed],
        };
        var authenticator = new Authenticator(
            catalogue, new EnvironmentInfo("live", new Dictionary<string, string>(), []), credentials, _signer, new RestOptions());
        authenticator.Apply(
            authenticator.Find(Endpoint)!, _request, Timestamp.FromNanoseconds(1_795_514_430_000_000_000), isLoggedOn);
    }

    private sealed class SortingSigner : IRequestSigner
    {
        internal List<string> Payloads { get; } = [];

        public void WritePayload(in SigningInput input, IBufferWriter<byte> payload)
        {
            Assert.True(input.IsFrame);
            input.Frame.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            var text = new List<string>();
            foreach (var (name, value) in input.Frame)
            {
                text.Add($"{name}={Encoding.UTF8.GetString(value.Span)}");
            }

            Payloads.Add(input.Path + " " + string.Join('&', text));
            payload.Write(Encoding.UTF8.GetBytes(Payloads[^1]));
        }
    }

    private sealed class LengthKey : SigningKey
    {
        public override int MaxSignatureLength => 10;

        public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature) =>
            Encoding.ASCII.GetBytes($"+/{payload.Length - 17}", signature);
    }
}
