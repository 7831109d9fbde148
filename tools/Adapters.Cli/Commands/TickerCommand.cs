using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters ticker</c>: at what prices markets trade.</summary>
internal sealed class TickerCommand : MarketCommand
{
    public TickerCommand(ToolHost host, CommonOptions common)
        : base(host, common, "ticker", "Show prices and the statistics of the last 24 hours, busiest first.", "Markets at most.", needsSymbol: false)
    {
        Examples =
        [
            ("ticker binance BTC/USDT", "one market"),
            ("ticker binance --limit 20", "the busiest twenty"),
        ];
    }

    protected override async Task RunAsync(MarketQuestion question, Printer output, CancellationToken cancellationToken)
    {
        IReadOnlyList<Ticker> tickers = question.Symbol is { } symbol
            ? [await question.Data.GetTickerAsync(symbol, cancellationToken).ConfigureAwait(false)]
            : await question.Data.GetTickersAsync(cancellationToken).ConfigureAwait(false);
        var table = new Table(
            new("Symbol"), new("Last", IsNumber: true), new("Change", IsNumber: true), new("Bid", IsNumber: true, Rank: 1),
            new("Ask", IsNumber: true, Rank: 1), new("High", IsNumber: true, Rank: 2), new("Low", IsNumber: true, Rank: 2),
            new("Volume", IsNumber: true, Rank: 3), new("Quote volume", IsNumber: true, Rank: 4));
        foreach (var ticker in tickers.OrderByDescending(static ticker => ticker.QuoteVolume).Take(question.Limit ?? int.MaxValue))
        {
            if (output.IsJson)
            {
                output.Json(json => DomainJson.Write(json, ticker));
                continue;
            }

            var format = MarketFormat.Of(ticker.Symbol);
            table.Add(
                new(ticker.Symbol.ToString(), Tone.Strong), format.Price(ticker.Last),
                new(MarketFormat.Percent(ticker.ChangePercent), Tones.Of(ticker.ChangePercent)), format.Price(ticker.Bid),
                format.Price(ticker.Ask), format.Price(ticker.High), format.Price(ticker.Low), MarketFormat.PlainAmount(ticker.Volume),
                MarketFormat.PlainAmount(ticker.QuoteVolume));
        }

        if (!output.IsJson)
        {
            output.Table(table);
        }
    }
}
