using Adapters.Generator.Support;

namespace Adapters.Generator.Model;

/// <summary>
/// Everything a specification says, bound and checked: names resolved, defaults filled in, <c>like</c> expanded.
/// Plain values without positions, so that moving lines changes nothing.
/// </summary>
/// <param name="Name">The exchange, e.g. <c>Binance</c>; its namespace is <c>Adapters.Binance</c>.</param>
/// <param name="Docs">Base address of the venue's documentation.</param>
/// <param name="Signer">The handwritten signer class, if the exchange has signed calls.</param>
/// <param name="Credentials">What a user supplies; a trailing <c>?</c> is kept for optional ones.</param>
/// <param name="Clock">Endpoint and property that tell the server's time.</param>
/// <param name="Instruments">Name of the endpoint that lists the instruments.</param>
public sealed record ExchangeModel(
    string Name,
    string? Docs,
    string? Signer,
    EquatableArray<string> Credentials,
    ClockModel? Clock,
    string? Instruments,
    WireModel Wire,
    RestModel Rest,
    EquatableArray<ProductModel> Products,
    EquatableArray<AuthModel> Auth,
    EquatableArray<EnvironmentModel> Environments,
    EquatableArray<LimitModel> Limits,
    EquatableArray<ErrorRuleModel> Errors,
    EquatableArray<EnumModel> Enums,
    EquatableArray<RecordModel> Records,
    EquatableArray<EndpointModel> Endpoints,
    EquatableArray<SocketModel> Sockets,
    EquatableArray<BookModel> Books,
    EquatableArray<ConversionModel> Conversions,
    EquatableArray<UnverifiedModel> Unverified)
{
    /// <summary>Groups of parameters that endpoints take as one object.</summary>
    public EquatableArray<GroupModel> Groups { get; init; } = [];

    /// <summary>Conversions of the domain's requests into groups of parameters.</summary>
    public EquatableArray<RequestModel> Requests { get; init; } = [];

    /// <summary>Which orders it takes.</summary>
    public OrderRulesModel? Orders { get; init; }
}

/// <summary>Which orders an exchange takes.</summary>
public sealed record OrderRulesModel(
    EquatableArray<OrderKindModel> Kinds, string ClientIdCharacters, int ClientIdLength, bool AmendsPrice, bool AmendsQuantity);

/// <summary>What it takes of one kind; names of the domain's OrderKind and TimeInForce.</summary>
public sealed record OrderKindModel(
    string Kind, EquatableArray<string> Times, bool PostOnly, bool QuoteQuantity, bool ReduceOnly);

/// <summary>A product. <c>Scope</c> elsewhere holds its <paramref name="Name"/>, or null for what products share.</summary>
/// <param name="Name">As in the spec and in <c>@product</c>: <c>spot</c>.</param>
/// <param name="Id">For the tool and for dependency injection: <c>binance-spot</c>.</param>
/// <param name="Aliases">Other ids that mean this product.</param>
/// <param name="TypeName">Public type: <c>BinanceSpot</c>; Rest, Streams and Catalogue classes start with it.</param>
/// <param name="Kind">Member of the domain enum MarketKind, if the product has one kind.</param>
/// <param name="Constants">Wire constants of the product, name and value.</param>
/// <param name="Folder">Namespace part (<c>Spot</c>), or null when the exchange has one product without a folder.</param>
public sealed record ProductModel(
    string Name, string Id, EquatableArray<string> Aliases, string TypeName, string? Kind,
    EquatableArray<PairModel> Constants, string? Folder);

/// <summary>A name and a value.</summary>
public sealed record PairModel(string Name, string Value);

/// <summary>Where the server's time comes from.</summary>
public sealed record ClockModel(string Endpoint, string Property);

/// <summary>How values are written: decimals as text or number, lists in queries as json, csv or repeat.</summary>
public sealed record WireModel(bool DecimalsAsText, string ListForm);

/// <summary>REST-wide facts.</summary>
/// <param name="Places">Place of parameters by method: (GET, query) ...</param>
/// <param name="Failure">Frame template (JSON text) of an error body, if any.</param>
public sealed record RestModel(EquatableArray<PairModel> Places, string? Failure);

/// <summary>A kind of authentication.</summary>
/// <param name="Headers">Header name and value with placeholders, in order.</param>
/// <param name="Adds">Parameters the signer adds, in order, with placeholders.</param>
/// <param name="Frame">The same on call sockets.</param>
/// <param name="WindowMilliseconds">Longest receive window, where the venue has a limit.</param>
public sealed record AuthModel(
    string Name, EquatableArray<PairModel> Headers, EquatableArray<PairModel> Adds, EquatableArray<PairModel> Frame,
    long? WindowMilliseconds);

/// <summary>An environment: hosts by name, and what it lacks.</summary>
public sealed record EnvironmentModel(
    string Name, string? Scope, EquatableArray<PairModel> Hosts, EquatableArray<string> Without);

/// <summary>A rate limit.</summary>
/// <param name="LimitScope">ip, account, endpoint or connection.</param>
/// <param name="Kind">Member of the domain enum LimitKind.</param>
/// <param name="Header">Response header with <c>{window}</c>, if any.</param>
public sealed record LimitModel(
    string Name, string? Scope, string LimitScope, string Kind, EquatableArray<WindowModel> Windows, string? Header);

/// <summary>A window of a limit. <paramref name="Text"/> is as written (<c>1m</c>).</summary>
public sealed record WindowModel(string Text, long Milliseconds, int Capacity);

/// <summary>
/// One rule of an error table, in the order in which rules are tried (most specific first is the runtime's business).
/// Codes are inclusive ranges over integers or exact texts; Http is a status, <c>5xx</c> or null.
/// </summary>
public sealed record ErrorRuleModel(
    string? Scope, string? Socket, string Class, string? Code, long? CodeFrom, long? CodeTo, string? Contains, string? Http);

/// <summary>A fact that could not be confirmed.</summary>
public sealed record UnverifiedModel(string? Scope, string Path, string Why);
