namespace Adapters.Generator.Support;

/// <summary>
/// Types that generated code names without their namespace: a record or an enum of the same name would hide them.
/// </summary>
public static class ReservedTypes
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Array", "FormattableString", "StringComparison", "TimeSpan", "CancellationToken", "ValueTask",
        "Market", "Ticker", "Quote", "Trade", "Kline", "OrderBook", "BookUpdate", "RateLimitInfo", "Order", "Fill", "Balance",
        "Symbol", "Asset", "Level", "Number", "Timestamp", "JsonText", "Utf8Text", "EnumTable", "EnumValue", "FieldTable",
        "IWireText", "IWireValue", "WireReader", "WireCursor", "WireWriter", "WireSlots", "WireContext", "RuntimeContract",
        "RestClient", "ICaller", "StreamClients", "Subscription", "SubscriptionEvent", "SubscriptionException", "ConversionException",
        "DecodeException", "ExchangeException", "NumberRangeException", "RequestException", "EndpointInfo", "ParameterInfo",
        "ParameterKind", "ParameterNeed", "ParameterPlace", "WeightChoice", "WeightRule", "ChannelInfo", "TopicPart",
        "TopicTemplate", "Decoders", "Converters", "ProductCatalogue", "FrameTemplate", "BookCondition", "ErrorTable",
        "ErrorClass", "Conversions", "ByHand", "IServerWire", "Utf8JsonWriter",
    };

    /// <summary>The name is taken.</summary>
    public static bool Contains(string name) => Names.Contains(name);
}
