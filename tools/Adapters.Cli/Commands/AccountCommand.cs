using System.CommandLine;
using Adapters.Capabilities;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Keys;
using Adapters.Cli.Output;
using Adapters.Domain;
using Symbol = Adapters.Domain.Symbol;

namespace Adapters.Cli.Commands;

/// <summary>A command that asks an exchange about an account.</summary>
internal abstract class AccountCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();
    private readonly Argument<string?> _symbol = new("symbol") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int?> _limit;

    protected AccountCommand(ToolHost host, CommonOptions common, string name, string description, string symbol, string limit)
        : base(name, description + " Keys come from the environment: <EXCHANGE>_API_KEY and <EXCHANGE>_SECRET.")
    {
        _host = host;
        _common = common;
        _symbol.Description = symbol;
        _limit = CommonOptions.Limit(limit);
        Arguments.Add(_exchange);
        Arguments.Add(_symbol);
        Options.Add(_limit);
        Options.Add(common.Environment);
        Options.Add(common.Simulated);
        SetAction(RunAsync);
    }

    /// <summary>Asks and prints.</summary>
    protected abstract Task RunAsync(AccountQuestion question, Printer output, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(_exchange);
        var exchange = ExchangeRegistry.Find(name);
        var environment = _common.EnvironmentOf(parsed, exchange);
        var session = await ExchangeSession.OpenAsync(
            _host, exchange, environment, cancellationToken,
            environment.IsSimulated ? null : AccountKeys.Need(_host, exchange, name)).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var account = session.Account;
            var markets = await account.MarketData.GetMarketsAsync(cancellationToken).ConfigureAwait(false);
            await RunAsync(
                new AccountQuestion(
                    account, markets, new SymbolFinder(exchange.Id, markets), parsed.GetValue(_symbol), parsed.GetValue(_limit),
                    parsed),
                new Printer(_host, parsed.GetValue(_common.Json)), cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }
}

/// <summary>What is asked.</summary>
/// <param name="Connector">Who answers.</param>
/// <param name="Markets">The venue's markets.</param>
/// <param name="Finder">Finds one of them.</param>
/// <param name="Text">What was written for a symbol; null for all.</param>
/// <param name="Limit">How much is wanted; null for what is usual.</param>
/// <param name="Parsed">The command line.</param>
internal sealed record AccountQuestion(
    ITradingConnector Connector, IReadOnlyList<Market> Markets, SymbolFinder Finder, string? Text, int? Limit, ParseResult Parsed)
{
    /// <summary>The market that is meant; null for all.</summary>
    /// <exception cref="UsageException">There is none of the name.</exception>
    public Symbol? Symbol() => Text is null ? null : Finder.Find(Text);
}
