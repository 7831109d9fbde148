using System.CommandLine;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Output;
using Adapters.Hosting;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters exchanges</c>: what is supported.</summary>
internal sealed class ExchangesCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;

    private readonly Argument<string?> _exchange = new("exchange")
    {
        Description = "Only this one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _endpoints = new("--endpoints") { Description = "List the calls of the venue." };
    private readonly Option<bool> _channels = new("--channels") { Description = "List the channels of the venue's sockets." };
    private readonly Option<bool> _unverified = new("--unverified")
    {
        Description = "List the facts that no source outside the specification confirms.",
    };

    public ExchangesCommand(ToolHost host, CommonOptions common)
        : base("exchanges", "Show which exchanges are supported, and what of them.")
    {
        _host = host;
        _common = common;
        Arguments.Add(_exchange);
        Options.Add(_endpoints);
        Options.Add(_channels);
        Options.Add(_unverified);
        Examples =
        [
            ("exchanges", "what can be asked of which exchange"),
            ("exchanges binance --channels", "names for decode --channel"),
            ("exchanges --unverified", "what should be checked against the venue"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var given = parsed.GetValue(_exchange);
        var exchanges = given is null ? ExchangeRegistry.All : [ExchangeRegistry.Find(given)];
        var output = new Printer(_host, parsed.GetValue(_common.Json));
        var isListed = false;
        foreach (var (option, list) in new (Option<bool>, Action<Printer, IReadOnlyList<ExchangeEntry>>)[]
        {
            (_endpoints, CatalogueLists.Endpoints), (_channels, CatalogueLists.Channels), (_unverified, CatalogueLists.Unverified),
        })
        {
            if (parsed.GetValue(option))
            {
                list(output, exchanges);
                isListed = true;
            }
        }

        if (!isListed)
        {
            await CapabilitiesAsync(output, exchanges).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }

    private static async Task CapabilitiesAsync(Printer output, IReadOnlyList<ExchangeEntry> exchanges)
    {
        var table = new Table(
        [
            new("Exchange"), new("Also", Rank: 2), new("Kind", Rank: 1),
            .. Capability.All.Select(static capability => new Column(capability.Name)),
            new("Calls", IsNumber: true, Rank: 3), new("Channels", IsNumber: true, Rank: 3), new("Environments", Rank: 1),
        ]);
        foreach (var exchange in exchanges)
        {
            var connector = exchange.Connect(new ConnectorOptions());
            await using (connector.ConfigureAwait(false))
            {
                if (output.IsJson)
                {
                    output.Json(json => CatalogueLists.Write(json, exchange, Capability.All.Where(item => item.Has(connector))));
                    continue;
                }

                table.Add(
                [
                    new(exchange.Id, Tone.Strong), string.Join(", ", exchange.Catalogue.Aliases),
                    exchange.Catalogue.Kind?.ToString(),
                    .. Capability.All.Select(item => item.Has(connector) ? new Cell("yes", Tone.Good) : new Cell("-", Tone.Faint)),
                    $"{exchange.Catalogue.Endpoints.Count}", $"{exchange.Catalogue.Channels.Count}",
                    string.Join(", ", exchange.Environments),
                ]);
            }
        }

        if (!output.IsJson)
        {
            output.Table(table);
        }
    }
}
