using System.Text;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Orders;
using Adapters.Security;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Binance.Tests.Trading;

/// <summary>Cancel-replace tells of each leg whether it was done, and what was answered to it: the outcome goes by both, and
/// is unknown where they contradict each other.</summary>
public sealed class ReplaceAnswerTests : IAsyncDisposable
{
    private const string Refusal = """{"code":-2011,"msg":"Unknown order sent."}""";
    private const string Old = """
        {"symbol":"BTCUSDT","origClientOrderId":"old","orderId":28,"orderListId":-1,"clientOrderId":"cancel","transactTime":1795514430123,
        "price":"50000.10000000","origQty":"0.01000000","executedQty":"0.00000000","status":"CANCELED","timeInForce":"GTC",
        "type":"LIMIT","side":"BUY"}
        """;

    private const string New = """
        {"symbol":"BTCUSDT","orderId":29,"orderListId":-1,"clientOrderId":"new","transactTime":1795514430123,"price":"50000.00000000",
        "origQty":"0.01000000","executedQty":"0.00000000","status":"NEW","timeInForce":"GTC","type":"LIMIT","side":"BUY"}
        """;

    private readonly Recorder _venue = new();
    private readonly BinanceSpot _spot;
    private readonly Symbol _symbol;

    public ReplaceAnswerTests()
    {
        _spot = BinanceSpot.Connect(new ConnectorOptions
        {
            HttpHandler = _venue,
            TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero)),
            Credentials = new Credentials("the-key", new HmacKey("the-secret")),
        });
        _venue.Answers["GET /api/v3/time"] = """{"serverTime":1795514430000}""";
        _venue.Answers["GET /api/v3/exchangeInfo"] = Encoding.UTF8.GetString(Conformance.Samples.Read("spot/GetExchangeInfo.json"));
        // The old order is open still: who asks instead of listening would take that for a cancel that was acknowledged.
        _venue.Answers["GET /api/v3/order"] =
            Encoding.UTF8.GetString(Conformance.Samples.Read("spot/GetOrder.json"));
        _symbol = _spot.MarketData.Symbols.Get("BTCUSDT");
    }

    [Theory]
    [InlineData("SUCCESS", Old, "SUCCESS", New, OutcomeKind.Acknowledged, OutcomeKind.Acknowledged)]
    [InlineData("FAILURE", Refusal, "NOT_ATTEMPTED", "null", OutcomeKind.Rejected, OutcomeKind.Rejected)]
    [InlineData("FAILURE", "null", "NOT_ATTEMPTED", "null", OutcomeKind.Rejected, OutcomeKind.Rejected)]
    [InlineData("FAILURE", "null", "FAILURE", "null", OutcomeKind.Rejected, OutcomeKind.Rejected)]
    [InlineData("FAILURE", "null", "SUCCESS", New, OutcomeKind.Rejected, OutcomeKind.Acknowledged)]
    [InlineData("FAILURE", Refusal, "SUCCESS", "null", OutcomeKind.Rejected, OutcomeKind.Unknown)]
    [InlineData("SUCCESS", Old, "FAILURE", "null", OutcomeKind.Acknowledged, OutcomeKind.Rejected)]
    [InlineData("SUCCESS", Old, "NOT_ATTEMPTED", "null", OutcomeKind.Acknowledged, OutcomeKind.Rejected)]
    [InlineData("NOT_ATTEMPTED", "null", "FAILURE", Refusal, OutcomeKind.Rejected, OutcomeKind.Rejected)]
    [InlineData("SUCCESS", Refusal, "SUCCESS", Refusal, OutcomeKind.Unknown, OutcomeKind.Unknown)]
    [InlineData("FAILURE", Old, "FAILURE", New, OutcomeKind.Unknown, OutcomeKind.Unknown)]
    [InlineData("FAILURE", Old, "NOT_ATTEMPTED", New, OutcomeKind.Unknown, OutcomeKind.Unknown)]
    [InlineData("DELAYED", "null", "SUCCESS", New, OutcomeKind.Unknown, OutcomeKind.Unknown)]
    public async Task Each_leg_has_the_outcome_that_is_told(
        string cancelResult, string cancel, string placeResult, string place, OutcomeKind canceled, OutcomeKind placed)
    {
        var parts = $$"""{"cancelResult":"{{cancelResult}}","newOrderResult":"{{placeResult}}","cancelResponse":{{cancel}},"newOrderResponse":{{place}}}""";
        foreach (var isFailure in new[] { false, true })
        {
            const string call = "POST /api/v3/order/cancelReplace";
            _venue.Answers[call] = parts;
            _venue.Failures.Remove(call);
            if (isFailure)
            {
                _venue.Failures[call] = $$"""{"code":-2021,"msg":"Order cancel-replace partially failed.","data":{{parts}}}""";
            }

            var outcome = await ((IOrderReplacer)_spot.Trading).ReplaceAsync(
                OrderRef.Of(_symbol, ClientOrderId.Parse("old")),
                OrderRequest.Limit(_symbol, Side.Buy, 0.01m, 50_000m) with { ClientId = ClientOrderId.Parse("new") });

            Assert.Equal((canceled, placed), (outcome.Cancel.Kind, outcome.Place.Kind));
            Assert.All([outcome.Cancel, outcome.Place], static part =>
                Assert.True(part.WasSent && (part.IsAcknowledged ? part.Order!.Value.Id.IsPresent : part.Error!.Problem.Length > 0)));
            if (canceled == OutcomeKind.Acknowledged)
            {
                Assert.Equal(OrderStatus.Canceled, outcome.Cancel.Order!.Value.Status);
            }
        }
    }

    [Fact]
    public async Task A_leg_that_failed_for_no_reason_says_so()
    {
        _venue.Answers["POST /api/v3/order/cancelReplace"] =
            """{"cancelResult":"FAILURE","newOrderResult":"NOT_ATTEMPTED","cancelResponse":null,"newOrderResponse":null}""";

        var outcome = await ((IOrderReplacer)_spot.Trading).ReplaceAsync(
            OrderRef.Of(_symbol, ClientOrderId.Parse("old")), OrderRequest.Limit(_symbol, Side.Buy, 0.01m, 50_000m));

        Assert.Equal(
            (ErrorClass.Rejected, "The venue refused it and did not say why."),
            (outcome.Cancel.Error!.Class, outcome.Cancel.Error.Problem));
        Assert.Equal(
            (ErrorClass.Rejected, "It was not tried, and the venue did not say why."),
            (outcome.Place.Error!.Class, outcome.Place.Error.Problem));
    }

    public ValueTask DisposeAsync() => _spot.DisposeAsync();
}
