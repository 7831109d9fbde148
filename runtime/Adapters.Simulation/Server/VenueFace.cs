using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
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
public abstract class VenueFace
{
    /// <summary>Makes a face.</summary>
    /// <param name="catalogue">What the specification says.</param>
    protected VenueFace(ProductCatalogue catalogue)
    {
        Catalogue = catalogue;
        Endpoints = new EndpointTable(catalogue);
        Channels = new ChannelTable(this);
    }

    /// <summary>What the specification says.</summary>
    public ProductCatalogue Catalogue { get; }

    /// <summary>What answers which endpoint.</summary>
    public EndpointTable Endpoints { get; }

    /// <summary>What publishes on which channel.</summary>
    public ChannelTable Channels { get; }

    /// <summary>Refusals after which a client that does not wait is shut out.</summary>
    public virtual int BanAfter => 10;

    /// <summary>Frames that a connection may send in the specification's window before it is closed; null as many as
    /// the specification says.</summary>
    public virtual int? MaxFrames => null;

    /// <summary>Name of the parameter by which a call over a socket says whether its answer tells limits.</summary>
    public virtual string? LimitsArgument => null;

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

    /// <summary>The markets among those asked for that a call is about; throws where it must not be so.</summary>
    /// <param name="call">The call.</param>
    /// <param name="markets">Those asked for.</param>
    public virtual IReadOnlyList<SimulatedMarket> Choose(
        VenueCall call, IReadOnlyList<SimulatedMarket> markets) => markets;

    /// <summary>Says what is wrong with parameters.</summary>
    public abstract VenueFailure Refuse(EndpointInfo endpoint, ArgumentFinding finding);

    /// <summary>Says that there is no such symbol.</summary>
    public abstract VenueFailure UnknownSymbol(string name);

    /// <summary>Says that there is no such path, or not with this HTTP method.</summary>
    /// <param name="isPath">The path is there, with another method.</param>
    public abstract VenueFailure UnknownPath(bool isPath);

    /// <summary>Says that a frame of a call socket is none, or that there is no such method.</summary>
    /// <param name="method">The method; null where the frame has none.</param>
    public abstract VenueFailure UnknownCall(string? method);

    /// <summary>Says that a limit is used up.</summary>
    /// <param name="refusal">Which, and for how long.</param>
    /// <param name="now">The venue's time.</param>
    public abstract VenueFailure Limited(LimitRefusal refusal, Timestamp now);

    /// <summary>Says that the venue is broken.</summary>
    /// <param name="status">HTTP status, 500 to 504.</param>
    public abstract VenueFailure Broken(int status);

    /// <summary>Where a WebSocket request leads; null where nothing is there.</summary>
    /// <param name="path">Path as sent.</param>
    /// <param name="query">Query without the question mark, as sent.</param>
    public abstract SocketPlan? Open(string path, string query);

    /// <summary>Answers a frame that the socket's templates do not know; null sends nothing.</summary>
    /// <param name="session">Who sent it.</param>
    /// <param name="frame">The frame.</param>
    public abstract ReadOnlyMemory<byte>? Answer(VenueSession session, ReadOnlyMemory<byte> frame);

    /// <summary>Says that a connection has too many topics.</summary>
    /// <param name="most">How many it may have.</param>
    public abstract VenueFailure TooManyTopics(int most);

    /// <summary>The name of a socket's method without what may stand before it.</summary>
    public virtual string MethodName(string sent) => sent;

    /// <summary>The use of limits as answers over a socket tell it, as JSON; null where they do not.</summary>
    public virtual string? Limits(IReadOnlyList<LimitUse> uses) => null;
}
