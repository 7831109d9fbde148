using System.Globalization;
using Adapters.Domain;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>A tick of ETH/BTC times its step has nine digits, balances are told with eight.</summary>
public sealed class BalanceDigitsTests
{
    [Fact]
    public void No_more_is_told_to_be_free_than_can_be_spent()
    {
        using var trader = new Trader(symbols: ["ETHBTC"]);
        var account = trader.Venue.Server.Exchange.Accounts[0];
        var btc = Asset.Of("BTC");
        for (var i = 0; i < 10; i++)
        {
            var price = 0.04555m + (i * 0.00001m);
            Assert.Equal(200, trader.Call("POST", "/api/v3/order", string.Create(
                CultureInfo.InvariantCulture,
                $"symbol=ETHBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.0023&price={price}")).Status);
            var told = trader.Call("GET", "/api/v3/account").Json.GetProperty("balances").EnumerateArray()
                .Single(balance => balance.GetProperty("asset").GetString() == "BTC").GetProperty("free").GetString();
            var (free, shown) = (account.BalanceOf(btc).Free, decimal.Parse(told!, CultureInfo.InvariantCulture));
            Assert.True(shown <= free && free - shown < 0.00000001m, $"told {shown}, free {free}");
        }
    }
}
