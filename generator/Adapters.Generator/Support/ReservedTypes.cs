namespace Adapters.Generator.Support;

/// <summary>
/// Types that generated code names without their namespace: a record or an enum of the same name would hide them. And all of
/// the domain: whoever trades uses both namespaces, and would have to tell <c>Side</c> from <c>Side</c> in each line.
/// </summary>
public static class ReservedTypes
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Array", "FormattableString", "StringComparison", "TimeSpan", "CancellationToken", "ValueTask",
        "JsonText", "Utf8Text", "EnumTable", "EnumValue", "FieldTable",
        "IWireText", "IWireValue", "WireReader", "WireCursor", "WireWriter", "WireSlots", "WireContext", "RuntimeContract",
        "RestClient", "ICaller", "StreamClients", "Subscription", "SubscriptionEvent", "SubscriptionException", "ConversionException",
        "DecodeException", "ExchangeException", "NumberRangeException", "RequestException", "EndpointInfo", "ParameterInfo",
        "ParameterKind", "ParameterNeed", "ParameterPlace", "WeightChoice", "WeightRule", "ChannelInfo", "TopicPart",
        "TopicTemplate", "Decoders", "Converters", "ProductCatalogue", "FrameTemplate", "BookCondition", "ErrorTable",
        "ErrorClass", "Conversions", "ByHand", "IServerWire", "Utf8JsonWriter",
    };

    // A test compares them with the runtime's.
    private static readonly HashSet<string> Domain = new(StringComparer.Ordinal)
    {
        "AmendRequest", "Asset", "Balance", "BookChange", "BookUpdate", "ClientOrderId", "Fees", "Fill", "Interval", "IntervalText",
        "Kline", "Level", "LimitKind", "Market", "MarketCheck", "MarketKind", "MarketRule", "MarketStatus", "Number", "Order",
        "OrderBook", "OrderId", "OrderKind", "OrderRef", "OrderRequest", "OrderStatus", "PartResult", "Quote", "RateLimitInfo",
        "Rounding", "Side", "Symbol", "SymbolTable", "Ticker", "TimeInForce", "TimeUnit", "Timestamp", "Trade", "TradeId",
    };

    /// <summary>The name is taken.</summary>
    public static bool Contains(string name) => Names.Contains(name) || Domain.Contains(name);
}
