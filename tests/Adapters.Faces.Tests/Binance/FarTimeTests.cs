using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>A time far away is a time like any other.</summary>
public sealed class FarTimeTests
{
    [Theory]
    [InlineData("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=1&endTime=")]
    [InlineData("/api/v3/aggTrades?symbol=BTCUSDT&limit=1&endTime=")]
    public void The_last_ones_before_a_time_far_away_are_told(string target)
    {
        using var trader = new Trader();
        foreach (var time in (string[])["4102444800000", "9999999999999", "99999999999999", "9223372036854775807"])
        {
            var (status, json) = trader.Send("GET", target + time, key: null);
            Assert.Equal((200, $"{time} 1"), (status, $"{time} {json.GetArrayLength()}"));
        }
    }

    [Theory]
    [InlineData("/api/v3/allOrders", "symbol=BTCUSDT")]
    [InlineData("/api/v3/myTrades", "symbol=BTCUSDT")]
    [InlineData("/api/v3/myAllocations", "symbol=BTCUSDT")]
    [InlineData("/api/v3/allOrderList", "limit=1")]
    public void A_history_until_or_from_a_time_far_away_is_told(string path, string query)
    {
        using var trader = new Trader();
        foreach (var time in (string[])["9999999999999", "9223372036854775807"])
        {
            Assert.Equal(200, trader.Call("GET", path, $"{query}&endTime={time}").Status);
            Assert.Equal(200, trader.Call("GET", path, $"{query}&startTime={time}").Status);
        }
    }
}
