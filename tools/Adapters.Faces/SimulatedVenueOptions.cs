using Adapters.Simulation.Accounts;
using Adapters.Simulation.Faults;

namespace Adapters.Faces;

/// <summary>How a simulated venue is set up.</summary>
public sealed record SimulatedVenueOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes one that is free. In memory there is none.</summary>
    public int Port { get; init; }

    /// <summary>Everything random follows from it: markets, faults, the key and its secret.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>What goes wrong; nothing by default.</summary>
    public FaultRates? Faults { get; init; }

    /// <summary>The venue's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How far back trades and candles reach at the start, at least a minute; null for a day and an hour. Less
    /// starts faster.</summary>
    public TimeSpan? History { get; init; }

    /// <summary>The venue's names of the symbols whose markets open, for example <c>BTCUSDT</c>; null for all.</summary>
    public IReadOnlyList<string>? Symbols { get; init; }

    /// <summary>How many orders of others each side of a book holds, more or less; null for 300.</summary>
    public int? OrdersPerSide { get; init; }

    /// <summary>What the account holds at first; null for 10,000 USDT, 1 BTC, 10 ETH, 20 BNB and 100 SOL.</summary>
    public IReadOnlyList<Funds>? Deposits { get; init; }

    /// <summary>Further API keys of the account, each with the RSA or Ed25519 public key of its holder in PEM.</summary>
    public IReadOnlyDictionary<string, string> PublicKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>Time between two steps of the markets; at least a millisecond. Nothing is published more often.</summary>
    public TimeSpan StepPeriod { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <exception cref="ArgumentOutOfRangeException">A value makes no sense.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, 65535);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentOutOfRangeException.ThrowIfLessThan(OrdersPerSide ?? 1, 1, nameof(OrdersPerSide));
        ArgumentOutOfRangeException.ThrowIfLessThan(StepPeriod, TimeSpan.FromMilliseconds(1));
    }
}
