using Adapters.Domain;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Trading;

namespace Adapters.Simulation.Accounts;

/// <summary>
/// An account of the simulated exchange: what it has, what it ordered, and what it may do. Safe from any thread: every
/// member takes the exchange's <see cref="SimulatedExchange.Gate"/>; hold it to read several things of one moment.
/// </summary>
/// <remarks>
/// Where venues' pages leave it open, the exchange does this. An order that the book or the balances refuse is told with
/// an id of its own and then forgotten. A stop or take-profit without limit that buys locks nothing until it works, and
/// expires then if it cannot be paid. A quote quantity buys or sells the largest quantity whose value does not pass it.
/// An order that fills whole or not at all counts only what self-trade prevention lets it take. A routed order finds
/// its own market's book only. Prices pegged to the book are not taken.
/// </remarks>
public sealed partial class SimulatedAccount
{
    /// <summary>Amounts from outside are below this and have no more digits after the point, so that sums are exact.
    /// </summary>
    private const decimal MostFunds = 1_000_000_000_000_000m;
    private const int FundsDigits = 12;

    private readonly TradingFloor _floor;
    private readonly ObserverList<IAccountObserver> _observers = new();
    private long _lastSequence;
    private Timestamp _updatedAt;

    internal SimulatedAccount(AccountOptions options, TradingFloor floor)
    {
        ArgumentException.ThrowIfNullOrEmpty(options.Id, nameof(options));
        if (options.Commission is { } rates)
        {
            CommissionPlan.Check(rates);
        }

        Options = options;
        Wallet = new Wallet(options.Id);
        Group = options.TradeGroup is { } group ? $"group {group}" : $"account {options.Id}";
        CanTrade = options.CanTrade;
        PaysInDiscountAsset = options.PaysInDiscountAsset;
        OpenedAt = _updatedAt = floor.Now;
        _floor = floor;
    }

    /// <summary>What it was opened with.</summary>
    public AccountOptions Options { get; }

    /// <summary>Its name on the exchange.</summary>
    public string Id => Options.Id;

    /// <summary>When it was opened.</summary>
    public Timestamp OpenedAt { get; }

    /// <summary>False where it may only look and cancel.</summary>
    public bool CanTrade { get; set; }

    /// <summary>True where it pays commissions in the exchange's discount asset if it has enough.</summary>
    public bool PaysInDiscountAsset { get; set; }

    /// <summary>What the venue takes of its fills.</summary>
    public CommissionRates Commission => _floor.Commissions.RatesOf(this);

    internal Wallet Wallet { get; }

    /// <summary>Whose orders do not match each other.</summary>
    internal string Group { get; }

    /// <summary>Brings an amount from outside.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not positive, 10^15 or more, or has more than 12
    /// digits after the point.</exception>
    public void Deposit(Asset asset, decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        CheckAmount(amount);
        Change(() => Move(asset, amount, BalanceReason.Deposit));
    }

    /// <summary>Takes an amount outside; false where less is free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not positive, 10^15 or more, or has more than 12
    /// digits after the point.</exception>
    public bool Withdraw(Asset asset, decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        CheckAmount(amount);
        return Change(() =>
            Wallet[asset].Free >= amount && Move(asset, -amount, BalanceReason.Withdrawal));
    }

    /// <summary>Locks an amount for something outside the exchange, or releases it where it is negative; false where
    /// less is free, or locked so.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is 10^15 or more, or has more than 12 digits after the
    /// point.</exception>
    public bool LockExternally(Asset asset, decimal amount)
    {
        CheckAmount(amount);
        return Change(() =>
        {
            var balance = Wallet[asset];
            if (amount == 0m || balance.Free < amount || balance.LockedExternally < -amount)
            {
                return false;
            }

            Wallet.LockExternally(asset, amount);
            _floor.Feed.Add(this, new ExternalLockEvent
            {
                Sequence = NextSequence(),
                Time = _floor.Now,
                Asset = asset,
                Delta = amount,
            });
            return true;
        });
    }

    /// <summary>Has an observer told what happens from now on, until the result is disposed.</summary>
    public IDisposable Subscribe(IAccountObserver observer)
    {
        lock (_floor.Gate)
        {
            return _observers.Add(observer);
        }
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Id;

    internal long NextSequence() => ++_lastSequence;

    /// <summary>Adds an event about the balances that changed since the last one.</summary>
    internal void EmitBalances(Timestamp now)
    {
        if (Wallet.IsTouched)
        {
            var (balances, changes) = Wallet.Drain();
            _updatedAt = now;
            _floor.Feed.Add(
                this,
                new BalancesEvent { Sequence = NextSequence(), Time = now, Balances = balances, Changes = changes });
        }
    }

    internal void Tell(AccountEvent happened)
    {
        foreach (var observer in _floor.Observers.All)
        {
            observer.OnEvent(this, happened);
        }

        foreach (var observer in _observers.All)
        {
            observer.OnEvent(this, happened);
        }
    }

    private static void CheckAmount(decimal amount)
    {
        if (Math.Abs(amount) >= MostFunds || decimal.Round(amount, FundsDigits) != amount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(amount), amount, "Say less than 10^15, with at most 12 digits after the point.");
        }
    }

    private T Change<T>(Func<T> change)
    {
        lock (_floor.Gate)
        {
            _floor.CheckNotTelling();
            var result = change();
            _floor.Feed.Deliver(_floor);
            return result;
        }
    }

    private bool Move(Asset asset, decimal delta, BalanceReason reason)
    {
        if (asset == default)
        {
            throw new ArgumentException("Say of which asset.", nameof(asset));
        }

        Wallet.Add(asset, delta, reason);
        _floor.Deposited.Add(asset, delta);
        _floor.Feed.Add(
            this, new FundsEvent { Sequence = NextSequence(), Time = _floor.Now, Asset = asset, Delta = delta });
        return true;
    }
}
