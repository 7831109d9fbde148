using System.Collections.Immutable;
using Adapters.Generator.Support;

namespace Adapters.Generator.Model;

/// <summary>The kinds of value a domain member holds.</summary>
public enum DomainKind
{
    /// <summary>decimal.</summary>
    Decimal,
    /// <summary>long.</summary>
    Long,
    /// <summary>int.</summary>
    Int,
    /// <summary>bool.</summary>
    Bool,
    /// <summary>string.</summary>
    Text,
    /// <summary>Timestamp.</summary>
    Time,
    /// <summary>Symbol.</summary>
    Symbol,
    /// <summary>Asset.</summary>
    Asset,
    /// <summary>OrderId.</summary>
    OrderId,
    /// <summary>ClientOrderId.</summary>
    ClientOrderId,
    /// <summary>TradeId.</summary>
    TradeId,
    /// <summary>A domain enum, named by <see cref="DomainMember.EnumName"/>.</summary>
    Enum,
    /// <summary>Levels: an array in owned types, a span in borrowed ones.</summary>
    Levels,
}

/// <summary>A member of a domain type.</summary>
public sealed record DomainMember(string Name, DomainKind Kind, bool IsRequired, string? EnumName = null)
{
    /// <summary>Its name in specifications.</summary>
    public string Key { get; } = Names.Camel(Name);
}

/// <summary>A domain type a conversion can make.</summary>
/// <param name="IsBorrowed">A ref struct whose levels are spans (BookUpdate).</param>
public sealed record DomainType(string Name, ImmutableArray<DomainMember> Members, bool IsBorrowed = false, bool HasReceivedAt = false);

/// <summary>A request of the domain. Optional ids may be <c>default</c> instead of null.</summary>
/// <param name="Parts">Members that are requests themselves: member and type.</param>
/// <param name="Ignored">Members that the kernel has dealt with before.</param>
public sealed record DomainRequest(
    string Name, ImmutableArray<DomainMember> Members, ImmutableArray<PairModel> Parts, ImmutableArray<string> Ignored);

/// <summary>
/// What the runtime's domain types look like, as far as conversions need it. The compiler never references the runtime;
/// a test compares this table with the runtime's types.
/// </summary>
public static class DomainCatalogue
{
    /// <summary>Domain enums and their members.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Enums { get; } =
        new Dictionary<string, ImmutableArray<string>>
        {
            ["Side"] = ["Buy", "Sell"],
            ["MarketKind"] = ["Spot", "LinearPerpetual", "InversePerpetual", "LinearFuture", "InverseFuture", "Option"],
            ["MarketStatus"] = ["Trading", "Announced", "Halted", "CancelOnly", "Settling", "Delisted"],
            ["Interval"] =
            [
                "Seconds1", "Minutes1", "Minutes3", "Minutes5", "Minutes15", "Minutes30", "Hours1", "Hours2", "Hours4",
                "Hours6", "Hours8", "Hours12", "Days1", "Days3", "Weeks1", "Months1",
            ],
            ["OrderKind"] =
            [
                "Limit", "Market", "StopMarket", "StopLimit", "TakeProfitMarket", "TakeProfitLimit", "TrailingStop",
            ],
            ["TimeInForce"] = ["GoodTillCancel", "ImmediateOrCancel", "FillOrKill", "GoodTillDate"],
            ["OrderStatus"] = ["Pending", "Open", "PartiallyFilled", "Filled", "Canceled", "Rejected", "Expired"],
            ["PartResult"] = ["Done", "Refused", "Untried"],
            ["LimitKind"] = ["Weight", "Orders", "Requests", "Connections"],
            ["TimeUnit"] = ["Second", "Minute", "Hour", "Day"],
        }.ToImmutableDictionary();

    /// <summary>Domain types by name.</summary>
    public static ImmutableDictionary<string, DomainType> Types { get; } = new[]
    {
        new DomainType("Market",
        [
            Required("Symbol", DomainKind.Symbol), Enum("Kind", "MarketKind"), Required("Base", DomainKind.Asset),
            Required("Quote", DomainKind.Asset), Optional("Settle", DomainKind.Asset), Enum("Status", "MarketStatus"),
            Required("Tick", DomainKind.Decimal), Required("Step", DomainKind.Decimal),
            Optional("MinPrice", DomainKind.Decimal), Optional("MaxPrice", DomainKind.Decimal),
            Optional("MinQuantity", DomainKind.Decimal), Optional("MaxQuantity", DomainKind.Decimal),
            Optional("MarketStep", DomainKind.Decimal), Optional("MarketMinQuantity", DomainKind.Decimal),
            Optional("MarketMaxQuantity", DomainKind.Decimal), Optional("MinNotional", DomainKind.Decimal),
            Optional("MaxNotional", DomainKind.Decimal), Optional("MinNotionalForMarket", DomainKind.Bool),
            Optional("MaxNotionalForMarket", DomainKind.Bool), Optional("ContractSize", DomainKind.Decimal),
            Optional("Expiry", DomainKind.Time), Optional("MaxOpenOrders", DomainKind.Int),
            Optional("QuoteDigits", DomainKind.Int),
        ]),
        new DomainType("Ticker",
        [
            Required("Symbol", DomainKind.Symbol), Required("Last", DomainKind.Decimal),
            Optional("Open", DomainKind.Decimal), Optional("High", DomainKind.Decimal),
            Optional("Low", DomainKind.Decimal), Optional("Bid", DomainKind.Decimal),
            Optional("BidQuantity", DomainKind.Decimal), Optional("Ask", DomainKind.Decimal),
            Optional("AskQuantity", DomainKind.Decimal), Optional("Volume", DomainKind.Decimal),
            Optional("QuoteVolume", DomainKind.Decimal), Optional("Change", DomainKind.Decimal),
            Optional("ChangePercent", DomainKind.Decimal), Optional("AveragePrice", DomainKind.Decimal),
            Optional("OpenTime", DomainKind.Time), Optional("Time", DomainKind.Time),
            Optional("Trades", DomainKind.Long),
        ], HasReceivedAt: true),
        new DomainType("Quote",
        [
            Required("Symbol", DomainKind.Symbol), Required("Bid", DomainKind.Decimal),
            Required("BidQuantity", DomainKind.Decimal), Required("Ask", DomainKind.Decimal),
            Required("AskQuantity", DomainKind.Decimal), Optional("Time", DomainKind.Time),
            Optional("Version", DomainKind.Long),
        ], HasReceivedAt: true),
        new DomainType("Trade",
        [
            Required("Symbol", DomainKind.Symbol), Required("Id", DomainKind.TradeId),
            Required("Price", DomainKind.Decimal), Required("Quantity", DomainKind.Decimal),
            Optional("QuoteQuantity", DomainKind.Decimal), Enum("Side", "Side"), Required("Time", DomainKind.Time),
        ], HasReceivedAt: true),
        new DomainType("Kline",
        [
            Required("Symbol", DomainKind.Symbol), Enum("Interval", "Interval"),
            Required("OpenTime", DomainKind.Time), Required("Open", DomainKind.Decimal),
            Required("High", DomainKind.Decimal), Required("Low", DomainKind.Decimal),
            Required("Close", DomainKind.Decimal), Required("Volume", DomainKind.Decimal),
            Optional("CloseTime", DomainKind.Time), Optional("QuoteVolume", DomainKind.Decimal),
            Optional("Trades", DomainKind.Long), Optional("TakerVolume", DomainKind.Decimal),
            Optional("TakerQuoteVolume", DomainKind.Decimal), Optional("Closed", DomainKind.Bool),
        ], HasReceivedAt: true),
        new DomainType("OrderBook",
        [
            Required("Symbol", DomainKind.Symbol), Required("Version", DomainKind.Long),
            Required("Bids", DomainKind.Levels), Required("Asks", DomainKind.Levels), Optional("Time", DomainKind.Time),
        ]),
        new DomainType("BookUpdate",
        [
            Required("Symbol", DomainKind.Symbol), Required("First", DomainKind.Long),
            Required("Last", DomainKind.Long), Optional("Previous", DomainKind.Long),
            Required("Bids", DomainKind.Levels), Required("Asks", DomainKind.Levels), Optional("Time", DomainKind.Time),
        ], IsBorrowed: true, HasReceivedAt: true),
        new DomainType("RateLimitInfo",
        [
            Enum("Kind", "LimitKind"), Enum("Unit", "TimeUnit"), Required("Per", DomainKind.Int),
            Required("Capacity", DomainKind.Long), Optional("Used", DomainKind.Long),
        ]),
        new DomainType("Order",
        [
            Required("Symbol", DomainKind.Symbol), Required("Id", DomainKind.OrderId),
            Optional("ClientId", DomainKind.ClientOrderId), Enum("Side", "Side"), Enum("Kind", "OrderKind"),
            OptionalEnum("TimeInForce", "TimeInForce"), Enum("Status", "OrderStatus"),
            Optional("Price", DomainKind.Decimal), Optional("TriggerPrice", DomainKind.Decimal),
            Optional("Quantity", DomainKind.Decimal), Optional("QuoteQuantity", DomainKind.Decimal),
            Required("FilledQuantity", DomainKind.Decimal), Optional("FilledValue", DomainKind.Decimal),
            Optional("AveragePrice", DomainKind.Decimal), Optional("PostOnly", DomainKind.Bool),
            Optional("ReduceOnly", DomainKind.Bool), Optional("CreatedAt", DomainKind.Time),
            Optional("UpdatedAt", DomainKind.Time), Optional("Reason", DomainKind.Text),
        ], HasReceivedAt: true),
        new DomainType("Fill",
        [
            Required("Symbol", DomainKind.Symbol), Required("Id", DomainKind.TradeId),
            Required("OrderId", DomainKind.OrderId), Optional("ClientId", DomainKind.ClientOrderId),
            Enum("Side", "Side"), Required("Price", DomainKind.Decimal), Required("Quantity", DomainKind.Decimal),
            Optional("QuoteQuantity", DomainKind.Decimal), Optional("Fee", DomainKind.Decimal),
            Optional("FeeAsset", DomainKind.Asset), Optional("Maker", DomainKind.Bool),
            Required("Time", DomainKind.Time),
        ], HasReceivedAt: true),
        new DomainType("Balance",
        [
            Required("Asset", DomainKind.Asset), Required("Free", DomainKind.Decimal),
            Required("Locked", DomainKind.Decimal), Optional("Time", DomainKind.Time),
        ], HasReceivedAt: true),
        new DomainType("Fees",
        [
            Required("Symbol", DomainKind.Symbol), Required("Maker", DomainKind.Decimal),
            Required("Taker", DomainKind.Decimal),
        ]),
    }.ToImmutableDictionary(type => type.Name);

    /// <summary>
    /// Requests of the domain that conversions turn into parameters, by name. A member whose type is another one of them
    /// is reached through it.
    /// </summary>
    public static ImmutableDictionary<string, DomainRequest> Requests { get; } = new[]
    {
        new DomainRequest("OrderRequest",
        [
            Required("Symbol", DomainKind.Symbol), Enum("Side", "Side"), Enum("Kind", "OrderKind"),
            Optional("Quantity", DomainKind.Decimal), Optional("QuoteQuantity", DomainKind.Decimal),
            Optional("Price", DomainKind.Decimal), Optional("TriggerPrice", DomainKind.Decimal),
            OptionalEnum("TimeInForce", "TimeInForce"), Required("PostOnly", DomainKind.Bool),
            Required("ReduceOnly", DomainKind.Bool), Optional("ClientId", DomainKind.ClientOrderId),
        ], [], ["IsExact"]),
        new DomainRequest("AmendRequest",
        [
            Optional("Quantity", DomainKind.Decimal), Optional("Price", DomainKind.Decimal),
            Optional("NewClientId", DomainKind.ClientOrderId),
        ], [new("Order", "OrderRef")], ["IsExact"]),
        new DomainRequest("OrderRef",
        [
            Required("Symbol", DomainKind.Symbol), Optional("Id", DomainKind.OrderId),
            Optional("ClientId", DomainKind.ClientOrderId),
        ], [], []),
    }.ToImmutableDictionary(request => request.Name);

    private static DomainMember Required(string name, DomainKind kind) => new(name, kind, true);

    private static DomainMember Optional(string name, DomainKind kind) => new(name, kind, false);

    private static DomainMember Enum(string name, string type) => new(name, DomainKind.Enum, true, type);

    private static DomainMember OptionalEnum(string name, string type) => new(name, DomainKind.Enum, false, type);
}
