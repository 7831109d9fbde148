using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Accounts;

/// <content>What is told: what was read and what came by itself goes into the record, and what is news to the handlers.
/// </content>
internal sealed partial class LiveAccount
{
    // Under the lock, which lets a handler in that brings about something more: that comes after what waits already.
    private void ApplyWaiting(int count)
    {
        var waiting = _waiting.GetRange(0, count);
        _waiting.RemoveRange(0, count);
        foreach (var telling in waiting)
        {
            Apply(telling, since: null);
        }
    }

    // Under the lock. Orders that nobody knows but by what waits: the stream may have been lost since, and they may have
    // ended.
    private IEnumerable<Order> OpenAmongWaiting() => _waiting
        .Where(telling => telling.Order is { } order && _record.Find(order.Ref) is null)
        .GroupBy(static telling => (telling.Order!.Value.Symbol, telling.Order.Value.Id))
        .Select(static tellings => tellings.Last().Order!.Value)
        .Where(static order => order.IsOpen);

    // Under the lock. Gives how much of it was news.
    private (int Orders, int Fills, int Balances) Apply(AccountReading reading)
    {
        var (orders, fills, balances) = (0, 0, 0);
        foreach (var fill in reading.Fills)
        {
            fills += Apply(new Telling(null, fill, null), reading.Since) ? 1 : 0;
        }

        foreach (var order in reading.Orders)
        {
            // One that had ended before the account was opened is history.
            var isOld = !order.IsOpen && _record.Find(order.Ref) is null && (order.UpdatedAt ?? order.CreatedAt) < _openedAt;
            if (isOld)
            {
                _record.Add(order, _kernel.Now(), out _, reading.Since); // known, so that no late answer opens it again
                continue;
            }

            orders += Apply(new Telling(order, null, null), reading.Since) ? 1 : 0;
        }

        foreach (var order in reading.Missing)
        {
            if (_record.Find(order.Ref) is { Order.IsOpen: true } known)
            {
                known.DoubtedSince ??= _kernel.Now();
            }
        }

        foreach (var balance in reading.Balances.Concat(_record.Gone(reading.Balances, reading.Since)))
        {
            balances += Apply(new Telling(null, null, balance), reading.Since) ? 1 : 0;
        }

        return (orders, fills, balances);
    }

    // Under the lock.
    private bool Apply(in Telling telling, long? since)
    {
        var isNews = false;
        if (telling.Fill is { } fill && _record.Add(fill))
        {
            isNews = true;
            if (fill.Time >= _openedAt)
            {
                Tell(_handlers.Fills, fill);
            }

            if (_record.Find(Domain.OrderRef.Of(fill.Symbol, fill.OrderId)) is { LacksFills: false } whole)
            {
                whole.DoubtedSince = null;
            }
        }

        if (telling.Order is { } order && _record.Add(order, _kernel.Now(), out var known, since))
        {
            isNews = true;
            if (known.LacksFills)
            {
                known.DoubtedSince ??= _kernel.Now();
            }

            Tell(_handlers.Orders, known.Order);
        }

        if (telling.Balance is { } balance && _record.Add(balance, since))
        {
            isNews = true;
            Tell(_handlers.Balances, balance);
        }

        return isNews;
    }

    private void Tell<T>(Wire.MessageHandler<T>? handler, in T message)
    {
#pragma warning disable CA1031 // a handler's mistake must not end the receiving loop
        try
        {
            handler?.Invoke(message);
        }
        catch (Exception error)
        {
            AccountLog.HandlerFailed(_kernel.Logger, error, _kernel.Catalogue.Id);
        }
#pragma warning restore CA1031
    }

    private void Tell(in SubscriptionEvent change) =>
        Tell((in SubscriptionEvent told) => _handlers.Changed?.Invoke(told), change);
}
