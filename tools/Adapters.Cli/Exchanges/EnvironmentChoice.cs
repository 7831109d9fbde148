using Adapters.Cli.CommandLine;

namespace Adapters.Cli.Exchanges;

/// <summary>The environment that a command line asks for.</summary>
/// <param name="Name">As the catalogue has it, or <c>simulated</c>.</param>
/// <param name="IsExplicit">It was said, not taken by default.</param>
internal sealed record EnvironmentChoice(string Name, bool IsExplicit)
{
    /// <summary>The exchange inside this program.</summary>
    public bool IsSimulated => Name == ExchangeEntry.Simulated;

    /// <summary>Real money is traded there. What is not known to be for tests counts as such.</summary>
    public bool IsLive => Name is not (ExchangeEntry.Simulated or "testnet" or "demo");

    /// <summary>Makes the choice of what was said.</summary>
    /// <exception cref="UsageException">The exchange has no such environment, or two were said.</exception>
    public static EnvironmentChoice Of(ExchangeEntry exchange, string? name, bool simulated)
    {
        if (simulated && name is not null && !name.Equals(ExchangeEntry.Simulated, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--simulated and --env {name} contradict each other. Give one of them.");
        }

        if (name is null)
        {
            return new EnvironmentChoice(simulated ? ExchangeEntry.Simulated : exchange.Environments[0], simulated);
        }

        var known = exchange.Environments.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(
                $"--env '{name}' is no environment of {exchange.Id}.{Meant.Of(name, exchange.Environments)} "
                + $"It has {string.Join(", ", exchange.Environments)}.");
        return new EnvironmentChoice(known, IsExplicit: true);
    }
}
