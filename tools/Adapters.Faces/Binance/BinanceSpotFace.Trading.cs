using Adapters.Faces.Binance.Wire.Spot;
using Adapters.Simulation.Orders;
using Expiry = Adapters.Simulation.Orders.ExpiryReason;
using ExpiryWord = Adapters.Faces.Binance.Wire.Spot.ExpiryReason;

namespace Adapters.Faces.Binance;

/// <content>Placing, cancelling and asking for orders.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md"/></content>
public sealed partial class BinanceSpotFace
{
    private static readonly OrderForm Form = new(
        Kinds: new(
            ((OrderKind.Limit, false), Wire.OrderType.Limit), ((OrderKind.Limit, true), Wire.OrderType.LimitMaker),
            ((OrderKind.Market, false), Wire.OrderType.Market),
            ((OrderKind.StopMarket, false), Wire.OrderType.StopLoss),
            ((OrderKind.StopLimit, false), Wire.OrderType.StopLossLimit),
            ((OrderKind.TakeProfitMarket, false), Wire.OrderType.TakeProfit),
            ((OrderKind.TakeProfitLimit, false), Wire.OrderType.TakeProfitLimit)),
        Times: new(
            (TimeInForce.GoodTillCancel, Wire.OrderTimeInForce.Gtc),
            (TimeInForce.ImmediateOrCancel, Wire.OrderTimeInForce.Ioc),
            (TimeInForce.FillOrKill, Wire.OrderTimeInForce.Fok)),
        Kind: "type", Side: "side", TimeInForce: "timeInForce", Quantity: "quantity", Price: "price",
        QuoteQuantity: "quoteOrderQty", TriggerPrice: "stopPrice", TrailingDelta: "trailingDelta",
        VisibleQuantity: "icebergQty", ClientOrderId: "newClientOrderId", LegClientOrderId: "clientOrderId",
        SelfTradePrevention: "selfTradePreventionMode", StrategyId: "strategyId", StrategyType: "strategyType");

    private static readonly WordTable<OrderState> Restrictions = new(
        (OrderState.New, CancelRestriction.OnlyNew),
        (OrderState.PartiallyFilled, CancelRestriction.OnlyPartiallyFilled));

    private static readonly WordTable<Expiry> Expiries = new(
        (Expiry.Refused, ExpiryWord.Rejected), (Expiry.PairTriggered, ExpiryWord.OcoTrigger),
        (Expiry.WorkingOrderEnded, ExpiryWord.OtoPhaseOneExpired),
        (Expiry.ImmediateOrCancel, ExpiryWord.UnfilledIocQuantityExpired),
        (Expiry.FillOrKill, ExpiryWord.UnfilledFokOrderExpired),
        (Expiry.InsufficientLiquidity, ExpiryWord.InsufficientLiquidity));

    private void AddTrading()
    {
        Words.Say(order => Form.Kinds.Word((order.Entry.Kind, order.Entry.PostOnly)), "Type", "OrderType");
        Words.Say(order => Form.Times.Word(order.Entry.TimeInForce), "TimeInForce");
        Words.Say(order => VenueTexts.Capitals(order.Side), "Side");
        Words.Say(order => VenueTexts.Capitals(order.State), "Status", "OrderStatus");
        Words.Say(order => VenueTexts.Capitals(order.SelfTradePrevention), "SelfTradePreventionMode", "StpMode");
        Words.Say(order => Expiries.Word(order.ExpiryReason), "ExpiryReason");
        Words.Say(order => !order.Entry.IsRouted ? null
            : order.IsAllocated ? WorkingFloor.Sor : WorkingFloor.Exchange, "WorkingFloor");
        Words.SayOfList(list => list.Kind == OrderListKind.OneCancelsOther
            ? ContingencyType.Oco
            : ContingencyType.Oto, "ContingencyType");
        Words.SayOfList(list => list.IsDone ? ListStatusType.AllDone : ListStatusType.ExecStarted, "ListStatusType");
        Words.SayOfList(list => list.IsDone ? ListOrderStatus.AllDone : ListOrderStatus.Executing, "ListOrderStatus");
        Endpoints.One("PlaceOrder", call => Placed(call, call.Account.Place(Entry(call))));
        Endpoints.One<OrderTest>("TestOrder", call => call.Account.Check(Entry(call)) is { } refused
            ? throw Refuse(OrderAction.Place, refused).Thrown()
            : new(name => call.Arguments.Bool("computeCommissionRates") == true ? Rates(call, name) : null, Style));
        Endpoints.One("CancelOrder", call => Canceled(call, call.Account.Cancel(
            call.Cancel("orderId", "origClientOrderId", "newClientOrderId") with { OnlyIf = Restriction(call) })));
        Endpoints.One("CancelAllOrders", call => call.Account.CancelAll(call.Market) is { Count: > 0 } ended
            ? new WireList([.. ended.Select(outcome => Canceled(call, outcome))])
            : throw Refusals.Of(VenueProblem.NothingToCancel).Thrown());
        Endpoints.One<OrderInfo>("GetOrder", call => call.Account.FindOrder(
            call.Market, call.Arguments.Long("orderId"), call.ClientId("origClientOrderId")) is { } order
            ? Query(order)
            : throw Refusals.Of(VenueProblem.OrderNotFound).Thrown());
        Endpoints.List<OrderInfo>(
            "GetOpenOrders", call => call.Account.OpenOrders(call.IsOne ? call.Market : null).Select(Query));
        Endpoints.List<OrderInfo>(
            "GetAllOrders", call => call.Account.Orders(call.Market, call.History("orderId")).Select(Query));
    }

    private static OrderEntry Entry(VenueCall call) => call.Arguments.Has("pegPriceType")
        ? throw Failure(-2010, "This symbol does not support pegged orders.").Thrown()
        : Form.Read(call);

    private static OrderState? Restriction(VenueCall call) =>
        call.Arguments.Text("cancelRestrictions") is { } word ? Restrictions.Meaning(word) : null;

    private OrderReply Placed(VenueCall call, OrderOutcome outcome)
    {
        var order = call.Taken(outcome.Order, outcome.Rejection, OrderAction.Place);
        var usual = order.Entry is { Kind: OrderKind.Limit or OrderKind.Market, PostOnly: false }
            ? ResponseType.Full
            : ResponseType.Ack;
        return OrderReply.FromValues((call.Arguments.Text("newOrderRespType") ?? usual) switch
        {
            ResponseType.Ack => Reply(order).Only("Symbol", "Id", "ListId", "ClientId", "TransactTime"),
            ResponseType.Full => Reply(order).With(
                "Fills", outcome.Fills.Select(fill => new ServerValues(OrderValues.Of(fill)))),
            _ => Reply(order),
        });
    }

    private IServerWire Canceled(VenueCall call, CancelOutcome outcome)
    {
        var order = call.Taken(outcome.Order, outcome.Rejection, OrderAction.Cancel);
        ServerValues Ended(OrderSnapshot one) =>
            Reply(one).With("FormerClientId", one.ClientOrderId).With("ClientId", outcome.CancelId);
        return outcome.List?.List is { } list
            ? OrderList.FromValues(Words.Of(list).With("OrderReports", list.Orders.Select(Ended)))
            : OrderReply.FromValues(Ended(order));
    }

    private ServerValues Reply(OrderSnapshot order) =>
        Words.Of(order).Without("CreatedTime", "UpdateTime", "Working");

    private ServerValues Query(OrderSnapshot order) => Words.Of(order).OrZero("TriggerPrice", "VisibleQuantity");
}
