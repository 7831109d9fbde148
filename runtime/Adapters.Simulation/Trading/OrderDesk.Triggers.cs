using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Trading;

internal sealed partial class OrderDesk
{
    /// <summary>Keeps an accepted order until its trigger comes.</summary>
    private void Wait(AccountOrder order)
    {
        order.Trigger = new Trigger(order.Entry);
        order.Trigger.Begin(market.LastPrice, Now);
        _waiting.Add(order);
    }

    /// <summary>Shows a trade's price to the orders that wait; those that it triggers come to the book after the
    /// operation, the oldest first.</summary>
    private void Watch(decimal price)
    {
        for (var i = 0; i < _waiting.Count; i++)
        {
            var order = _waiting[i];
            if (order.Trigger!.Sees(price, Now))
            {
                _waiting.RemoveAt(i--);
                _triggered.Enqueue(order);
            }
        }
    }

    private void Release(AccountOrder order)
    {
        if (!order.IsOpen)
        {
            return;
        }

        if (order.List is { } list)
        {
            Survive(list, order);
        }

        var refusal = RefuseByBalance(
            order.Account, SpentBy(order.Entry), WorkingNeedOf(order), order.Funds!.Amount);
        if (refusal is not null)
        {
            Expire(order, ExpiryReason.Refused, refusal);
            return;
        }

        Work(order);
    }
}
