using Adapters.Faces.Binance.Wire.Spot;
using Adapters.Simulation.Orders;
using Expiry = Adapters.Simulation.Orders.ExpiryReason;
using ExpiryWord = Adapters.Faces.Binance.Wire.Spot.ExpiryReason;

namespace Adapters.Faces.Binance;

/// <content>Placing, changing, ending and asking for orders and lists of orders.
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
        Details: new(
            (OrderDetail.Ids, ResponseType.Ack), (OrderDetail.Order, ResponseType.Result),
            (OrderDetail.Fills, ResponseType.Full)),
        UsualDetail: static order => order.IsTriggered || order.PostOnly ? OrderDetail.Ids : OrderDetail.Fills,
        Kind: "type", Side: "side", TimeInForce: "timeInForce", Quantity: "quantity", Price: "price",
        QuoteQuantity: "quoteOrderQty", TriggerPrice: "stopPrice", TrailingDelta: "trailingDelta",
        VisibleQuantity: "icebergQty", Peg: "pegPriceType", ClientOrderId: "newClientOrderId",
        LegClientOrderId: "clientOrderId", SelfTradePrevention: "selfTradePreventionMode",
        StrategyId: "strategyId", StrategyType: "strategyType", LeastStrategyType: 1_000_000,
        Detail: "newOrderRespType");

    // A stop as it was written before there were other lists than pairs.
    private static readonly OrderForm OldStop =
        Form with { Price = "limitPrice", TimeInForce = "limitTimeInForce", TriggerPrice = "price" };

    private static readonly ChangeForm Change = new(
        "orderId", "origClientOrderId", "newClientOrderId", "newQty", "cancelRestrictions",
        new((OrderState.New, CancelRestriction.OnlyNew),
            (OrderState.PartiallyFilled, CancelRestriction.OnlyPartiallyFilled)),
        "orderListId", "listClientOrderId");

    private static readonly WordTable<Expiry> Expiries = new(
        (Expiry.Refused, ExpiryWord.Rejected), (Expiry.PairTriggered, ExpiryWord.OcoTrigger),
        (Expiry.WorkingOrderEnded, ExpiryWord.OtoPhaseOneExpired),
        (Expiry.ImmediateOrCancel, ExpiryWord.UnfilledIocQuantityExpired),
        (Expiry.FillOrKill, ExpiryWord.UnfilledFokOrderExpired),
        (Expiry.InsufficientLiquidity, ExpiryWord.InsufficientLiquidity));

    private static readonly Timestamp Never = Timestamp.FromMilliseconds(-1);
    private static readonly string[] OfQuery = ["CreatedTime", "UpdateTime", "Working"];

    /// <inheritdoc/>
    public override bool GoesBeyondOrderLimit(Arguments arguments) =>
        arguments.Text("orderRateLimitExceededMode") == RateLimitExceededMode.CancelOnly;

    private void AddTrading()
    {
        Words.Say(Form);
        Words.SayInCapitals();
        Words.Say(order => Expiries.Word(order.ExpiryReason), "ExpiryReason");
        Words.Say(order => order.Entry.TrailingDelta is null ? null : order.TrailingSince ?? Never, "TrailingTime");
        Words.Say(order => !order.Entry.IsRouted ? null
            : order.IsAllocated ? WorkingFloor.Sor : WorkingFloor.Exchange, "WorkingFloor");
        Words.SayOfFill(fill => fill.AllocationId is null ? null
            : Wire.Spot.MatchType.OnePartyTradeReport, "MatchType");
        Words.SayOfFill(_ => AllocationType.Sor, "AllocationType");
        Words.SayOfList((list, _) => list.Kind == OrderListKind.OneCancelsOther
            ? ContingencyType.Oco
            : ContingencyType.Oto, "ContingencyType");
        Words.SayOfList((list, happened) => happened == OrderListEventKind.Updated ? ListStatusType.Updated
            : happened == OrderListEventKind.Refused ? ListStatusType.Response
            : list.IsDone ? ListStatusType.AllDone : ListStatusType.ExecStarted, "ListStatusType");
        Words.SayOfList((list, happened) => happened == OrderListEventKind.Refused ? ListOrderStatus.Reject
            : list.IsDone ? ListOrderStatus.AllDone : ListOrderStatus.Executing, "ListOrderStatus");
        var orders = new OrderEndpoints<OrderReply, OrderInfo, OrderList>(this, Form, Change)
        {
            Placed = static values => values.Or(Never, "WorkingTime").Without(OfQuery),
            Ended = static values => values.Without([.. OfQuery, "WorkingTime"]),
            Amended = static values => values.OrZero("PreventedQuantity").Without(OfQuery),
            Asked = static values => values.OrZero("TriggerPrice", "VisibleQuantity"),
        };
        orders.Place("PlaceOrder");
        orders.Place("PlaceSorOrder", isRouted: true);
        orders.Test<OrderTest>("TestOrder", Tested);
        orders.Test<OrderTest>("TestSorOrder", Tested, isRouted: true);
        orders.Cancel("CancelOrder");
        orders.CancelAll("CancelAllOrders");
        orders.Replace<Replaced>("ReplaceOrder", "cancel", call =>
            call.Arguments.Text("cancelReplaceMode") == ReplaceMode.AllowFailure);
        orders.Amend<Amended>("AmendOrder", static list => list.Without("ListStatusType", "Time"));
        orders.Amendments<Wire.Spot.Amendment>("GetAmendments", "fromExecutionId");
        orders.Find("GetOrder");
        orders.Open("GetOpenOrders");
        orders.All("GetAllOrders");
        orders.Pair("PlaceOco", "above", "below");
        orders.LimitAndStop("PlaceOldOco", "limit", "stop", OldStop);
        orders.Triggered("PlaceOto", "working", "", "pending");
        orders.Triggered("PlaceOtoco", "working", "pending", "pendingAbove", "pendingBelow");
        orders.Paid("PlaceOpo", "working", "", "pending");
        orders.Paid("PlaceOpoco", "working", "pending", "pendingAbove", "pendingBelow");
        orders.CancelList("CancelOrderList");
        orders.FindList("GetOrderList", "origClientOrderId");
        orders.OpenLists("GetOpenOrderLists");
        orders.AllLists("GetAllOrderLists", "fromId");
    }

    private ServerValues Tested(VenueCall call) => new(
        call.Arguments.Bool("computeCommissionRates") == true ? AccountValues.Of(call.Account) : _ => null, Style);
}
