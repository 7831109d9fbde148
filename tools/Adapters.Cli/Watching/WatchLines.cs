using System.Globalization;
using System.Text.Json;
using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Watching;

/// <summary>Events as lines: aligned words for people, objects for programs.</summary>
internal sealed class WatchLines(Printer output, int symbolWidth)
{
    /// <summary>Writes what comes until it is stopped.</summary>
    public async Task RunAsync(WatchQueue queue, CancellationToken cancellationToken)
    {
        try
        {
            while (await queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                Drain(queue);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Drain(queue); // what came before the end is still written
        }
    }

    private void Drain(WatchQueue queue)
    {
        while (queue.Reader.TryRead(out var next))
        {
            if (output.IsJson)
            {
                output.Json(json => Write(json, next));
            }
            else
            {
                output.Line(Line(next));
            }
        }

        if (queue.TakeDropped() is > 0 and var dropped)
        {
            output.Note(string.Create(CultureInfo.InvariantCulture, $"{dropped} events were lost: the reader is too slow."));
        }

        output.Flush();
    }

    private string Line(WatchEvent next)
    {
        var format = MarketFormat.Of(next.Market.Symbol);
        var (kind, text) = next.What switch
        {
            Trade trade => (
                "trade", $"{Lower(trade.Side),-4}  {format.Quantity(trade.Quantity)} @ {format.Price(trade.Price)}"),
            Ticker ticker => (
                "ticker",
                $"last {format.Price(ticker.Last)}  change {MarketFormat.Percent(ticker.ChangePercent)}  high {format.Price(ticker.High)}"
                + $"  low {format.Price(ticker.Low)}  volume {MarketFormat.PlainAmount(ticker.Volume)}"),
            BookView book => ("book", $"{Lower(book.State)}  {Best(book, format)}"),
            StateView state => ("book", $"{Lower(state.From)} -> {Lower(state.To)} ({Lower(state.Reason)})"),
            StreamView stream => (stream.Stream, Lower(stream.Change.Kind)),
            _ => throw new NotSupportedException($"No line is known for {next.What.GetType().Name}."),
        };
        var symbol = Printable.Pad(Printable.Of(next.Market.Symbol.ToString()), symbolWidth, toTheRight: false);
        return $"{TimeText.OfDay(next.At)}  {symbol}  {kind,-6}  {text}";
    }

    private static void Write(Utf8JsonWriter json, WatchEvent next)
    {
        switch (next.What)
        {
            case Trade or Ticker:
                DomainJson.Write(json, next.What);
                break;
            case BookView book:
                json.WriteString("type", "Book");
                json.Put(next.Market.Symbol);
                json.WriteString("state", book.State.ToString());
                json.Put("version", book.Version);
                json.Put("bids", book.Bids);
                json.Put("asks", book.Asks);
                json.Put("time", book.Time);
                break;
            case StateView state:
                json.WriteString("type", "BookState");
                json.Put(next.Market.Symbol);
                json.WriteString("from", state.From.ToString());
                json.WriteString("to", state.To.ToString());
                json.WriteString("reason", state.Reason.ToString());
                json.Put("at", next.At);
                break;
            case StreamView stream:
                json.WriteString("type", "Stream");
                json.Put(next.Market.Symbol);
                json.WriteString("stream", stream.Stream);
                json.WriteString("event", stream.Change.Kind.ToString());
                json.Put("from", stream.Change.From);
                json.Put("to", stream.Change.To);
                json.Put("error", stream.Change.Error?.Message);
                break;
        }
    }

    private static string Best(BookView book, MarketFormat format)
    {
        Level? bid = book.Bids is [var best, ..] ? best : null;
        Level? ask = book.Asks is [var first, ..] ? first : null;
        return $"{format.Quantity(bid?.Quantity)} @ {format.Price(bid?.Price)} / {format.Quantity(ask?.Quantity)} @ "
            + $"{format.Price(ask?.Price)}  spread {format.Price(ask?.Price - bid?.Price)}";
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
