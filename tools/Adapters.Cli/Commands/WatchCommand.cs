using System.CommandLine;
using System.Globalization;
using Adapters.Capabilities;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Keys;
using Adapters.Cli.Output;
using Adapters.Cli.Watching;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters watch</c>: markets or an account live.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private const int UsualDepth = 5;
    private const int MostDepth = 1000;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();

    private readonly Argument<string[]> _symbols = new("symbol")
    {
        Description = "Markets, such as BTC/USDT ETH/USDT, or the venue's own texts.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _account = new("--account")
    {
        Description = "Watch the account in place of markets: its orders, fills and balances. Needs a key.",
    };

    private readonly Option<string?> _for = new("--for")
    {
        Description = $"How long, {DurationText.Accepted}; until Ctrl-C without it.",
        HelpName = "10s",
    };

    private readonly Option<int?> _limit = CommonOptions.Limit(
        $"Levels of each side of the book in lines of --json; {UsualDepth} without it.");

    public WatchCommand(ToolHost host, CommonOptions common)
        : base("watch", "Watch markets live: ticker, trades and the synchronised book with its state. Or an account.")
    {
        _host = host;
        _common = common;
        Arguments.Add(_exchange);
        Arguments.Add(_symbols);
        foreach (var option in new Option[] { _account, _for, _limit, common.Environment, common.Simulated })
        {
            Options.Add(option);
        }

        Examples =
        [
            ("watch binance BTC/USDT ETH/USDT --simulated --for 10s", "the embedded exchange: no keys, no network"),
            ("watch binance BTC/USDT", "the live exchange until Ctrl-C"),
            ("watch binance --account --env testnet", "orders, fills and balances"),
            ("watch binance BTC/USDT --json | jq .price", "one event a line, for a program"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _host.ReaderGone);
        try
        {
            return await WatchAsync(parsed, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_host.ReaderGone.IsCancellationRequested)
        {
            return ExitCode.Ok; // it has what it wanted
        }
    }

    private async Task<int> WatchAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(_exchange);
        var exchange = ExchangeRegistry.Find(name);
        var environment = _common.EnvironmentOf(parsed, exchange);
        var duration = Duration(parsed.GetValue(_for));
        var depth = parsed.GetValue(_limit) ?? UsualDepth;
        if (depth > MostDepth)
        {
            throw new UsageException($"--limit takes 1 to {MostDepth} here, not {depth}.");
        }

        var isAccount = parsed.GetValue(_account);
        if (isAccount == parsed.GetValue(_symbols) is { Length: > 0 })
        {
            throw new UsageException("'watch' needs <symbol>, one or more, or --account in their place.");
        }

        var output = new Printer(_host, parsed.GetValue(_common.Json));
        var session = await ExchangeSession.OpenAsync(
            _host, exchange, environment, cancellationToken,
            isAccount && !environment.IsSimulated ? AccountKeys.Need(_host, exchange, name) : null).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var data = session.Connector.MarketData;
            if (isAccount)
            {
                await data.GetMarketsAsync(cancellationToken).ConfigureAwait(false);
                await WatchAccountAsync(
                    output, session.Account.PrivateStream, $"{exchange.Id} {environment.Name} account", duration, cancellationToken)
                    .ConfigureAwait(false);
                return ExitCode.Ok;
            }

            var finder = new SymbolFinder(exchange.Id, await data.GetMarketsAsync(cancellationToken).ConfigureAwait(false));
            var symbols = parsed.GetRequiredValue(_symbols).Select(finder.Find).Distinct().ToArray();
            var queue = output.IsScreen ? null : new WatchQueue(depth, Every, _host.Time);
            var feed = await WatchFeed.OpenAsync(data, symbols, queue, cancellationToken).ConfigureAwait(false);
            await using (feed.ConfigureAwait(false))
            {
                using var end = duration is { } time
                    ? new CancellationTokenSource(time, _host.Time)
                    : new CancellationTokenSource();
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
                var title = $"{exchange.Id} {environment.Name}";
                await (queue is null
                    ? new WatchScreen(_host, title, duration).RunAsync(feed.Markets, stop.Token)
                    : new WatchLines(output, symbols.Max(static symbol => Printable.Width(symbol.ToString())))
                        .RunAsync(queue, stop.Token)).ConfigureAwait(false);
            }

            if (!output.IsJson && !_host.ReaderGone.IsCancellationRequested)
            {
                output.Note(Summary(feed));
            }
        }

        return ExitCode.Ok;
    }

    private async Task WatchAccountAsync(
        Printer output, IPrivateStream stream, string title, TimeSpan? duration, CancellationToken cancellationToken)
    {
        if (!output.IsScreen)
        {
            await new AccountLines(output, _host.Time).RunAsync(stream, duration, cancellationToken).ConfigureAwait(false);
            return;
        }

        var screen = new AccountScreen(_host, title, duration);
        await screen.RunAsync(stream, cancellationToken).ConfigureAwait(false);
        output.Note(screen.Summary);
    }

    private static TimeSpan? Duration(string? text) => text is null
        ? null
        : DurationText.TryParse(text, out var duration)
            ? duration
            : throw new UsageException($"--for takes a duration {DurationText.Accepted}, not '{text}'.");

    private static string Summary(WatchFeed feed)
    {
        var trades = feed.Markets.Sum(static market => market.TradeCount);
        var updates = feed.Markets.Sum(static market => market.Book?.Counters.Applied ?? 0);
        var resyncs = feed.Markets.Sum(static market => market.Book?.Counters.Resyncs ?? 0);
        return string.Create(
            CultureInfo.InvariantCulture, $"{trades} trades, {updates} book updates, {resyncs} times out of step.");
    }
}
