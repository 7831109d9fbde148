using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>Where a WebSocket request leads.</summary>
/// <param name="Socket">The socket of the specification.</param>
/// <param name="IsRaw">Messages come without their envelope.</param>
/// <param name="Topics">Topics that are subscribed from the beginning.</param>
public sealed record SocketPlan(SocketInfo Socket, bool IsRaw, IReadOnlyList<string> Topics)
{
    /// <summary>Limits of calls are told in answers where a call does not ask otherwise.</summary>
    public bool TellsLimits { get; init; } = true;
}

/// <summary>
/// What one venue does in its own way: its records, its words, its paths. The server does the rest, from the venue's
/// specification.
/// </summary>
public abstract partial class VenueFace
{
    /// <summary>Makes a face.</summary>
    /// <param name="catalogue">What the specification says.</param>
    protected VenueFace(ProductCatalogue catalogue)
    {
        Catalogue = catalogue;
        Endpoints = new EndpointTable(catalogue);
        Channels = new ChannelTable(this);
        Words = new OrderWords(this);
        Events = new EventTable(this);
    }

    /// <summary>What the specification says.</summary>
    public ProductCatalogue Catalogue { get; }

    /// <summary>What answers which endpoint.</summary>
    public EndpointTable Endpoints { get; }

    /// <summary>What publishes on which channel.</summary>
    public ChannelTable Channels { get; }

    /// <summary>What is said of orders.</summary>
    public OrderWords Words { get; }

    /// <summary>What is sent of accounts' events.</summary>
    public EventTable Events { get; }

    /// <summary>Codes and texts of refusals.</summary>
    public RefusalTable Refusals { get; } = new();

    /// <summary>How clients ask for a part of a history.</summary>
    public abstract PageNames Pages { get; }

    /// <summary>Digits that a number sent may have after the point.</summary>
    public virtual int MaxDigits => 20;

    /// <summary>The longest time that is looked through at once for what an account did; null for any.</summary>
    public virtual TimeSpan? LongestHistory => null;

    /// <summary>After this an order that ended unfilled is told no more; null for never.</summary>
    public virtual TimeSpan? ArchiveAfter => null;

    /// <summary>The markets that the venue has.</summary>
    /// <param name="symbols">Where their symbols live.</param>
    public abstract IReadOnlyList<SimulatedMarketOptions> Markets(SymbolTable symbols);

    /// <summary>What a market says of itself, with the digits that the venue writes.</summary>
    public ServerValues Values(SimulatedMarket market)
    {
        var known = MarketValues.Of(market);
        return new ServerValues(name => known(name) ?? Filler(market, name), Style);
    }

    /// <summary>What the venue writes where nobody reads it; null for nothing.</summary>
    /// <param name="market">The market.</param>
    /// <param name="name">As the property is called, for example <c>RawM</c>; its value is JSON.</param>
    public virtual string? Filler(SimulatedMarket market, string name) => null;

    /// <summary>Gives a number the digits that the venue writes.</summary>
    /// <param name="name">What the number is, as its property is called.</param>
    /// <param name="number">The number.</param>
    public virtual decimal Style(string name, decimal number) => number;

    /// <summary>Name of the parameter by which a call asks for markets of one status.</summary>
    public virtual string? StatusArgument => null;

    /// <summary>The venue's word for the status of a market.</summary>
    public abstract string StatusOf(SimulatedMarket market);

    /// <summary>The markets among those asked for that a call is about; throws where it must not be so.</summary>
    /// <param name="call">The call.</param>
    /// <param name="markets">Those asked for.</param>
    /// <exception cref="VenueException">One is asked for twice, or it is not in the status asked for.</exception>
    public virtual IReadOnlyList<SimulatedMarket> Choose(VenueCall call, IReadOnlyList<SimulatedMarket> markets)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(markets);
        if (markets.Distinct().Count() < markets.Count)
        {
            throw Refusals.Of(VenueProblem.SymbolTwice).Thrown();
        }

        if (StatusArgument is not { } name || call.Arguments.Text(name) is not { } wanted)
        {
            return markets;
        }

        SimulatedMarket[] chosen = [.. markets.Where(market => StatusOf(market) == wanted)];
        return chosen.Length == 0 && call.IsOne ? throw Refusals.Of(VenueProblem.OtherStatus).Thrown() : chosen;
    }

    /// <summary>Says what is wrong with parameters.</summary>
    public virtual VenueFailure Refuse(EndpointInfo endpoint, ArgumentFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Refusals.Of(
            finding.Problem, finding.Name, ("name", finding.Name), ("read", finding.Read), ("sent", finding.Sent),
            ("range", finding.Parameter is { } parameter ? LegalRange(parameter) : null),
            ("first", finding.Need?.Parameters[0]), ("second", finding.Need?.Parameters.ElementAtOrDefault(1)));
    }

    /// <summary>How a parameter must be written, as the venue's refusals tell it.</summary>
    public virtual string LegalRange(ParameterInfo parameter) => "";

    /// <summary>Says why an order is not placed, ended or made smaller.</summary>
    public abstract VenueFailure Refuse(OrderAction action, Rejection rejection);

    /// <summary>How long a request is fresh where it does not say.</summary>
    public virtual TimeSpan ReceiveWindow => TimeSpan.FromSeconds(5);

    /// <summary>How long a request may ask to be fresh.</summary>
    public virtual TimeSpan MaxReceiveWindow => TimeSpan.FromMinutes(1);

    /// <summary>How far a request's time must stay below when it lies ahead of the venue's.</summary>
    public virtual TimeSpan ClockTolerance => TimeSpan.FromSeconds(1);

    /// <summary>What a client of this venue signs of a request.</summary>
    /// <param name="request">As received.</param>
    /// <param name="signature">Name of the parameter that holds the signature.</param>
    public virtual byte[] SignedText(ServerRequest request, string signature) =>
        Server.SignedText.OfRequest(request, signature);

    /// <summary>What a client of this venue signs of a call over a socket.</summary>
    /// <param name="arguments">As received.</param>
    /// <param name="signature">Name of the parameter that holds the signature.</param>
    public virtual byte[] SignedText(Arguments arguments, string signature) =>
        Server.SignedText.OfFrame(arguments, signature);

    /// <summary>Says why a call is not let in.</summary>
    public virtual VenueFailure Deny(AccessProblem problem) => Refusals.Of(problem);

    /// <summary>Says that there is no such symbol.</summary>
    public VenueFailure UnknownSymbol(string name) => Refusals.Of(VenueProblem.UnknownSymbol, null, ("name", name));

    /// <summary>Says that there is no such path, or not with this HTTP method.</summary>
    /// <param name="isPath">The path is there, with another method.</param>
    public VenueFailure UnknownPath(bool isPath) => Gateway(isPath ? 405 : 404);

    /// <summary>Answers as a gateway before the venue does.</summary>
    /// <param name="status">HTTP status.</param>
    public abstract VenueFailure Gateway(int status);

    /// <summary>Says that a frame of a call socket is none, or that there is no such method.</summary>
    /// <param name="method">The method; null where the frame has none.</param>
    public VenueFailure UnknownCall(string? method) => method is null
        ? Refusals.Of(VenueProblem.BadFrame)
        : Refusals.Of(VenueProblem.UnknownMethod, null, ("name", method));

    /// <summary>Says that the venue is broken.</summary>
    /// <param name="status">HTTP status, 500 to 504.</param>
    public VenueFailure Broken(int status) => status switch
    {
        500 => Refusals.Of(VenueProblem.Broken),
        503 => Refusals.Of(VenueProblem.Overloaded),
        504 => Refusals.Of(VenueProblem.TimedOut),
        _ => Gateway(status),
    };

    /// <summary>Paths of WebSockets.</summary>
    public abstract IReadOnlyList<SocketPath> Paths { get; }

    /// <summary>What clients may ask of sockets that publish; null where they may not.</summary>
    public SocketRequests? Requests { get; protected init; }

    /// <summary>Where a WebSocket request leads; null where nothing is there.</summary>
    /// <param name="path">Path as sent.</param>
    /// <param name="query">Query without the question mark, as sent.</param>
    public SocketPlan? Open(string path, string query)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(query);
        var given = query.Split('&').Select(static pair => pair.Split('=', 2))
            .ToLookup(static pair => pair[0], static pair => pair[^1]);
        return Paths.Select(item => item.Match(this, path.TrimEnd('/'), given))
            .FirstOrDefault(static plan => plan is not null);
    }

    /// <summary>The name of a socket's method without what may stand before it.</summary>
    public virtual string MethodName(string sent) => sent;

    /// <summary>The venue's words for what is asked of orders by numbers.</summary>
    public abstract WordTable<OrderRule> RuleWords { get; }
}
