using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Trading;

/// <summary>Moves the money of trades. What one party pays the other one gets; what is no account's is the crowd's.
/// </summary>
internal sealed class Settlement(SimulatedMarket market, TradingFloor floor)
{
    private Asset Base => market.Instrument.Base;

    private Asset Quote => market.Instrument.Quote;

    /// <summary>The crowd's part of a trade with an account.</summary>
    internal void SettleCrowd(Side side, decimal quantity, decimal quote)
    {
        var sign = side == Side.Buy ? 1m : -1m;
        floor.Crowd.Add(Base, sign * quantity);
        floor.Crowd.Add(Quote, -sign * quote);
    }

    /// <summary>An account's part: pays from what its order locked, gets the rest less commission.</summary>
    /// <returns>The commission.</returns>
    internal Funds Settle(AccountOrder order, decimal quantity, decimal quote, bool isMaker)
    {
        var wallet = order.Account.Wallet;
        var (paid, received, asset) = order.Entry.Side == Side.Buy
            ? (quote, quantity, Base)
            : (quantity, quote, Quote);
        order.Funds!.Spend(paid, BalanceReason.Trade, order.Id);
        wallet.Add(asset, received, BalanceReason.Trade, order.Id);
        var keeps = order.List is { IsPaid: true } list && list.Working == order ? list.Bought : null;
        keeps?.Resize(keeps.Amount + received);
        var commission = floor.Commissions.Of(order.Account, asset, received, isMaker);
        if (commission.Amount > 0m)
        {
            Take(order, commission, keeps);
        }

        return commission;
    }

    /// <summary>What would have matched inside a group of accounts changes hands without commission.</summary>
    internal static void Transfer(AccountOrder buyer, AccountOrder seller, PreventedMatch match)
    {
        var quote = match.Price * match.Quantity;
        buyer.Funds!.Spend(quote, BalanceReason.Transfer, buyer.Id);
        seller.Funds!.Spend(match.Quantity, BalanceReason.Transfer, seller.Id);
        buyer.Account.Wallet.Add(seller.Funds.Asset, match.Quantity, BalanceReason.Transfer, buyer.Id);
        seller.Account.Wallet.Add(buyer.Funds.Asset, quote, BalanceReason.Transfer, seller.Id);
    }

    private void Take(AccountOrder order, Funds commission, FundsLock? keeps)
    {
        // What a working order bought is kept whole for the orders it pays for, if the commission can come from
        // elsewhere; in the discount asset it never does.
        var wallet = order.Account.Wallet;
        if (keeps is not null
            && keeps.Asset == commission.Asset
            && (commission.Asset == floor.Commissions.Plan.DiscountAsset
                || wallet[commission.Asset].Free < commission.Amount))
        {
            keeps.Resize(keeps.Amount - commission.Amount);
        }

        wallet.Add(commission.Asset, -commission.Amount, BalanceReason.Commission, order.Id);
        floor.Fees.Add(commission.Asset, commission.Amount);
    }
}
