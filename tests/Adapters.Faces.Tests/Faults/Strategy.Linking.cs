using Adapters.Capabilities;
using Adapters.Orders;

namespace Adapters.Faces.Tests.Faults;

/// <content>Orders that depend on each other, and one in another's stead.</content>
internal sealed partial class Strategy
{
    private async Task PlaceListAsync()
    {
        if (Desk is not (IConditionalOrders lists and ITrading desk))
        {
            return;
        }

        var request = Market.NextList(NewId);
        var others = request.Others.Select(Track).ToList();
        var orders = request.Working is { } working ? [Track(working), .. others] : others;
        others.ForEach(order => order.Pair = others);
        orders.ForEach(order => order.List = orders);
        tally.Add(request.Working is null ? "lists: pair" : $"lists: working and {others.Count}");
        var outcomes = await EndedAsync(
            ["list"], desk, async (wait, token) => await lists.PlaceListAsync(request, wait, token).ConfigureAwait(false), [.. orders])
            .ConfigureAwait(false);
        for (var i = 0; i < orders.Count; i++)
        {
            OnPlaced(orders[i], CutsListsShort && i == orders.Count - 1 ? null : outcomes?[i]);
        }
    }

    private async Task ReplaceAsync()
    {
        if (Any() is not { } old || Name(old) is not { } reference || Desk is not (IOrderReplacer replacer and ITrading desk))
        {
            return;
        }

        var market = markets.First(market => market.Symbol == old.Request.Symbol);
        var (order, inAnyCase) = (Track(market.Next(NewId())), random.Chance(0.3));
        var outcomes = await EndedAsync(
            ["replace, cancel", "replace, place"], desk,
            async (wait, token) =>
            {
                var both = await replacer.ReplaceAsync(reference, order.Request, inAnyCase, wait, token).ConfigureAwait(false);
                return [both.Cancel, both.Place];
            },
            [null, order]).ConfigureAwait(false);
        OnPlaced(order, outcomes?[1]);
        if (outcomes is [var cancel, var place])
        {
            old.Cancels.Add(cancel);
            Replacements.Add(new Replacement(inAnyCase, cancel, place));
        }
    }
}
