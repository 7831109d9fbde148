using System.Text;

namespace Adapters.Benchmarks.Decoding;

/// <content>The topics.</content>
internal sealed partial class HandwrittenDecoder
{
    private static class Topics
    {
        /// <summary>Handlers by topic; several, as a program has them.</summary>
        internal static Dictionary<byte[], Reading> Handlers(HandwrittenDecoder decoder)
        {
            var handlers = new Dictionary<byte[], Reading>(new ByBytes());
            foreach (var symbol in Payloads.Symbols)
            {
                handlers.Add(Encoding.UTF8.GetBytes(symbol + "@trade"), decoder.Trade);
                handlers.Add(Encoding.UTF8.GetBytes(symbol + "@depth@100ms"), decoder.Depth);
                handlers.Add(Encoding.UTF8.GetBytes(symbol + "@ticker"), decoder.Ticker);
                handlers.Add(Encoding.UTF8.GetBytes(symbol + "@kline_1m"), decoder.Kline);
                handlers.Add(Encoding.UTF8.GetBytes(symbol + "@bookTicker"), decoder.BookTicker);
            }

            return handlers;
        }
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
