using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters markets</c>: what is traded, and by which rules.</summary>
internal sealed class MarketsCommand : MarketCommand
{
    public MarketsCommand(ToolHost host, CommonOptions common)
        : base(host, common, "markets", "List the markets of an exchange and the rules of their orders.", "Markets at most.", needsSymbol: false)
    {
        Examples =
        [
            ("markets binance", "all that trade on Binance spot"),
            ("markets binance BTC/USDT --json", "the rules of one, for a program"),
        ];
    }

    protected override Task RunAsync(MarketQuestion question, Printer output, CancellationToken cancellationToken)
    {
        var markets = question.Markets
            .Where(market => question.Symbol is null || market.Symbol.Equals(question.Symbol))
            .OrderBy(static market => market.UnifiedName, StringComparer.Ordinal)
            .Take(question.Limit ?? int.MaxValue);
        var table = new Table(
            new("Symbol"), new("Venue's name", Rank: 1), new("Kind", Rank: 3), new("Status"), new("Tick", IsNumber: true),
            new("Step", IsNumber: true), new("Least quantity", IsNumber: true, Rank: 2),
            new("Least notional", IsNumber: true, Rank: 2), new("Most notional", IsNumber: true, Rank: 4),
            new("Most at market", IsNumber: true, Rank: 4));
        foreach (var market in markets)
        {
            if (output.IsJson)
            {
                output.Json(json => DomainJson.Write(json, market));
                continue;
            }

            table.Add(
                new(market.UnifiedName, Tone.Strong), market.Symbol.Name, market.Kind.ToString(),
                new(market.Status.ToString(), market.Status == MarketStatus.Trading ? Tone.Good : Tone.Warning),
                MarketFormat.Plain(market.Tick), MarketFormat.Plain(market.Step), MarketFormat.Plain(market.MinQuantity),
                MarketFormat.Plain(market.MinNotional), MarketFormat.Plain(market.MaxNotional),
                MarketFormat.Plain(market.MarketMaxQuantity));
        }

        if (!output.IsJson)
        {
            output.Table(table);
        }

        return Task.CompletedTask;
    }
}
