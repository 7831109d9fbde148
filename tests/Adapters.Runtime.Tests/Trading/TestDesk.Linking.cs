using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Orders;
using Adapters.Trading;

namespace Adapters.Runtime.Tests.Trading;

/// <content>Replacing, and lists.</content>
internal sealed partial class TestDesk : IOrderReplacer, IConditionalOrders
{
    public static readonly EndpointInfo Replace = Call("ReplaceOrder", "POST", "/replace", "order.replace");

    public static readonly EndpointInfo List = Call("PlaceList", "POST", "/list", "list.place");

    /// <summary>What the answer to a replacement tells besides the order in it.</summary>
    public Func<Order, ReplaceParts> Parts { get; set; } = static order => new ReplaceParts(PartResult.Done, PartResult.Done)
    {
        Canceled = order,
        Placed = new PlacedOrder(order.Id, order),
    };

    /// <summary>The orders that the answer to a list tells; all those placed by default.</summary>
    public Func<OrderRequest, bool> IsTold { get; set; } = static _ => true;

    public ValueTask<ReplaceOutcome> ReplaceAsync(
        OrderRef order, OrderRequest request, bool inAnyCase = false, TimeSpan maxWait = default,
        CancellationToken cancellationToken = default) => ReplaceAsync(
            order, request, maxWait,
            async (sender, placed, cancellation) => Parts((await sender.SendAsync<ReplyRecord>(
                Request(sender, Replace, order), cancellation)).ToOrder(placed.Symbol)!.Value),
            cancellationToken);

    public ValueTask<IReadOnlyList<OrderOutcome>> PlaceListAsync(
        OrderListRequest request, TimeSpan maxWait = default, CancellationToken cancellationToken = default) =>
        PlaceListAsync(
            request, maxWait,
            async (sender, list, cancellation) =>
            {
                IReadOnlyList<OrderRequest> all = list.Working is { } first ? [first, .. list.Others] : list.Others;
                var order = (await sender.SendAsync<ReplyRecord>(sender.Create(List), cancellation))
                    .ToOrder(all[0].Symbol)!.Value;
                return [
                    .. from one in all
                       where IsTold(one)
                       select new PlacedOrder(order.Id, order with { ClientId = one.ClientId })];
            },
            cancellationToken);

    public Errors.ExchangeException Refused(int code, string text) => PartRefused(code, text);
}
