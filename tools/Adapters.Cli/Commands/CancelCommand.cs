using System.CommandLine;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Keys;
using Adapters.Cli.Output;
using Adapters.Cli.Trading;
using Adapters.Domain;
using Symbol = Adapters.Domain.Symbol;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters cancel</c>: ends an open order, or all of a market.</summary>
internal sealed class CancelCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();

    private readonly Argument<string> _symbol = new("symbol") { Description = "A market, such as BTC/USDT, or the venue's own text." };

    private readonly Argument<string?> _id = new("id")
    {
        Description = "The order: digits are the venue's id, anything else your own.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _all = new("--all") { Description = "All open orders of the market." };

    private readonly Option<string?> _clientId = new("--client-id")
    {
        Description = "The order by your own id, also where that is all digits.",
        HelpName = "ID",
    };

    private readonly Option<bool> _yes = CommonOptions.Yes();

    public CancelCommand(ToolHost host, CommonOptions common)
        : base("cancel", "Cancel an open order, or all of a market. The environment has to be said; on live it asks first.")
    {
        _host = host;
        _common = common;
        Arguments.Add(_exchange);
        Arguments.Add(_symbol);
        Arguments.Add(_id);
        foreach (var option in new Option[] { _all, _clientId, _yes, common.Environment, common.Simulated })
        {
            Options.Add(option);
        }

        Examples =
        [
            ("cancel binance BTC/USDT 4293153 --env testnet", "one order"),
            ("cancel binance BTC/USDT --all --env live --yes", "all of a market, without asking"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(_exchange);
        var exchange = ExchangeRegistry.Find(name);
        var environment = _common.EnvironmentOf(parsed, exchange);
        var isConfirmed = parsed.GetValue(_yes);
        Confirmation.Check(_host, Name, exchange, environment, isConfirmed);
        var named = Named(parsed);
        var output = new Printer(_host, parsed.GetValue(_common.Json));
        var session = await ExchangeSession.OpenAsync(
            _host, exchange, environment, cancellationToken,
            environment.IsSimulated ? null : AccountKeys.Need(_host, exchange, name)).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var trading = session.Account.Trading;
            var markets = await session.Connector.MarketData.GetMarketsAsync(cancellationToken).ConfigureAwait(false);
            var symbol = new SymbolFinder(exchange.Id, markets).Find(parsed.GetRequiredValue(_symbol));
            var order = named?.Invoke(symbol);
            var what = order is { } one ? $"Cancel order {one}" : $"Cancel all open orders of {symbol}";
            await Confirmation.AskAsync(
                _host, environment, isConfirmed, $"{what} on {exchange.Id} {environment.Name}.", cancellationToken)
                .ConfigureAwait(false);
            if (order is { } reference)
            {
                var outcome = await Outcomes.SettleAsync(
                    trading, await trading.CancelAsync(reference, cancellationToken: cancellationToken).ConfigureAwait(false),
                    output).ConfigureAwait(false);
                Outcomes.Print(output, outcome);
                return ExitCode.Ok;
            }

            var ended = await Outcomes.CancelAllAsync(trading, symbol, output, cancellationToken).ConfigureAwait(false);
            if (ended.Count == 0)
            {
                output.Note($"No order of {symbol} is open.");
            }

            Outcomes.Print(output, symbol, ended);
        }

        return ExitCode.Ok;
    }

    private Func<Symbol, OrderRef>? Named(ParseResult parsed)
    {
        var (id, clientId, isAll) = (parsed.GetValue(_id), parsed.GetValue(_clientId), parsed.GetValue(_all));
        if ((id is null ? 0 : 1) + (clientId is null ? 0 : 1) + (isAll ? 1 : 0) != 1)
        {
            throw new UsageException("'cancel' takes one of <id>, --client-id ID and --all.");
        }

        if (isAll)
        {
            return null;
        }

        if (id is null || !long.TryParse(id, System.Globalization.NumberStyles.None, null, out var number))
        {
            var own = OrderWords.ClientId(id is null ? "--client-id" : "<id>", (id ?? clientId)!);
            return symbol => OrderRef.Of(symbol, own);
        }

        return symbol => OrderRef.Of(symbol, OrderId.FromInt64(number));
    }
}
