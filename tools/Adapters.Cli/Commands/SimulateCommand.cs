using System.CommandLine;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Output;
using Adapters.Faces;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters simulate</c>: a simulated exchange for any client.</summary>
internal sealed class SimulateCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();

    private readonly Option<int> _port = new("--port")
    {
        Description = "Port on 127.0.0.1; 0, the default, takes one that is free.",
        HelpName = "N",
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Everything random follows from it; 1 without it.",
        HelpName = "N",
        DefaultValueFactory = static _ => 1,
    };

    public SimulateCommand(ToolHost host, CommonOptions common)
        : base("simulate", "Run a simulated exchange on this machine until Ctrl-C; it prints its addresses and a key and secret to use.")
    {
        _host = host;
        _common = common;
        Arguments.Add(_exchange);
        Options.Add(_port);
        Options.Add(_seed);
        Examples =
        [
            ("simulate binance", "for any client of Binance spot"),
            ("simulate binance --port 8080 --seed 7 --json", "one line with rest, ws, key and secret"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var exchange = ExchangeRegistry.Find(parsed.GetRequiredValue(_exchange));
        var (port, seed) = (parsed.GetValue(_port), parsed.GetValue(_seed));
        if (port is < 0 or > ushort.MaxValue)
        {
            throw new UsageException($"--port takes 0 to {ushort.MaxValue}, not {port}.");
        }

        if (!SimulatedVenue.Products.Contains(exchange.Id))
        {
            throw new UsageException(
                $"{exchange.Id} cannot be simulated yet; {string.Join(", ", SimulatedVenue.Products)} can.");
        }

        var venue = await StartAsync(exchange.Id, port, seed, cancellationToken).ConfigureAwait(false);
        await using (venue.ConfigureAwait(false))
        {
            Print(new Printer(_host, parsed.GetValue(_common.Json)), exchange.Id, seed, venue);
            await Task.Delay(Timeout.InfiniteTimeSpan, _host.Time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCode.Ok;
    }

    private async Task<SimulatedVenue> StartAsync(string product, int port, long seed, CancellationToken cancellationToken)
    {
        try
        {
            return await SimulatedVenue.StartAsync(
                product, new SimulatedVenueOptions { Port = port, Seed = seed, TimeProvider = _host.Time }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new FailureException($"Port {port} of 127.0.0.1 cannot be used: {error.Message} Without --port a free one is taken.");
        }
    }

    private static void Print(Printer output, string exchange, long seed, SimulatedVenue venue)
    {
        var (rest, socket) = (venue.Rest.OriginalString, venue.WebSocket.OriginalString);
        if (output.IsJson)
        {
            output.Json(json =>
            {
                json.WriteString("exchange", exchange);
                json.WriteNumber("seed", seed);
                json.WriteString("rest", rest);
                json.WriteString("ws", socket);
                json.WriteString("key", venue.Key);
                json.WriteString("secret", venue.Secret);
            });
        }
        else
        {
            output.Line($"{exchange}, simulated from seed {seed}. Ctrl-C ends it.");
            foreach (var (name, value) in new[]
            {
                ("rest", rest), ("ws", socket), ("key", venue.Key), ("secret", venue.Secret),
            })
            {
                output.Line($"  {name,-6}  {value}");
            }
        }

        output.Flush();
    }
}
