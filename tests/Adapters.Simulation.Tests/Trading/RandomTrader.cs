using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>Does with an account whatever can be done, sensible or not.</summary>
internal sealed class RandomTrader(
    SimulatedAccount account, IReadOnlyList<SimulatedMarket> markets, SeededRandom random)
{
    private static readonly OrderKind[] Triggers =
        [OrderKind.StopMarket, OrderKind.StopLimit, OrderKind.TakeProfitMarket, OrderKind.TakeProfitLimit];

    private int _names;

    internal Dictionary<string, int> Outcomes { get; } = [];

    internal void Act()
    {
        var market = markets[random.Next(markets.Count)];
        switch (random.Next(20))
        {
            case < 9:
                Count("place", account.Place(Any(market)).Rejection);
                break;
            case < 12:
                Count("cancel", account.Cancel(AnyCancel(market)).Rejection);
                break;
            case < 14:
                Amend(market);
                break;
            case < 15:
                Count("replace", Replace(market));
                break;
            case < 18:
                Count("list", account.PlaceList(AnyList(market)).Rejection);
                break;
            case < 19:
                CancelList(market);
                break;
            default:
                Move(market);
                break;
        }
    }

    private void Count(string what, Rejection? rejection)
    {
        var key = $"{what} {(rejection is null ? "done" : rejection.Reason)}";
        Outcomes[key] = Outcomes.GetValueOrDefault(key) + 1;
    }

    private Side AnySide() => random.Chance(0.5) ? Side.Buy : Side.Sell;

    private decimal Quantity(SimulatedMarket market) =>
        market.Instrument.RoundQuantity(
            (10m + random.Next(4_000)) / market.LastPrice * (random.Chance(0.02) ? 1000m : 1m), Rounding.Down)
        + (random.Chance(0.02) ? market.Instrument.Step / 2m : 0m);

    /// <summary>A price near the last one: above it for a positive distance, in ten-thousandths.</summary>
    private decimal Price(SimulatedMarket market, int distance) =>
        market.Instrument.RoundPrice(market.LastPrice * (10_000m + distance) / 10_000m, Rounding.Nearest);

    private int Near() => random.Next(41) - 20;

    private OrderEntry Any(SimulatedMarket market)
    {
        var side = AnySide();
        var request = new OrderEntry
        {
            Market = market,
            Side = side,
            Kind = OrderKind.Limit,
            Quantity = Quantity(market),
            ClientOrderId = random.Chance(0.5) ? ClientOrderId.Parse($"{account.Id}-{_names++ % 40}") : null,
            SelfTradePrevention = random.Chance(0.5) ? (SelfTradePrevention)(1 + random.Next(6)) : null,
            IsRouted = random.Chance(0.03),
        };
        return random.Next(10) switch
        {
            < 3 => request with { Price = Price(market, Near()) },
            < 4 => request with { Price = Price(market, Near()), PostOnly = true },
            < 5 => request with
            {
                Price = Price(market, Near()),
                TimeInForce = random.Chance(0.5) ? TimeInForce.ImmediateOrCancel : TimeInForce.FillOrKill,
            },
            < 6 => request with
            {
                Price = Price(market, Near()),
                VisibleQuantity = market.Instrument.RoundQuantity(request.Quantity.Value / 4m, Rounding.Up),
            },
            < 7 => request with
            {
                Price = Price(market, Near()),
                TimeInForce = TimeInForce.GoodTillDate,
                ExpiresAt = market.Now + TimeSpan.FromMilliseconds(random.Next(20_000)),
            },
            < 8 when random.Chance(0.5) => request with
            {
                Kind = OrderKind.Market,
                Quantity = null,
                QuoteQuantity = 10m + random.Next(3_000),
            },
            < 8 => request with { Kind = OrderKind.Market },
            _ => Triggered(request),
        };
    }

    private OrderEntry Triggered(OrderEntry request)
    {
        var kind = Triggers[random.Next(Triggers.Length)];
        var away = 1 + random.Next(20);
        var isAbove = kind is OrderKind.StopMarket or OrderKind.StopLimit == (request.Side == Side.Buy);
        var distance = random.Chance(0.95) == isAbove ? away : -away;
        var isTrailing = random.Chance(0.4);
        return request with
        {
            Kind = kind,
            TriggerPrice = isTrailing && random.Chance(0.5) ? null : Price(request.Market, distance),
            TrailingDelta = isTrailing ? 10 + random.Next(20) : null,
            Price = kind is OrderKind.StopLimit or OrderKind.TakeProfitLimit
                ? Price(request.Market, distance + Near())
                : null,
        };
    }

    private OrderListEntry AnyList(SimulatedMarket market)
    {
        var (side, quantity) = (AnySide(), Quantity(market));
        var isPaid = random.Chance(0.3);
        var hasWorking = isPaid || random.Chance(0.6);
        side = isPaid ? Side.Sell : side;
        var pair = Pair(market, side, isPaid ? null : quantity);
        var others = hasWorking && random.Chance(0.5) ? [pair[random.Next(2)]] : pair;
        return new OrderListEntry
        {
            Market = market,
            ClientListId = random.Chance(0.5) ? ClientOrderId.Parse($"list-{_names++ % 20}") : null,
            Others = others,
            IsPaid = isPaid,
            Working = hasWorking
                ? new OrderEntry
                {
                    Market = market,
                    Side = isPaid ? Side.Buy : AnySide(),
                    Kind = OrderKind.Limit,
                    Quantity = quantity,
                    Price = Price(market, Near()),
                    TimeInForce = random.Chance(0.8) ? TimeInForce.GoodTillCancel : TimeInForce.ImmediateOrCancel,
                }
                : null,
        };
    }

    private OrderEntry[] Pair(SimulatedMarket market, Side side, decimal? quantity)
    {
        var stop = new OrderEntry { Market = market, Side = side, Kind = OrderKind.StopMarket, Quantity = quantity };
        var limit = stop with { Kind = OrderKind.Limit, PostOnly = true };
        var (up, down) = (1 + random.Next(20), -1 - random.Next(20));
        var (far, near) = side == Side.Sell ? (down, up) : (up, down);
        stop = stop with { TriggerPrice = Price(market, far) };
        stop = random.Chance(0.5)
            ? stop
            : stop with { Kind = OrderKind.StopLimit, Price = Price(market, far + Near()) };
        limit = random.Next(4) switch
        {
            0 => limit with
            {
                Kind = OrderKind.TakeProfitMarket,
                PostOnly = false,
                TriggerPrice = Price(market, near),
            },
            1 => limit with
            {
                Kind = OrderKind.TakeProfitLimit,
                PostOnly = false,
                TriggerPrice = Price(market, near),
                Price = Price(market, near),
            },
            _ => limit with { Price = Price(market, near) },
        };
        return side == Side.Sell ? [limit, stop] : [stop, limit];
    }

    private OrderSnapshot? AnyOpen(SimulatedMarket market)
    {
        var open = account.OpenOrders(market);
        return open.Count == 0 ? null : open[random.Next(open.Count)];
    }

    private CancelEntry AnyCancel(SimulatedMarket market)
    {
        var order = AnyOpen(market);
        return new CancelEntry
        {
            Market = market,
            OrderId = random.Chance(0.95) ? order?.Id : 17,
            ClientOrderId = random.Chance(0.3) ? order?.ClientOrderId : null,
            OnlyIf = random.Chance(0.1) ? OrderState.New : null,
        };
    }

    private void Amend(SimulatedMarket market)
    {
        if (AnyOpen(market) is { } order)
        {
            var quantity = market.Instrument.RoundQuantity(
                (order.Quantity ?? 1m) * (5m + random.Next(6)) / 10m, Rounding.Nearest);
            Count("amend", account.Amend(new AmendEntry
            {
                Market = market,
                OrderId = order.Id,
                NewQuantity = quantity,
                NewClientOrderId = random.Chance(0.5) ? order.ClientOrderId : null,
            }).Rejection);
        }
    }

    private Rejection? Replace(SimulatedMarket market)
    {
        var outcome = account.Replace(new ReplaceEntry
        {
            Cancel = AnyCancel(market),
            Order = Any(market),
            PlacesInAnyCase = random.Chance(0.5),
        });
        return outcome.Rejection ?? outcome.Cancel?.Rejection ?? outcome.Order?.Rejection;
    }

    private void CancelList(SimulatedMarket market)
    {
        var lists = account.OpenLists();
        var list = lists.Count == 0 ? null : lists[random.Next(lists.Count)];
        if (random.Chance(0.1))
        {
            account.CancelAll(market);
        }
        else
        {
            Count("cancel list", account.CancelList(new CancelListEntry
            {
                Market = list?.Market ?? market,
                ListId = list?.Id,
            }).Rejection);
        }
    }

    private void Move(SimulatedMarket market)
    {
        var asset = AnySide() == Side.Buy ? market.Instrument.Quote : market.Instrument.Base;
        var balance = account.BalanceOf(asset);
        switch (random.Next(3))
        {
            case 0:
                account.Deposit(asset, balance.Total < 1m ? 1m : Part(balance.Total));
                break;
            case 1 when Part(balance.Free) > 0m:
                account.Withdraw(asset, Part(balance.Free));
                break;
            default:
                account.LockExternally(asset, random.Chance(0.5) ? Part(balance.Free) : -balance.LockedExternally);
                break;
        }

        static decimal Part(decimal amount) => decimal.Round(amount / 10m, 8, MidpointRounding.ToZero);
    }
}
