using Adapters.Catalogue;
using Adapters.Cli.CommandLine;
using Adapters.Faces;

namespace Adapters.Cli.Exchanges;

/// <summary>The environment that a command line asks for.</summary>
/// <param name="Name">As the catalogue has it, or <c>simulated</c>.</param>
/// <param name="IsExplicit">It was said, not taken by default.</param>
/// <param name="Running">Where a simulated exchange runs already; null for all others.</param>
internal sealed record EnvironmentChoice(string Name, bool IsExplicit, Uri? Running = null)
{
    private const string Scheme = "http://";

    /// <summary>The exchange inside this program, which has a key of its own.</summary>
    public bool IsSimulated => Name == ExchangeEntry.Simulated && Running is null;

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

        if (name.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            ExchangeSession.ThrowIfNotSimulated(exchange);
            return new EnvironmentChoice(ExchangeEntry.Simulated, IsExplicit: true, Address(name));
        }

        var known = exchange.Environments.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(
                $"--env '{name}' is no environment of {exchange.Id}.{Meant.Of(name, exchange.Environments)} "
                + $"It has {string.Join(", ", exchange.Environments)}.");
        return new EnvironmentChoice(known, IsExplicit: true);
    }

    /// <summary>Its hosts.</summary>
    public EnvironmentInfo Hosts(ExchangeEntry exchange) => Running is { } address
        ? SimulatedVenue.EnvironmentAt(exchange.Id, address)
        : exchange.Catalogue.Environment(Name);

    // Only this machine: a key must not go to whoever an address belongs to, and not without encryption.
    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { IsLoopback: true, PathAndQuery: "/", UserInfo: "" }
            ? address
            : throw new UsageException(
                $"--env {text}: an address is taken of a simulated exchange on this machine alone, as 'adapters simulate' prints "
                + "it, such as http://127.0.0.1:5001.");
}
