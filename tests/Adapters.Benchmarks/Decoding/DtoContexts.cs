using System.Text.Json.Serialization;

namespace Adapters.Benchmarks.Decoding;

/// <summary>System.Text.Json's generated code with numbers as texts.</summary>
[JsonSerializable(typeof(Envelope<TradeDto<string>>))]
[JsonSerializable(typeof(Envelope<DepthDto<string>>))]
[JsonSerializable(typeof(Envelope<TickerDto<string>>))]
[JsonSerializable(typeof(Envelope<KlineDto<string>>))]
[JsonSerializable(typeof(Envelope<BookTickerDto<string>>))]
internal sealed partial class TextContext : JsonSerializerContext;

/// <summary>System.Text.Json's generated code with decimals read from texts.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Envelope<TradeDto<decimal>>))]
[JsonSerializable(typeof(Envelope<DepthDto<decimal>>))]
[JsonSerializable(typeof(Envelope<TickerDto<decimal>>))]
[JsonSerializable(typeof(Envelope<KlineDto<decimal>>))]
[JsonSerializable(typeof(Envelope<BookTickerDto<decimal>>))]
internal sealed partial class DecimalContext : JsonSerializerContext;
