using System.Text;
using Adapters.Benchmarks.Measuring;

namespace Adapters.Benchmarks.Decoding;

/// <summary>Frames of Binance's combined stream into typed values, each way in the same rounds.</summary>
internal sealed class DecodingGroup : IBenchmarkGroup
{
    public string Name => "decode";

    /// <summary>The rows of the targets page, and the frames that drift from what is expected.</summary>
    internal static IReadOnlyList<DecodingRow> Rows { get; } =
    [
        new("trade", MessageKind.Trade, Payloads.Trades(), 9.5),
        new("depth 20+20", MessageKind.Depth, Payloads.Depths(20), 7.6),
        new("depth 200+200", MessageKind.Depth, Payloads.Depths(200, 16), 7.4),
        new("ticker", MessageKind.Ticker, Payloads.Tickers(), null),
        new("kline", MessageKind.Kline, Payloads.Klines(), null),
        new("book ticker", MessageKind.BookTicker, Payloads.BookTickers(), null),
        new("trades of 4 symbols", MessageKind.Trade, Payloads.OfManySymbols(Payloads.Trades(256)), null),
    ];

    internal static IReadOnlyList<DecodingRow> Drifted { get; } =
    [
        new("as expected", MessageKind.Trade, Payloads.Trades(), null),
        new("optional fields present", MessageKind.Trade, Payloads.WithOptionalFields(Payloads.Trades()), null),
        new("one optional field missing", MessageKind.Trade, Payloads.WithOneOptionalField(Payloads.Trades()), null),
        new("unknown field at the end", MessageKind.Trade, Payloads.WithTrailingField(Payloads.Trades()), null),
        new("unknown field in the middle", MessageKind.Trade, Payloads.WithMiddleField(Payloads.Trades()), null),
        new("whitespace", MessageKind.Trade, Payloads.WithWhitespace(Payloads.Trades()), null, 1.2),
        new("reversed order", MessageKind.Trade, Payloads.Reversed(Payloads.Trades()), null, 1.2),
    ];

    public Task<IReadOnlyList<Table>> RunAsync(RunOptions options) => Task.FromResult<IReadOnlyList<Table>>(
        [Measure(options, "Decoding", Rows, Decoders()), Measure(options, "Drift", Drifted, Few())]);

    /// <summary>All ways; the first is what the others are compared with.</summary>
    internal static IReadOnlyList<Func<IDecoder>> Decoders() =>
    [
        static () => new HandwrittenDecoder(), static () => new AdaptersDecoder(), static () => new TextDecoder(),
        static () => new DecimalDecoder(), static () => new NewtonsoftDecoder(),
    ];

    internal static IReadOnlyList<Func<IDecoder>> Few() =>
        [static () => new HandwrittenDecoder(), static () => new AdaptersDecoder()];

    private static Table Measure(
        RunOptions options, string title, IReadOnlyList<DecodingRow> rows, IReadOnlyList<Func<IDecoder>> decoders)
    {
        var table = new Table(title, "message", "way", "ns/message", "times as fast as by hand", "B/message");
        foreach (var row in rows)
        {
            var ways = row.Ways(decoders);
            foreach (var taken in new RoundRobin(options).Measure(ways))
            {
                table.Add($"{row.Name} ({row.Bytes:#,0} B)", taken.Name, taken.Nanoseconds, taken.Ratio, taken.Bytes);
                if (taken.Name.StartsWith("Adapters", StringComparison.Ordinal))
                {
                    Hold(table, row, taken);
                }
            }
        }

        return table;
    }

    private static void Hold(Table table, DecodingRow row, Taken taken)
    {
        if (row.Bar is { } bar)
        {
            table.Bars.Add(Bar.AtLeast($"{row.Name}: faster than Utf8JsonReader by hand", bar, taken.Ratio));
        }

        if (row.MostOfHand is { } most)
        {
            table.Bars.Add(Bar.AtMost($"{row.Name}: time of Utf8JsonReader by hand", most, 1 / taken.Ratio));
        }

        table.Bars.Add(Bar.AtMost($"{row.Name}: allocated", 0, taken.Bytes, " B"));
    }
}

/// <summary>Frames of one kind and form.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="Frames">The frames.</param>
/// <param name="Bar">How many times as fast as by hand they must be read.</param>
/// <param name="MostOfHand">How many times as long as by hand the order-independent reader may take.</param>
internal sealed record DecodingRow(string Name, MessageKind Kind, byte[][] Frames, double? Bar, double? MostOfHand = null)
{
    /// <summary>Length of a frame, on average.</summary>
    internal int Bytes => (int)Frames.Average(static frame => frame.Length);

    /// <summary>The ways, after all of them have been seen to read the same values from every frame.</summary>
    /// <exception cref="InvalidOperationException">Two ways read different values.</exception>
    internal IReadOnlyList<Way> Ways(IReadOnlyList<Func<IDecoder>> decoders)
    {
        List<Way> ways = [];
        string[]? expected = null;
        foreach (var decoder in decoders.Select(static make => make()))
        {
            var sink = new Sink();
            var decode = decoder.For(Kind, sink);
            sink.Describes = true;
            var found = Frames.Select(frame =>
            {
                decode(frame);
                return sink.Text;
            }).ToArray();
            sink.Describes = false;
            expected ??= found;
            var different = Enumerable.Range(0, found.Length).FirstOrDefault(i => found[i] != expected[i], -1);
            if (different >= 0 || found[0].Length == 0)
            {
                throw new InvalidOperationException(
                    $"{Name}: '{decoder.Name}' reads{Environment.NewLine}{found[Math.Max(different, 0)]}{Environment.NewLine}where "
                    + $"{Environment.NewLine}{expected[Math.Max(different, 0)]}{Environment.NewLine}was read before, from "
                    + Encoding.UTF8.GetString(Frames[Math.Max(different, 0)]));
            }

            ways.Add(new Way(decoder.Name, Loop(decode)));
        }

        return ways;
    }

    private Action<int> Loop(Action<byte[]> decode)
    {
        var frames = Frames;
        var next = 0;
        return count =>
        {
            for (var i = 0; i < count; i++)
            {
                decode(frames[next]);
                next = next + 1 == frames.Length ? 0 : next + 1;
            }
        };
    }
}
