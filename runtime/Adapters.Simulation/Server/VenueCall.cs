using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>A call that is being answered. The exchange's gate is held.</summary>
public sealed partial class VenueCall
{
    private IReadOnlyList<SimulatedMarket>? _markets;

    internal VenueCall(VenueServer server, EndpointInfo endpoint, Arguments arguments, VenueSession? session, VenueKey? key)
    {
        Server = server;
        Endpoint = endpoint;
        Arguments = arguments;
        Session = session;
        Key = key;
    }

    /// <summary>What answers.</summary>
    public VenueServer Server { get; }

    /// <summary>What was called.</summary>
    public EndpointInfo Endpoint { get; }

    /// <summary>With which parameters.</summary>
    public Arguments Arguments { get; }

    /// <summary>The connection it came over; null for one of its own.</summary>
    public VenueSession? Session { get; }

    /// <summary>The key that was let in; null where anyone may come.</summary>
    public VenueKey? Key { get; }

    /// <summary>The limit of orders is used up, and the client asks for what can be done all the same; null otherwise.
    /// </summary>
    public VenueFailure? Limited { get; init; }

    /// <summary>The account that the key opens.</summary>
    /// <exception cref="VenueException">Nobody is logged on.</exception>
    /// <exception cref="InvalidOperationException">The venue has no such account.</exception>
    public SimulatedAccount Account =>
        Key is null ? throw Server.Face.Deny(AccessProblem.NotLoggedOn).Thrown()
        : Exchange.TryFindAccount(Key.AccountId, out var account) ? account
        : throw new InvalidOperationException($"A key opens account '{Key.AccountId}', which there is not.");

    /// <summary>The markets.</summary>
    public SimulatedExchange Exchange => Server.Exchange;

    /// <summary>The venue's time.</summary>
    public Timestamp Now => Exchange.Now;

    /// <summary>True where one symbol is asked for and not a list or all.</summary>
    public bool IsOne => SymbolName is { } name && Arguments.Has(name);

    /// <summary>The market that is asked for.</summary>
    /// <exception cref="VenueException">There is none of that name.</exception>
    public SimulatedMarket Market => Markets[0];

    /// <summary>The markets that are asked for by one symbol, a list, or not at all.</summary>
    /// <exception cref="VenueException">There is none of a name, or the call must not be about it.</exception>
    public IReadOnlyList<SimulatedMarket> Markets => _markets ??= Server.Face.Choose(this, Named);

    private IReadOnlyList<SimulatedMarket> Named
    {
        get
        {
            if (IsOne)
            {
                return [Find(Arguments.Text(SymbolName!)!)];
            }

            var list = Endpoint.Parameters.FirstOrDefault(
                static parameter => parameter is { Kind: ParameterKind.Symbol, IsList: true });
            return list is not null && Arguments.List(list.Name) is { } names
                ? [.. names.Select(Find)]
                : Exchange.Markets;
        }
    }

    /// <summary>What a market says of itself, with the digits that the venue writes.</summary>
    public ServerValues Values(SimulatedMarket market) => Server.Face.Values(market);

    private string? SymbolName =>
        Endpoint.Parameters.FirstOrDefault(static p => p is { Kind: ParameterKind.Symbol, IsList: false })?.Name;

    private SimulatedMarket Find(string name) =>
        Exchange.TryFind(name, out var market) ? market : throw Server.Face.UnknownSymbol(name).Thrown();
}
