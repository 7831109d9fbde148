using Adapters.Binance.Spot;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Orders;
using Adapters.Rest;
using Adapters.Trading;

namespace Adapters.Binance.Connector;

/// <summary>Which call does what to an order.</summary>
internal sealed class Trading(ConnectorKernel kernel, ICaller caller, IInstruments instruments)
    : OrderDesk(kernel, caller, instruments), IOrderAmender, IOrderReplacer, IConditionalOrders, ICancelAll
{
    private readonly BinanceSpotRest _rest = new(caller);

    public override ValueTask<Order?> GetOrderAsync(OrderRef order, CancellationToken cancellationToken = default)
    {
        return OrNoneAsync(AskAsync());

        async ValueTask<Order> AskAsync() =>
            (await _rest.GetOrderAsync(order.ToOrderSelector(), cancellationToken).ConfigureAwait(false)).ToOrder();
    }

    public override async ValueTask<IReadOnlyList<Order>> GetOpenOrdersAsync(
        Symbol? symbol = null, CancellationToken cancellationToken = default) => Array.ConvertAll(
            await _rest.GetOpenOrdersAsync(new() { Symbol = symbol }, cancellationToken).ConfigureAwait(false),
            static order => order.ToOrder());

    public override async ValueTask<IReadOnlyList<Order>> GetOrdersAsync(
        Symbol symbol, Timestamp? from = null, Timestamp? to = null, int? limit = null,
        CancellationToken cancellationToken = default) => Array.ConvertAll(
            await _rest.GetAllOrdersAsync(
                symbol, new() { StartTime = from, EndTime = to, Limit = limit }, cancellationToken)
                .ConfigureAwait(false),
            static order => order.ToOrder());

    public ValueTask<OrderOutcome> AmendAsync(
        AmendRequest request, TimeSpan maxWait = default, CancellationToken cancellationToken = default) => AmendAsync(
            request, maxWait,
            // Without a new id the venue makes one up, and the order would no longer be found under its own.
            static async (caller, change, cancellation) => (await new BinanceSpotRest(caller).AmendOrderAsync(
                (change with { NewClientId = change.NewClientId ?? change.Order.ClientId }).ToOrderChange(),
                cancellation).ConfigureAwait(false)).ToOrder(),
            cancellationToken);

    public ValueTask<ReplaceOutcome> ReplaceAsync(
        OrderRef order, OrderRequest request, bool inAnyCase = false, TimeSpan maxWait = default,
        CancellationToken cancellationToken = default) => ReplaceAsync(
            order, request, maxWait,
            async (caller, placed, cancellation) =>
            {
                var mode = inAnyCase ? ReplaceMode.AllowFailure : ReplaceMode.StopOnFailure;
                var old = order.ToOrderSelector();
                var options = new ReplaceOrderOptions
                {
                    CancelOrderId = old.OrderId,
                    CancelOrigClientOrderId = old.OrigClientOrderId,
                };
                try
                {
                    var reply = await new BinanceSpotRest(caller)
                        .ReplaceOrderAsync(placed.ToNewOrder(), mode, options, cancellation).ConfigureAwait(false);
                    return ToParts(reply.Replaced ?? reply.ReplacedInside!.Data, order);
                }
                catch (ExchangeException error) when (
                    error.Details is Replaced && error.Class != ErrorClass.UnknownOutcome)
                {
                    return ToParts((Replaced)error.Details, order);
                }
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<OrderOutcome>> PlaceListAsync(
        OrderListRequest request, TimeSpan maxWait = default, CancellationToken cancellationToken = default) =>
        PlaceListAsync(
            request, maxWait,
            async (caller, list, cancellation) =>
            {
                var placed = await PlaceAsync(new BinanceSpotRest(caller), list, cancellation).ConfigureAwait(false);
                return [.. (placed.OrderReports ?? []).Select(ToPlaced)];
            },
            cancellationToken);

    public async ValueTask<IReadOnlyList<Order>> CancelAllAsync(
        Symbol symbol, CancellationToken cancellationToken = default)
    {
        try
        {
            return await CancelManyAsync<Order[]>(async caller =>
            {
                var canceled = await new BinanceSpotRest(caller).CancelAllOrdersAsync(symbol, cancellationToken)
                    .ConfigureAwait(false);
                return [.. canceled.SelectMany(ToOrders)];
            }).ConfigureAwait(false);
        }
        catch (ExchangeException error) when (error.Class == ErrorClass.UnknownOrder)
        {
            return []; // so the venue says that none is open
        }
    }

    protected override async ValueTask<bool> WasAmendedAsync(
        Order order, AmendRequest change, CancellationToken cancellationToken)
    {
        var id = order.Id.TryGetInt64(out var number) ? number : throw ConversionException.NotNumeric("id");
        var made = await _rest.GetAmendmentsAsync(order.Symbol, id, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return made.Any(amendment => amendment.Quantity == change.Quantity); // quantities only fall: each comes once
    }

    protected override async ValueTask<PlacedOrder> PlaceAsync(
        ICaller caller, OrderRequest request, CancellationToken cancellationToken)
    {
        return ToPlaced(await new BinanceSpotRest(caller).PlaceOrderAsync(request.ToNewOrder(), cancellationToken)
            .ConfigureAwait(false));
    }

    protected override async ValueTask<Order?> CancelAsync(
        ICaller caller, OrderRef order, CancellationToken cancellationToken)
    {
        var canceled = await new BinanceSpotRest(caller)
            .CancelOrderAsync(order.ToOrderSelector(), cancellationToken: cancellationToken).ConfigureAwait(false);
        return Find(ToOrders(canceled), order);
    }

    private static ValueTask<OrderList> PlaceAsync(
        BinanceSpotRest rest, OrderListRequest list, CancellationToken cancellationToken)
    {
        var (id, full) = (list.ListId, ResponseType.Full);
        var (working, first) = (list.Working?.ToNewOrder(), list.Others[0].ToNewOrder());
        var second = list.Others.Count > 1 ? ToPaired(list.Others[1].ToNewOrder()) : null;
        return working is null
            ? rest.PlaceOcoAsync(
                first.Symbol, first.Side, first.Quantity!.Value, ToPaired(first), second!,
                new() { ListClientOrderId = id, NewOrderRespType = full }, cancellationToken)
            : second is null
            ? rest.PlaceOtoAsync(
                first.Symbol, ToWorking(working), ToPending(first),
                new() { ListClientOrderId = id, NewOrderRespType = full }, cancellationToken)
            : rest.PlaceOtocoAsync(
                first.Symbol, ToWorking(working), first.Side, first.Quantity!.Value, ToPaired(first),
                new() { PendingBelow = second, ListClientOrderId = id, NewOrderRespType = full }, cancellationToken);
    }

    private static WorkingLeg ToWorking(NewOrder order) => new()
    {
        Type = order.Type,
        Side = order.Side,
        Quantity = order.Quantity!.Value,
        Price = order.Price,
        TimeInForce = order.TimeInForce,
        ClientOrderId = order.NewClientOrderId,
    };

    private static PairedLeg ToPaired(NewOrder order) => new()
    {
        Type = order.Type,
        Price = order.Price,
        StopPrice = order.StopPrice,
        TimeInForce = order.TimeInForce,
        ClientOrderId = order.NewClientOrderId,
    };

    private static PendingLeg ToPending(NewOrder order) => new()
    {
        Type = order.Type,
        Side = order.Side,
        Quantity = order.Quantity!.Value,
        Price = order.Price,
        StopPrice = order.StopPrice,
        TimeInForce = order.TimeInForce,
        ClientOrderId = order.NewClientOrderId,
    };

    private ReplaceParts ToParts(Replaced replaced, OrderRef old) => new(
        replaced.CancelResult.ToDomain(), replaced.PlaceResult.ToDomain())
    {
        Canceled = replaced.Cancel is { } ended ? Find(ToOrders(ended.OrderList, ended.OrderReply), old) : null,
        CancelError = ToError(replaced.Cancel?.VenueError),
        Placed = replaced.Placed?.OrderReply is { } reply ? ToPlaced(reply) : null,
        PlaceError = ToError(replaced.Placed?.VenueError),
    };

    private ExchangeException? ToError(VenueError? e) => e is null ? null : PartRefused(e.Code, e.Message);

    private static PlacedOrder ToPlaced(OrderReply reply)
    {
        var order = reply.ToOrder();
        return new PlacedOrder(OrderId.FromInt64(reply.Id), order, order is null ? null : reply.ToFills());
    }

    // Of an order list all legs are told.
    private static Order[] ToOrders(Canceled canceled) => ToOrders(canceled.OrderList, canceled.OrderReply);

    private static Order[] ToOrders(OrderList? list, OrderReply? reply) =>
        list?.ToOrders() ?? (reply?.ToOrder() is { } order ? [order] : []);
}
