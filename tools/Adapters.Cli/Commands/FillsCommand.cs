using System.Globalization;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Cli.Trading;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters fills</c>: how an account's orders were filled.</summary>
internal sealed class FillsCommand : AccountCommand
{
    private const int UsualNumber = 50;
    private const int MostMarkets = 100;

    public FillsCommand(ToolHost host, CommonOptions common)
        : base(
            host, common, "fills", "Show the latest fills of an account, the newest last.",
            "A market, such as BTC/USDT. Without it every market is asked whose base asset the account holds.",
            $"Fills at most; {UsualNumber} without it.")
    {
        Examples = [("fills binance BTC/USDT --limit 100 --json", "one fill a line, for a program")];
    }

    protected override async Task RunAsync(AccountQuestion question, Printer output, CancellationToken cancellationToken)
    {
        var limit = question.Limit ?? UsualNumber;
        IReadOnlyList<Symbol> symbols = question.Symbol() is { } symbol
            ? [symbol]
            : await HeldAsync(question, output, cancellationToken).ConfigureAwait(false);
        var fills = new List<Fill>();
        foreach (var market in symbols)
        {
            fills.AddRange(await question.Connector.Account.GetFillsAsync(
                market, limit: limit, cancellationToken: cancellationToken).ConfigureAwait(false));
        }

        OrderTable.Print(output, fills.OrderBy(static fill => fill.Time).TakeLast(limit));
        output.TellFewer(fills.Count, question.Limit);
    }

    // Venues tell fills market by market. What was sold to the last is not among these, and the note says so.
    private static async Task<IReadOnlyList<Symbol>> HeldAsync(
        AccountQuestion question, Printer output, CancellationToken cancellationToken)
    {
        var balances = await question.Connector.Account.GetBalancesAsync(cancellationToken).ConfigureAwait(false);
        var open = await question.Connector.Trading.GetOpenOrdersAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var held = balances.Where(static balance => balance.Total > 0).Select(static balance => balance.Asset).ToHashSet();
        var symbols = question.Markets.Where(market => held.Contains(market.Base) && market.Status == MarketStatus.Trading)
            .Select(static market => market.Symbol).Union(open.Select(static order => order.Symbol)).ToArray();
        if (symbols.Length > MostMarkets)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"The account's assets trade in {symbols.Length} markets, too many to ask them all. Name a symbol."));
        }

        output.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{symbols.Length} markets are asked: those whose base asset is held or that have open orders. Name a symbol for another."));
        return symbols;
    }
}
