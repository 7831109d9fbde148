using System.Text.Json;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>An order can be amended so often only.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/filters.md"/></summary>
public sealed class AmendLimitTests
{
    [Fact]
    public void An_order_amended_too_often_is_refused_as_an_amendment()
    {
        using var trader = new Trader();
        trader.Call(
            "POST", "/api/v3/order",
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.02&price=50000&newClientOrderId=mine");
        (int Status, JsonElement Json) amended = default;
        for (var i = 1; i <= 11; i++)
        {
            amended = trader.Call(
                "PUT", "/api/v3/order/amend/keepPriority",
                FormattableString.Invariant($"symbol=BTCUSDT&origClientOrderId=mine&newClientOrderId=mine&newQty={0.02m - (i * 0.001m)}"));
            Assert.Equal(i <= 10 ? 200 : 400, amended.Status);
        }

        Assert.Equal((-2038, "Filter failure: MAX_NUM_ORDER_AMENDS"), (
            amended.Json.GetProperty("code").GetInt32(), amended.Json.GetProperty("msg").GetString()));
    }
}
