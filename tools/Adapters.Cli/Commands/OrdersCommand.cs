using System.CommandLine;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Cli.Trading;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters orders</c>: an account's orders.</summary>
internal sealed class OrdersCommand : AccountCommand
{
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Those that have ended too; needs a symbol.",
    };

    public OrdersCommand(ToolHost host, CommonOptions common)
        : base(
            host, common, "orders", "Show the open orders of an account, the newest last.",
            "A market, such as BTC/USDT. All of them without it.", "Orders at most, the newest.")
    {
        Options.Add(_all);
        Examples =
        [
            ("orders binance", "all that are open"),
            ("orders binance BTC/USDT --all --limit 20", "the latest twenty of a market, open or not"),
        ];
    }

    protected override async Task RunAsync(AccountQuestion question, Printer output, CancellationToken cancellationToken)
    {
        var symbol = question.Symbol();
        var trading = question.Connector.Trading;
        IReadOnlyList<Order> orders;
        if (!question.Parsed.GetValue(_all))
        {
            orders = await trading.GetOpenOrdersAsync(symbol, cancellationToken).ConfigureAwait(false);
        }
        else if (symbol is null)
        {
            throw new UsageException("--all needs a symbol: orders that have ended are asked for market by market.");
        }
        else
        {
            orders = await trading.GetOrdersAsync(symbol, limit: question.Limit, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        }

        OrderTable.Print(
            output, orders.OrderBy(static order => order.CreatedAt ?? Timestamp.Epoch).TakeLast(question.Limit ?? int.MaxValue));
        if (question.Parsed.GetValue(_all))
        {
            output.TellFewer(orders.Count, question.Limit);
        }
    }
}
