using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters trades</c>: what was traded.</summary>
internal sealed class TradesCommand : MarketCommand
{
    private const int UsualNumber = 20;

    public TradesCommand(ToolHost host, CommonOptions common)
        : base(host, common, "trades", "Show the latest trades of a market, the newest last.", $"Trades at most; {UsualNumber} without it.", needsSymbol: true)
    {
        Examples = [("trades binance BTC/USDT --limit 50 --json", "one trade a line, for a program")];
    }

    protected override async Task RunAsync(MarketQuestion question, Printer output, CancellationToken cancellationToken)
    {
        var trades = await question.Data.GetTradesAsync(
            question.Symbol!, question.Limit ?? UsualNumber, cancellationToken).ConfigureAwait(false);
        var table = new Table(
            new("Time"), new("Side"), new("Price", IsNumber: true), new("Quantity", IsNumber: true), new("Id", IsNumber: true, Rank: 1));
        foreach (var trade in trades)
        {
            if (output.IsJson)
            {
                output.Json(json => DomainJson.Write(json, trade));
                continue;
            }

            var format = MarketFormat.Of(trade.Symbol);
            table.Add(
                new(TimeText.Full(trade.Time), Tone.Faint), new(trade.Side.ToString(), Tones.Of(trade.Side)),
                format.Price(trade.Price), format.Quantity(trade.Quantity), new(trade.Id.ToString(), Tone.Faint));
        }

        if (!output.IsJson)
        {
            output.Table(table);
        }

        output.TellFewer(trades.Count, question.Limit);
    }
}
