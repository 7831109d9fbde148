using Adapters.Binance;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Faces.Tests.Harness;
using Adapters.Hosting;
using Adapters.Security;
using Adapters.Sockets;

namespace Adapters.Faces.Tests.Binance;

/// <summary>Following an account over the user stream.</summary>
public sealed class FollowingTests
{
    // The venue takes one subscription of an account per connection.
    [Fact]
    public async Task An_account_that_is_followed_is_not_followed_twice()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        using var trader = new Trader();
        await using var adapter = BinanceSpot.Connect(new ConnectorOptions
        {
            HttpHandler = trader.Venue.Handler,
            WebSockets = trader.Venue.WebSockets,
            TimeProvider = trader.Clock,
            Credentials = new Credentials(trader.Key, new HmacKey(trader.Secret)),
            Streams = new StreamOptions { Continuations = TaskCreationOptions.None },
        });
        var heard = new List<OrderStatus>();
        await using var account = await adapter.PrivateStream.OpenAccountAsync(
            new AccountHandlers { Orders = (in order) => heard.Add(order.Status) });

        var error = await Assert.ThrowsAsync<ExchangeException>(() => adapter.PrivateStream.OpenAccountAsync().AsTask());
        trader.Call("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000");

        Assert.Equal(ErrorClass.Subscribed, error.Class);
        Assert.Equal([OrderStatus.Open], heard);
        Assert.Equal(AccountState.Live, account.State);
        Assert.Single(trader.Venue.WebSockets.Connections);
    }
}
