using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Hosting;
using Adapters.Orders;
using Adapters.Rest;
using Adapters.Trading;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>A connector's part of trading, for a venue with few calls.</summary>
internal sealed partial class TestDesk(ConnectorKernel kernel, ICaller caller, IInstruments instruments)
    : OrderDesk(kernel, caller, instruments), IOrderAmender
{
    public static readonly EndpointInfo Place = new()
    {
        Name = "PlaceOrder",
        Method = "POST",
        Path = "/order",
        SocketMethod = "order.place",
        Place = ParameterPlace.Form,
        Parameters = [new("symbol", ParameterKind.Symbol), new("quantity", ParameterKind.Decimal), new("clientId", ParameterKind.Text)],
        Counts = [new("orders", 1)],
    };

    public static readonly EndpointInfo Cancel = Call("CancelOrder", "DELETE", "/order", "order.cancel");

    public static readonly EndpointInfo Amend = Call("AmendOrder", "PUT", "/order", "order.amend");

    public static readonly EndpointInfo Get = Call("GetOrder", "GET", "/order", "order.get", isRepeatable: true);

    public static readonly EndpointInfo Open = Call("GetOpenOrders", "GET", "/open", "open", isRepeatable: true);

    public static readonly EndpointInfo All = Call("GetOrders", "GET", "/all", "all", isRepeatable: true);

    public override async ValueTask<Order?> GetOrderAsync(OrderRef order, CancellationToken cancellationToken = default)
    {
        return Unaskable is null ? await OrNoneAsync(AskAsync()) : throw Unaskable;

        async ValueTask<Order> AskAsync() =>
            (await Asking.SendAsync<ReplyRecord>(Request(Asking, Get, order), cancellationToken)).ToOrder(order.Symbol)!.Value;
    }

    public override async ValueTask<IReadOnlyList<Order>> GetOpenOrdersAsync(
        Symbol? symbol = null, CancellationToken cancellationToken = default) => [
            .. from reply in await Asking.SendListAsync<ReplyRecord>(Asking.Create(Open), cancellationToken)
               select reply.ToOrder(symbol!)!.Value];

    public override async ValueTask<IReadOnlyList<Order>> GetOrdersAsync(
        Symbol symbol, Timestamp? from = null, Timestamp? to = null, int? limit = null,
        CancellationToken cancellationToken = default) => [
            .. from reply in await Asking.SendListAsync<ReplyRecord>(Asking.Create(All), cancellationToken)
               select reply.ToOrder(symbol)!.Value];

    public ValueTask<OrderOutcome> AmendAsync(
        AmendRequest request, TimeSpan maxWait = default, CancellationToken cancellationToken = default) => AmendAsync(
            request, maxWait,
            async (sender, change, cancellation) =>
            {
                var sent = Request(sender, Amend, change.Order);
                sent.Add("quantity", change.Quantity);
                return (await sender.SendAsync<ReplyRecord>(sent, cancellation)).ToOrder(change.Order.Symbol);
            },
            cancellationToken);

    /// <summary>Why an order cannot be asked for, for example in the words of the call that would.</summary>
    public Exception? Unaskable { get; set; }

    /// <summary>A quantity that the venue lists as one that the order had.</summary>
    public decimal? Amended { get; set; }

    protected override ValueTask<bool> WasAmendedAsync(
        Order order, AmendRequest change, CancellationToken cancellationToken) => new(change.Quantity == Amended);

    protected override async ValueTask<PlacedOrder> PlaceAsync(
        ICaller sender, OrderRequest request, CancellationToken cancellationToken)
    {
        var sent = sender.Create(Place);
        sent.Add("symbol", request.Symbol);
        sent.Add("quantity", request.Quantity);
        sent.Add("clientId", request.ClientId.ToString());
        var reply = await sender.SendAsync<ReplyRecord>(sent, cancellationToken);
        return new PlacedOrder(OrderId.FromInt64(reply.Id), reply.ToOrder(request.Symbol));
    }

    protected override async ValueTask<Order?> CancelAsync(
        ICaller sender, OrderRef order, CancellationToken cancellationToken) =>
        (await sender.SendAsync<ReplyRecord>(Request(sender, Cancel, order), cancellationToken)).ToOrder(order.Symbol);

    private static RestRequest Request(ICaller sender, EndpointInfo endpoint, OrderRef order)
    {
        var request = sender.Create(endpoint);
        request.Add("id", order.Id.IsPresent ? order.Id.ToString() : null);
        request.Add("clientId", order.ClientId.IsPresent ? order.ClientId.ToString() : null);
        return request;
    }

    private static EndpointInfo Call(string name, string method, string path, string socket, bool isRepeatable = false) => new()
    {
        Name = name,
        Method = method,
        Path = path,
        SocketMethod = socket,
        IsRepeatable = isRepeatable,
        Parameters = [new("id", ParameterKind.Text), new("clientId", ParameterKind.Text), new("quantity", ParameterKind.Decimal)],
    };
}
