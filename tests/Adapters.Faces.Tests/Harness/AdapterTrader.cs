using Adapters.Accounts;
using Adapters.Binance;
using Adapters.Binance.Spot;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Hosting;
using Adapters.Orders;
using Adapters.Security;
using Adapters.Simulation;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Faces.Tests.Harness;

/// <summary>The adapter trading on a simulated Binance, in memory, over REST or over the WebSocket API.</summary>
internal sealed class AdapterTrader : IAsyncDisposable
{
    private AdapterTrader(FaultRates? faults, bool overSocket)
    {
        Venue = SimulatedVenue.InMemory("binance", new SimulatedVenueOptions
        {
            TimeProvider = Clock,
            Symbols = ["BTCUSDT"],
            History = TimeSpan.FromMinutes(10),
            Faults = faults,
        });
        Faults?.IsPaused = true;
        Checker = new InvariantChecker(Venue.Server.Exchange);
        var (key, secret) = SimulatedVenue.KeyOf(1);
        Adapter = BinanceSpot.Connect(new ConnectorOptions
        {
            Credentials = new Credentials(key, new HmacKey(secret)),
            HttpHandler = Venue.Handler,
            WebSockets = Venue.WebSockets,
            TimeProvider = Clock,
            Orders = new OrderOptions { Random = new Random(1) },
        });
        Trading = overSocket ? Adapter.SocketTrading : Adapter.Trading;
        Calls = overSocket ? Adapter.SocketCalls : Adapter.Rest;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    public InMemoryVenue Venue { get; }

    public InvariantChecker Checker { get; }

    public BinanceSpot Adapter { get; }

    public ITrading Trading { get; }

    public IOrderAmender Amender => (IOrderAmender)Trading;

    public IOrderReplacer Replacer => (IOrderReplacer)Trading;

    public IConditionalOrders Lists => (IConditionalOrders)Trading;

    /// <summary>The venue's calls as they are.</summary>
    public BinanceSpotRest Calls { get; }

    public FaultPlan? Faults => Venue.Server.Faults;

    public Symbol Btc { get; private set; } = null!;

    public SimulatedAccount Account => Venue.Server.Exchange.Accounts[0];

    public SimulatedMarket Market => Venue.Server.Exchange.Markets[0];

    public static async Task<AdapterTrader> StartAsync(bool overSocket = false, FaultRates? faults = null)
    {
        var trader = new AdapterTrader(faults, overSocket);
        trader.Venue.Server.Step();
        await trader.Adapter.MarketData.GetMarketsAsync();
        trader.Btc = trader.Adapter.MarketData.Symbols.Get("BTCUSDT");
        return trader;
    }

    public decimal Locked(string asset) => Account.BalanceOf(Asset.Of(asset)).Locked;

    /// <summary>Steps until there is room for an order between the best prices.</summary>
    /// <returns>A price there: just above the best bid.</returns>
    public decimal FindRoom()
    {
        while (Market.Top is not { Bid: { } bid, Ask: { } ask } || ask.Price - bid.Price <= Market.Instrument.Tick)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            Venue.Server.Step();
        }

        return Market.Top.Bid!.Value.Price + Market.Instrument.Tick;
    }

    /// <summary>An order that rests far below the market.</summary>
    public async Task<Order> RestAsync(decimal quantity = 0.002m, string? id = null)
    {
        var outcome = await Trading.PlaceAsync(OrderRequest.Limit(Btc, Side.Buy, quantity, 50_000m) with
        {
            ClientId = id is null ? null : ClientOrderId.Parse(id),
        });
        Assert.True(outcome.IsAcknowledged, outcome.ToString());
        return outcome.Order.Value;
    }

    public OrderRequest Buy(decimal price, decimal quantity = 0.001m) => OrderRequest.Limit(Btc, Side.Buy, quantity, price);

    public OrderRequest Sell(OrderKind kind, decimal? price, decimal? trigger = null) => new()
    {
        Symbol = Btc,
        Side = Side.Sell,
        Kind = kind,
        Quantity = 0.001m,
        Price = price,
        TriggerPrice = trigger,
        PostOnly = kind == OrderKind.Limit,
    };

    /// <summary>A pair around the market that sells: a limit order above and a stop below.</summary>
    public OrderListRequest Pair() => new()
    {
        Others = [Sell(OrderKind.Limit, 70_000m), Sell(OrderKind.StopLimit, 59_900m, 60_000m)],
    };

    public async ValueTask DisposeAsync()
    {
        Checker.Check(deep: true);
        Checker.Dispose();
        await Adapter.DisposeAsync();
        Venue.Dispose();
    }
}
