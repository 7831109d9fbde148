using Adapters.Binance;
using Adapters.Binance.Spot;
using Adapters.Cli.CommandLine;

namespace Adapters.Cli.Exchanges;

/// <summary>Every product that the tool knows; a further one is a further line.</summary>
internal static class ExchangeRegistry
{
    public static IReadOnlyList<ExchangeEntry> All { get; } =
    [
        new(BinanceSpotCatalogue.Instance, BinanceSpot.Connect, new BinanceSigner()),
    ];

    /// <summary>Ids and aliases.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.SelectMany(static entry => entry.Names)];

    /// <summary>Names of environments that any product has.</summary>
    public static IReadOnlyList<string> EnvironmentNames { get; } =
        [.. All.SelectMany(static entry => entry.Environments).Distinct().OrderBy(static name => name == ExchangeEntry.Simulated)];

    /// <summary>The product of an id or alias, in any case.</summary>
    /// <exception cref="UsageException">There is none; the message lists those that there are.</exception>
    public static ExchangeEntry Find(string name) =>
        All.FirstOrDefault(entry => entry.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        ?? throw new UsageException(
            $"There is no exchange '{name}'.{Meant.Of(name, Names)} The exchanges are {string.Join(", ", Names)}.");
}
