using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Catalogue;

/// <summary>
/// Everything a specification says of one product of an exchange, as static data: for tools, simulated exchanges,
/// drift reports and documentation. Hot paths never read it.
/// </summary>
public sealed class ProductCatalogue
{
    /// <summary>The exchange, for example <c>Binance</c>.</summary>
    public required string Exchange { get; init; }

    /// <summary>The product's name in the specification, for example <c>spot</c>.</summary>
    public required string Product { get; init; }

    /// <summary>Id for tools and dependency injection, for example <c>binance-spot</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Other ids that mean this product.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Kind of its markets, where they are all of one.</summary>
    public MarketKind? Kind { get; init; }

    /// <summary>The venue's documentation.</summary>
    public string? Docs { get; init; }

    /// <summary>Hash of the specification it was compiled from.</summary>
    public required string SpecHash { get; init; }

    /// <summary>Environments; the first is the default.</summary>
    public required IReadOnlyList<EnvironmentInfo> Environments { get; init; }

    /// <summary>REST-wide facts.</summary>
    public required RestShape Rest { get; init; }

    /// <summary>Kinds of authentication.</summary>
    public IReadOnlyList<AuthInfo> Auth { get; init; } = [];

    /// <summary>Rate limits as first guesses; the venue's own list and headers correct them.</summary>
    public IReadOnlyList<LimitInfo> Limits { get; init; } = [];

    /// <summary>Error table.</summary>
    public required ErrorTable Errors { get; init; }

    /// <summary>Endpoints.</summary>
    public required IReadOnlyList<EndpointInfo> Endpoints { get; init; }

    /// <summary>Sockets.</summary>
    public IReadOnlyList<SocketInfo> Sockets { get; init; } = [];

    /// <summary>Channels of all sockets.</summary>
    public IReadOnlyList<ChannelInfo> Channels { get; init; } = [];

    /// <summary>Which orders it takes; null where the specification does not cover trading.</summary>
    public OrderRules? Orders { get; init; }

    /// <summary>Book rules.</summary>
    public IReadOnlyList<BookRule> Books { get; init; } = [];

    /// <summary>Facts that could not be confirmed.</summary>
    public IReadOnlyList<UnverifiedFact> Unverified { get; init; } = [];

    /// <summary>Name of the endpoint that tells the server's time, if there is one.</summary>
    public string? Clock { get; init; }

    /// <summary>Reads the server's time from the answer of <see cref="Clock"/>.</summary>
    public Func<IWireValue, Timestamp>? ReadClock { get; init; }

    /// <summary>Name of the endpoint that lists the instruments, if there is one.</summary>
    public string? Instruments { get; init; }

    /// <summary>Finds an environment.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message lists those that there are.</exception>
    public EnvironmentInfo Environment(string name) =>
        Environments.FirstOrDefault(environment => environment.Name == name)
        ?? throw new ArgumentException(
            $"{Id} has no environment '{name}'. Use one of {string.Join(", ", Environments.Select(e => e.Name))}.",
            nameof(name));
}
