using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters book</c>: what is bid and asked.</summary>
internal sealed class BookCommand : MarketCommand
{
    private const int UsualDepth = 10;

    public BookCommand(ToolHost host, CommonOptions common)
        : base(host, common, "book", "Show the order book of a market as it is now.", $"Levels of each side; {UsualDepth} without it.", needsSymbol: true)
    {
        Examples =
        [
            ("book binance BTC/USDT --limit 5", "the best five bids and asks"),
            ("book binance BTC/USDT --simulated", "of the embedded exchange: no keys, no network"),
        ];
    }

    protected override async Task RunAsync(MarketQuestion question, Printer output, CancellationToken cancellationToken)
    {
        var depth = question.Limit ?? UsualDepth;
        var book = await question.Data.GetBookAsync(question.Symbol!, depth, cancellationToken).ConfigureAwait(false);
        if (output.IsJson)
        {
            output.Json(json => DomainJson.Write(json, book));
            return;
        }

        var format = MarketFormat.Of(book.Symbol);
        var table = new Table(
            new("Bid quantity", IsNumber: true), new("Bid", IsNumber: true), new("Ask", IsNumber: true),
            new("Ask quantity", IsNumber: true));
        for (var i = 0; i < Math.Min(depth, Math.Max(book.Bids.Length, book.Asks.Length)); i++)
        {
            Level? bid = i < book.Bids.Length ? book.Bids[i] : null;
            Level? ask = i < book.Asks.Length ? book.Asks[i] : null;
            table.Add(
                format.Quantity(bid?.Quantity), new(format.Price(bid?.Price), Tone.Good), new(format.Price(ask?.Price), Tone.Bad),
                format.Quantity(ask?.Quantity));
        }

        output.Table(table);
    }
}
