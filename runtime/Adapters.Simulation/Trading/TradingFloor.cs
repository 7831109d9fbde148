using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Trading;

/// <summary>What the markets of an exchange share: the gate, the accounts, and what they are told.</summary>
internal sealed class TradingFloor
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int ClientIdLength = 22;

    private readonly TimeProvider _time;
    private readonly SeededRandom _random;
    private readonly List<SimulatedAccount> _accounts = [];
    private readonly Dictionary<string, SimulatedAccount> _byId = new(StringComparer.Ordinal);
    private long _lastListId = -1;

    internal TradingFloor(SimulatedExchangeOptions options, TimeProvider time)
    {
        options.Commission.Check();
        _time = time;
        _random = SeededRandom.For(options.Seed, "client order ids");
        Rules = options.Rules;
        Commissions = new CommissionDesk(options.Commission, this);
    }

    internal Lock Gate { get; } = new();

    internal ExchangeRules Rules { get; }

    internal CommissionDesk Commissions { get; }

    internal AccountFeed Feed { get; } = new();

    /// <summary>Set once, right after the markets were made.</summary>
    internal IReadOnlyList<SimulatedMarket> Markets { get; set; } = [];

    internal IReadOnlyList<SimulatedAccount> Accounts => _accounts;

    /// <summary>Who is told about every account, also those opened later.</summary>
    internal ObserverList<IAccountObserver> Observers { get; } = new();

    /// <summary>What the crowd gained, or lost, in trades with accounts.</summary>
    internal Purse Crowd { get; } = new();

    /// <summary>What the venue took.</summary>
    internal Purse Fees { get; } = new();

    /// <summary>What came from outside, less what went there.</summary>
    internal Purse Deposited { get; } = new();

    /// <summary>What observers are told is borrowed, so nothing may change until they have seen it.</summary>
    internal bool IsTelling { get; set; }

    /// <summary>The clock's time, in whole microseconds.</summary>
    internal Timestamp Now => Timestamp.FromMicroseconds(Timestamp.From(_time.GetUtcNow()).UnixMicroseconds);

    internal bool TryFind(string id, [NotNullWhen(true)] out SimulatedAccount? account) =>
        _byId.TryGetValue(id, out account);

    internal void Add(SimulatedAccount account)
    {
        if (!_byId.TryAdd(account.Id, account))
        {
            throw new ArgumentException($"There is an account {account.Id} already.", nameof(account));
        }

        _accounts.Add(account);
    }

    internal long NextListId() => ++_lastListId;

    internal ClientOrderId NextClientId()
    {
        Span<char> text = stackalloc char[ClientIdLength];
        foreach (ref var letter in text)
        {
            letter = Letters[_random.Next(Letters.Length)];
        }

        return ClientOrderId.Parse(text);
    }

    internal void CheckNotTelling()
    {
        if (IsTelling)
        {
            throw new InvalidOperationException(
                "An observer must not place or change orders while it is told something; do it after the step.");
        }
    }
}
