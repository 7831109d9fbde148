using System.Text.Json;
using Adapters.Domain;
using Adapters.Simulation;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Server;
using Adapters.Simulation.Wire;

namespace Adapters.Faces.Tests.Faults;

/// <summary>What happens on the exchange without the adapter: somebody else trades on the account, money comes and goes,
/// and the venue goes away for maintenance, which it announces.</summary>
internal sealed class Elsewhere(VenueServer server, SimulatedAccount account, Network network, SeededRandom random)
{
    private const string Prefix = "else-";

    private static readonly Asset Usdt = Asset.Of("USDT");
    private static readonly Asset[] Assets = [Usdt, Asset.Of("BTC"), Asset.Of("XRP")];

    private readonly List<SimulatedMarket> _orders = []; // where each was placed
    private DateTimeOffset _goneBy;

    /// <summary>Connections are being replaced: what the new one brings waits for the old one.</summary>
    public bool IsGoingAway => network.Clock.GetUtcNow() < _goneBy;

    public void Act()
    {
        switch (random.Next(60))
        {
            case < 3:
                Place();
                break;
            case 3 or 4:
                Cancel();
                break;
            case 5:
                account.Deposit(Assets[random.Next(3)], 1 + random.Next(100));
                break;
            case 6:
                account.Withdraw(Usdt, 1 + random.Next(50));
                break;
            case 7:
                account.LockExternally(Usdt, random.Next(40) - 20);
                break;
            case 8 when random.Chance(0.3):
                GoAway();
                break;
            default:
                break;
        }
    }

    /// <summary>Tells an order that the adapter did not place.</summary>
    public static bool Placed(OrderSnapshot order) => order.ClientOrderId.ToString().StartsWith(Prefix, StringComparison.Ordinal);

    private static ClientOrderId Id(int number) => ClientOrderId.Parse(Prefix + number);

    private void Place()
    {
        var market = server.Exchange.Markets[random.Next(server.Exchange.Markets.Count)];
        var request = new AnyOrder(market, market.Symbol, random).Next(Id(_orders.Count));
        _orders.Add(market);
        account.Place(new OrderEntry
        {
            Market = market,
            Side = request.Side,
            Kind = OrderKind.Limit,
            Quantity = request.Quantity!.Value,
            Price = request.Price is { } price && !request.IsExact ? price : market.LastPrice,
            ClientOrderId = request.ClientId!.Value,
        });
    }

    private void Cancel()
    {
        if (_orders.Count > 0 && random.Next(_orders.Count) is var number)
        {
            account.Cancel(new CancelEntry { Market = _orders[number], ClientOrderId = Id(number) });
        }
    }

    private void GoAway()
    {
        network.Log.Add("venue: goes away soon");
        _goneBy = network.Clock.GetUtcNow() + TimeSpan.FromSeconds(6);
        var sessions = server.Sessions;
        server.Announce(new Shutdown(server.Exchange.Now), "");
        network.Clock.After(TimeSpan.FromSeconds(3), () =>
        {
            foreach (var session in sessions)
            {
                session.Close(1001, "Going away");
            }
        });
    }

    private sealed class Shutdown(Timestamp at) : IServerWire
    {
        public void Write(Utf8JsonWriter w)
        {
            w.WriteStartObject();
            w.WriteString("e", "serverShutdown");
            w.WriteNumber("E", at.UnixMilliseconds);
            w.WriteEndObject();
        }
    }
}
