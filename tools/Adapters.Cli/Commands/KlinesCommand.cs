using System.CommandLine;
using Adapters.Capabilities;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters klines</c>: how prices moved.</summary>
internal sealed class KlinesCommand : MarketCommand
{
    private const int UsualNumber = 20;

    private readonly Option<string> _interval = new("--interval")
    {
        Description = $"Length of a candle: {string.Join(", ", IntervalText.Texts)}; 1m without it.",
        HelpName = "1m",
        DefaultValueFactory = static _ => "1m",
    };

    public KlinesCommand(ToolHost host, CommonOptions common)
        : base(host, common, "klines", "Show the latest candles of a market, the newest last.", $"Candles at most; {UsualNumber} without it.", needsSymbol: true)
    {
        _interval.CompletionSources.Add([.. IntervalText.Texts]);
        Options.Add(_interval);
        Examples = [("klines binance BTC/USDT --interval 1h --limit 24", "the last day by hours")];
    }

    protected override void Check(ParseResult parsed, IExchangeConnector connector) =>
        Interval(parsed, connector.MarketData.Intervals);

    protected override async Task RunAsync(MarketQuestion question, Printer output, CancellationToken cancellationToken)
    {
        var klines = await question.Data.GetKlinesAsync(
            question.Symbol!, Interval(question.Parsed, question.Data.Intervals), limit: question.Limit ?? UsualNumber,
            cancellationToken: cancellationToken).ConfigureAwait(false);
        var table = new Table(
            new("Opens"), new("Open", IsNumber: true), new("High", IsNumber: true), new("Low", IsNumber: true),
            new("Close", IsNumber: true), new("Volume", IsNumber: true, Rank: 1), new("Trades", IsNumber: true, Rank: 2));
        foreach (var kline in klines)
        {
            if (output.IsJson)
            {
                output.Json(json => DomainJson.Write(json, kline));
                continue;
            }

            var format = MarketFormat.Of(kline.Symbol);
            table.Add(
                new(TimeText.Short(kline.OpenTime), Tone.Faint), format.Price(kline.Open), format.Price(kline.High),
                format.Price(kline.Low), new(format.Price(kline.Close), Tones.Of(kline.Close - kline.Open)),
                format.Quantity(kline.Volume), $"{kline.Trades}");
        }

        if (!output.IsJson)
        {
            output.Table(table);
        }

        output.TellFewer(klines.Count, question.Limit);
    }

    private Interval Interval(ParseResult parsed, IReadOnlyList<Interval> known)
    {
        var text = parsed.GetValue(_interval)!;
        return IntervalText.TryParse(text, out var interval) && known.Contains(interval)
            ? interval
            : throw new UsageException(
                $"--interval takes one of {string.Join(", ", known.Select(IntervalText.Format))}, not '{text}'.");
    }
}
