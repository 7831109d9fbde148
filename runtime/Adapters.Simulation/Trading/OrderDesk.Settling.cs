using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Trading;

internal sealed partial class OrderDesk
{
    /// <summary>Books what the engine's last operation did to orders of accounts.</summary>
    /// <param name="taker">The order that came, where it is an account's.</param>
    /// <param name="placed">What became of it.</param>
    internal void Settle(AccountOrder? taker, in PlacedOrder placed)
    {
        if (_live.Count == 0 && taker is null)
        {
            return;
        }

        var prevented = 0;
        for (var i = 0; i <= engine.Trades.Count; i++)
        {
            while (prevented < engine.Prevented.Count && engine.Prevented[prevented].TradesBefore == i)
            {
                Settle(taker, engine.Prevented[prevented++]);
            }

            if (i < engine.Trades.Count)
            {
                Settle(taker, engine.Trades[i]);
            }
        }

        if (taker is not null)
        {
            Conclude(taker, placed);
        }

        foreach (var trade in engine.Trades)
        {
            Watch(trade.Price);
        }
    }

    private void Settle(AccountOrder? taker, in MarketTrade trade)
    {
        var maker = _live.GetValueOrDefault(trade.MakerOrderId);
        if (maker is null && taker is null)
        {
            return;
        }

        Settle(maker, trade, MatchingEngine.Opposite(trade.Taker), isMaker: true);
        Settle(taker, trade, trade.Taker, isMaker: false);
    }

    private void Settle(AccountOrder? order, in MarketTrade trade, Side side, bool isMaker)
    {
        if (order is null)
        {
            _settlement.SettleCrowd(side, trade.Quantity, trade.QuoteQuantity);
            return;
        }

        var commission = _settlement.Settle(order, trade.Quantity, trade.QuoteQuantity, isMaker);
        order.Fill(trade.Quantity, trade.QuoteQuantity, Now);
        var isAllocated = !isMaker && order.Entry.IsRouted;
        order.IsAllocated |= isAllocated;
        var fill = new AccountFill
        {
            Market = market,
            TradeId = isAllocated ? null : trade.Id,
            AllocationId = isAllocated ? ++_lastAllocationId : null,
            OrderId = order.Id,
            ListId = order.List?.Id,
            Side = side,
            Price = trade.Price,
            Quantity = trade.Quantity,
            Commission = commission.Amount,
            CommissionAsset = commission.Asset,
            IsMaker = isMaker,
            Time = trade.Time,
        };
        BookOf(order.Account).Fills.Add(fill);
        Emit(order, ExecutionKind.Trade, fill);
        Traded(order);
        if (isMaker)
        {
            order.Funds!.Fit();
        }
    }

    private void Settle(AccountOrder? taker, PreventedMatch match)
    {
        var maker = _live.GetValueOrDefault(match.MakerOrderId);
        var isMoved = match.Mode == SelfTradePrevention.Transfer && maker?.Account != taker?.Account;
        if (isMoved)
        {
            var (buyer, seller) = maker?.Entry.Side == Side.Buy ? (maker, taker) : (taker, maker);
            Settlement.Transfer(buyer!, seller!, match);
        }

        Prevent(maker, match, match.MakerPrevented, isMoved);
        Prevent(taker, match, match.TakerPrevented, isMoved);
        foreach (var account in new[] { taker?.Account, maker?.Account }.OfType<SimulatedAccount>().Distinct())
        {
            BookOf(account).Prevented.Add(match);
        }
    }

    private void Prevent(AccountOrder? order, PreventedMatch match, decimal quantity, bool isMoved)
    {
        if (order is null || quantity == 0m)
        {
            return;
        }

        order.Prevent(quantity, match.Id, Now);
        floor.Feed.Add(order.Account, new OrderEvent
        {
            Sequence = order.Account.NextSequence(),
            Time = Now,
            Kind = ExecutionKind.TradePrevention,
            ExecutionId = ++_lastExecutionId,
            Order = order.View,
            Prevented = match,
            LastPrevented = quantity,
        });
        // What changed hands ends the other one of a pair as a fill does.
        if (isMoved && order.List is { } list && order != list.Working)
        {
            Survive(list, order);
        }

        if (!order.IsOpen)
        {
            Leave(order);
        }

        if (order.Id == match.MakerOrderId)
        {
            order.Funds!.Fit();
        }
    }

    /// <summary>What became of an order that came to the book.</summary>
    private void Conclude(AccountOrder order, in PlacedOrder placed)
    {
        if (placed.Status == OrderStatus.Rejected)
        {
            throw new InvariantException($"Order {order.Id} of {order.Account} was to take and must not.");
        }

        if (placed.Status == OrderStatus.Expired && order.IsOpen)
        {
            Expire(order, order.Entry switch
            {
                { IsLimit: false } => ExpiryReason.InsufficientLiquidity,
                { TimeInForce: TimeInForce.FillOrKill } => ExpiryReason.FillOrKill,
                _ => ExpiryReason.ImmediateOrCancel,
            });
        }

        order.Funds!.Fit();
    }
}
