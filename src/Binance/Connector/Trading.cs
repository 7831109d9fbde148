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
    : OrderDesk(kernel, caller, instruments), IOrderAmender, ICancelAll
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
            static async (caller, change, cancellation) =>
                (await new BinanceSpotRest(caller).AmendOrderAsync(change.ToOrderChange(), cancellation)
                    .ConfigureAwait(false)).Order.ToOrder(),
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

    protected override async ValueTask<PlacedOrder> PlaceAsync(
        ICaller caller, OrderRequest request, CancellationToken cancellationToken)
    {
        var reply = await new BinanceSpotRest(caller).PlaceOrderAsync(request.ToNewOrder(), cancellationToken)
            .ConfigureAwait(false);
        var order = reply.ToOrder();
        return new PlacedOrder(OrderId.FromInt64(reply.Id), order, order is null ? null : reply.ToFills());
    }

    protected override async ValueTask<Order?> CancelAsync(
        ICaller caller, OrderRef order, CancellationToken cancellationToken)
    {
        var canceled = await new BinanceSpotRest(caller)
            .CancelOrderAsync(order.ToOrderSelector(), cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var ended in ToOrders(canceled))
        {
            if (ended.Id == order.Id || ended.ClientId == order.ClientId)
            {
                return ended; // of an order list all legs are told
            }
        }

        return null;
    }

    private static IEnumerable<Order> ToOrders(Canceled canceled) =>
        canceled.OrderList?.ToOrders() ?? (canceled.OrderReply?.ToOrder() is { } order ? [order] : []);
}
