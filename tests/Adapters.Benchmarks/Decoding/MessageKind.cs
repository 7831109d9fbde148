namespace Adapters.Benchmarks.Decoding;

/// <summary>A kind of message of Binance's combined stream.</summary>
internal enum MessageKind
{
    Trade = 1,
    Depth,
    Ticker,
    Kline,
    BookTicker,
}
