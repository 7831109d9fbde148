using Adapters.Domain;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>A market that is halted while it runs is told as such, and not only refuses orders.</summary>
public sealed class MarketStatusTests
{
    [Fact]
    public void A_market_that_was_halted_says_so()
    {
        using var trader = new Trader();
        var market = trader.Venue.Server.Exchange.Markets[0];
        Assert.Equal("TRADING", Told(trader));
        market.Status = MarketStatus.Halted;
        Assert.Equal("HALT", Told(trader));
        var (status, json) = trader.Send(
            "GET", "/api/v3/ticker/price?symbol=BTCUSDT&symbolStatus=TRADING", key: null);
        Assert.Equal((400, -1220), (status, json.GetProperty("code").GetInt32()));
        market.Status = MarketStatus.Trading;
        Assert.Equal("TRADING", Told(trader));
    }

    private static string? Told(Trader trader) => trader.Send("GET", "/api/v3/exchangeInfo?symbol=BTCUSDT", key: null)
        .Json.GetProperty("symbols")[0].GetProperty("status").GetString();
}
