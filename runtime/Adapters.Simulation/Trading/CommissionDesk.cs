using Adapters.Domain;
using Adapters.Simulation.Accounts;

namespace Adapters.Simulation.Trading;

/// <summary>Counts what the venue takes for a fill, and in which asset.</summary>
internal sealed class CommissionDesk(CommissionPlan plan, TradingFloor floor)
{
    private readonly decimal _unit = new(1, 0, 0, false, (byte)plan.Digits);

    internal CommissionPlan Plan => plan;

    internal CommissionRates RatesOf(SimulatedAccount account) => account.Options.Commission ?? plan.Rates;

    /// <summary>The commission of a fill that brought an amount, which the account has by now.</summary>
    internal Funds Of(SimulatedAccount account, Asset received, decimal amount, bool isMaker)
    {
        var rates = RatesOf(account);
        var full = amount * (isMaker ? rates.Maker : rates.Taker);
        if (full > 0m
            && account.PaysInDiscountAsset
            && plan.DiscountAsset is { } asset
            && Price(received, asset) is { } price)
        {
            var discounted = Round(full * (1m - plan.Discount) * price);
            if (account.Wallet[asset].Free >= discounted)
            {
                return new Funds(asset, discounted);
            }
        }

        return new Funds(received, Round(full));
    }

    private decimal Round(decimal value) => value - (value % _unit);

    /// <summary>Units of the second asset for one of the first, by the last trades, directly or over a third asset.
    /// </summary>
    private decimal? Price(Asset from, Asset to)
    {
        if (Direct(from, to) is { } direct)
        {
            return direct;
        }

        foreach (var market in floor.Markets)
        {
            var third = market.Instrument.Base == from ? market.Instrument.Quote
                : market.Instrument.Quote == from ? market.Instrument.Base
                : default;
            if (third != default && Direct(from, third) is { } first && Direct(third, to) is { } second)
            {
                return first * second;
            }
        }

        return null;
    }

    private decimal? Direct(Asset from, Asset to)
    {
        if (from == to)
        {
            return 1m;
        }

        foreach (var market in floor.Markets)
        {
            if (market.Instrument.Base == from && market.Instrument.Quote == to)
            {
                return market.LastPrice;
            }

            if (market.Instrument.Base == to && market.Instrument.Quote == from)
            {
                return 1m / market.LastPrice;
            }
        }

        return null;
    }
}
