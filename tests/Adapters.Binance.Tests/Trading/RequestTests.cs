using Adapters.Binance.Spot;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Binance.Tests.Trading;

/// <summary>What the domain asks for becomes the venue's parameters, and what the venue cannot be asked for is refused.
/// </summary>
public sealed class RequestTests
{
    private static readonly Symbol Market = new SymbolTable().Get("BTCUSDT");

    [Fact]
    public void A_limit_order_takes_price_and_time_in_force()
    {
        var order = (OrderRequest.Limit(Market, Side.Sell, 0.5m, 93_000.10m) with
        {
            TimeInForce = TimeInForce.ImmediateOrCancel,
            ClientId = ClientOrderId.Parse("mine-1"),
        }).ToNewOrder();

        Assert.Equal((OrderType.Limit, OrderSide.Sell), (order.Type, order.Side));
        Assert.Equal((0.5m, 93_000.10m), (order.Quantity, order.Price));
        Assert.Equal(OrderTimeInForce.Ioc, order.TimeInForce);
        Assert.Equal(ClientOrderId.Parse("mine-1"), order.NewClientOrderId);
        Assert.Equal(ResponseType.Full, order.NewOrderRespType);
    }

    [Fact]
    public void Post_only_is_a_type_of_its_own_without_a_time_in_force()
    {
        var order = (OrderRequest.Limit(Market, Side.Buy, 1, 2) with
        {
            PostOnly = true,
            TimeInForce = TimeInForce.GoodTillCancel,
        }).ToNewOrder();

        Assert.Equal(OrderType.LimitMaker, order.Type);
        Assert.Null(order.TimeInForce);
    }

    [Fact]
    public void Post_only_and_at_once_contradict_each_other()
    {
        var order = OrderRequest.Limit(Market, Side.Buy, 1, 2) with
        {
            PostOnly = true,
            TimeInForce = TimeInForce.FillOrKill,
        };

        var error = Assert.Throws<ConversionException>(() => order.ToNewOrder());
        Assert.Contains("'timeInForce'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_market_order_in_quote_units()
    {
        var order = new OrderRequest
        {
            Symbol = Market,
            Side = Side.Buy,
            Kind = OrderKind.Market,
            QuoteQuantity = 100,
        }.ToNewOrder();

        Assert.Equal((OrderType.Market, 100m), (order.Type, order.QuoteOrderQty));
        Assert.Null(order.Quantity);
        Assert.Null(order.TimeInForce);
    }

    [Theory]
    [InlineData(OrderKind.StopMarket, "STOP_LOSS")]
    [InlineData(OrderKind.StopLimit, "STOP_LOSS_LIMIT")]
    [InlineData(OrderKind.TakeProfitMarket, "TAKE_PROFIT")]
    [InlineData(OrderKind.TakeProfitLimit, "TAKE_PROFIT_LIMIT")]
    public void Trigger_prices_go_where_the_venue_wants_them(OrderKind kind, string type)
    {
        var order = new OrderRequest
        {
            Symbol = Market,
            Side = Side.Sell,
            Kind = kind,
            Quantity = 1,
            TriggerPrice = 90_000,
        }.ToNewOrder();

        Assert.Equal((type, 90_000m), (order.Type.Text, order.StopPrice));
    }

    [Fact]
    public void What_the_venue_cannot_carry_is_refused_not_dropped()
    {
        var order = OrderRequest.Market(Market, Side.Buy, 1);

        var reduceOnly = Assert.Throws<ConversionException>(() => (order with { ReduceOnly = true }).ToNewOrder());
        var trailing = Assert.Throws<ConversionException>(() => (order with { Kind = OrderKind.TrailingStop }).ToNewOrder());

        Assert.Contains("'reduceOnly'", reduceOnly.Message, StringComparison.Ordinal);
        Assert.Contains("TrailingStop", trailing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Orders_are_named_by_either_id()
    {
        var byId = OrderRef.Of(Market, OrderId.FromInt64(42)).ToOrderSelector();
        var byClientId = OrderRef.Of(Market, ClientOrderId.Parse("mine-1")).ToOrderSelector();

        Assert.Equal((42L, (ClientOrderId?)null), (byId.OrderId, byId.OrigClientOrderId));
        Assert.Equal((null, ClientOrderId.Parse("mine-1")), (byClientId.OrderId, byClientId.OrigClientOrderId));
        Assert.Throws<ConversionException>(() => OrderRef.Of(Market, OrderId.Parse("abc")).ToOrderSelector());
    }

    [Fact]
    public void Only_the_quantity_of_an_order_can_be_changed()
    {
        var change = new AmendRequest
        {
            Order = OrderRef.Of(Market, OrderId.FromInt64(42)),
            Quantity = 0.25m,
            NewClientId = ClientOrderId.Parse("mine-2"),
        };
        var sent = change.ToOrderChange();

        Assert.Equal((42L, 0.25m, ClientOrderId.Parse("mine-2")), (sent.OrderId, sent.NewQty, sent.NewClientOrderId));
        Assert.Throws<ConversionException>(() => (change with { Price = 1 }).ToOrderChange());
        Assert.Throws<ConversionException>(() => (change with { Quantity = null }).ToOrderChange());
    }
}
