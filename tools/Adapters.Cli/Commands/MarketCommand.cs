using System.CommandLine;
using Adapters.Capabilities;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary>A command that asks an exchange about its markets.</summary>
internal abstract class MarketCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();
    private readonly Argument<string?> _symbol;
    private readonly Option<int?> _limit;

    protected MarketCommand(
        ToolHost host, CommonOptions common, string name, string description, string limit, bool needsSymbol)
        : base(name, description)
    {
        _host = host;
        _common = common;
        _symbol = new Argument<string?>("symbol")
        {
            Description = "A market, such as BTC/USDT, BTC/USDT:USDT (a perpetual), or the venue's own text."
                + (needsSymbol ? "" : " All of them without it."),
            Arity = needsSymbol ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
        };
        _limit = CommonOptions.Limit(limit);
        Arguments.Add(_exchange);
        Arguments.Add(_symbol);
        Options.Add(_limit);
        Options.Add(common.Environment);
        Options.Add(common.Simulated);
        SetAction(RunAsync);
    }

    /// <summary>Asks and prints.</summary>
    protected abstract Task RunAsync(MarketQuestion question, Printer output, CancellationToken cancellationToken);

    /// <summary>Checks options of its own before anything is sent.</summary>
    /// <exception cref="UsageException">One is not accepted.</exception>
    protected virtual void Check(ParseResult parsed, IExchangeConnector connector)
    {
        // Most have none.
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var exchange = ExchangeRegistry.Find(parsed.GetRequiredValue(_exchange));
        var environment = _common.EnvironmentOf(parsed, exchange);
        var session = await ExchangeSession.OpenAsync(_host, exchange, environment, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            Check(parsed, session.Connector);
            var data = session.Connector.MarketData;
            var markets = await data.GetMarketsAsync(cancellationToken).ConfigureAwait(false);
            var symbol = parsed.GetValue(_symbol) is { } text ? new SymbolFinder(exchange.Id, markets).Find(text) : null;
            await RunAsync(
                new MarketQuestion(data, markets, symbol, parsed.GetValue(_limit), parsed),
                new Printer(_host, parsed.GetValue(_common.Json)), cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }
}

/// <summary>What is asked.</summary>
/// <param name="Data">Who answers.</param>
/// <param name="Markets">The venue's markets.</param>
/// <param name="Symbol">The market that is meant; null for all.</param>
/// <param name="Limit">How much is wanted; null for what is usual.</param>
/// <param name="Parsed">The command line.</param>
internal sealed record MarketQuestion(
    IMarketDataSource Data, IReadOnlyList<Market> Markets, Domain.Symbol? Symbol, int? Limit, ParseResult Parsed);
