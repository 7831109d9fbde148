using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Cli.Trading;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters balance</c>: what an account holds.</summary>
internal sealed class BalanceCommand : AccountCommand
{
    public BalanceCommand(ToolHost host, CommonOptions common)
        : base(
            host, common, "balance", "Show what an account holds.",
            "An asset such as BTC, or a market for its two assets. All that are held without it.", "Assets at most.")
    {
        Examples =
        [
            ("balance binance", "all that is held"),
            ("balance binance --simulated --json", "of the embedded exchange, for a program"),
        ];
    }

    protected override async Task RunAsync(AccountQuestion question, Printer output, CancellationToken cancellationToken)
    {
        var wanted = question.Text is { } text ? Assets(question, text) : null;
        var balances = await question.Connector.Account.GetBalancesAsync(cancellationToken).ConfigureAwait(false);
        OrderTable.Print(
            output,
            balances.Where(balance => wanted is null || wanted.Contains(balance.Asset))
                .OrderBy(static balance => balance.Asset.Code, StringComparer.Ordinal).Take(question.Limit ?? int.MaxValue));
    }

    private static Asset[] Assets(AccountQuestion question, string text)
    {
        var assets = question.Markets.SelectMany(static market => new[] { market.Base, market.Quote });
        if (assets.FirstOrDefault(asset => asset.Code.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Code.Length: > 0 } one)
        {
            return [one];
        }

        var symbol = question.Finder.Find(text);
        var market = question.Markets.First(market => market.Symbol.Equals(symbol));
        return [market.Base, market.Quote];
    }
}
