using System.CommandLine;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Output;
using Adapters.Faces;
using Adapters.Simulation.Server;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters simulate</c>: a simulated exchange for any client.</summary>
internal sealed class SimulateCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();

    private readonly Option<int> _port = CommonOptions.Whole<int>(
        "--port", "N", $"0 to {ushort.MaxValue}", "Port on 127.0.0.1; 0, the default, takes one that is free.",
        static port => port is >= 0 and <= ushort.MaxValue);

    private readonly Option<long?> _seed = CommonOptions.Whole<long?>(
        "--seed", "N", "a whole number", "Everything random follows from it; 1 without it.");

    private readonly Option<FileInfo[]> _publicKeys = new("--public-key")
    {
        Description = "PEM file with an RSA or Ed25519 public key: its holder may trade too. The key to use with it is printed. "
            + "May be given several times.",
        HelpName = "file",
        DefaultValueFactory = static _ => [],
    };

    public SimulateCommand(ToolHost host, CommonOptions common)
        : base(
            "simulate",
            "Run a simulated exchange on this machine until Ctrl-C, or until whoever reads its output is gone; it prints its "
            + "addresses and a key and secret to use.")
    {
        _host = host;
        _common = common;
        Arguments.Add(_exchange);
        Options.Add(_port);
        Options.Add(_seed);
        Options.Add(_publicKeys);
        Examples =
        [
            ("simulate binance", "for any client of Binance spot"),
            ("simulate binance --port 8080 --seed 7 --json", "one line with rest, ws, key and secret"),
            ("simulate binance --public-key mine.pem", "for a client that signs with the private half of mine.pem"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(_exchange).ToLowerInvariant();
        var exchange = ExchangeRegistry.Find(name);
        var (port, seed) = (parsed.GetValue(_port), parsed.GetValue(_seed) ?? 1);
        ExchangeSession.ThrowIfNotSimulated(exchange);
        var keys = parsed.GetValue(_publicKeys)!.Select(Read).DistinctBy(static key => key.Name).ToArray();
        var options = new SimulatedVenueOptions
        {
            Port = port,
            Seed = seed,
            TimeProvider = _host.Time,
            PublicKeys = keys.ToDictionary(static key => key.Name, static key => key.Pem),
        };
        var venue = await StartAsync(exchange.Id, options, cancellationToken).ConfigureAwait(false);
        await using (venue.ConfigureAwait(false))
        {
            Print(new Printer(_host, parsed.GetValue(_common.Json)), exchange.Id, name, seed, venue, keys);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _host.ReaderGone);
            await Task.Delay(Timeout.InfiniteTimeSpan, _host.Time, end.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCode.Ok;
    }

    private static PublicKeyFile Read(FileInfo file)
    {
        try
        {
            var pem = File.ReadAllText(file.FullName);
            using var _ = VenueKey.OfPublicKey("key", "account", pem); // says what is wrong with it, file by file
            return new PublicKeyFile(file.ToString(), SimulatedVenue.KeyOf(pem), pem);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--public-key {file}: the file cannot be read. {error.Message}");
        }
        catch (ArgumentException)
        {
            throw new UsageException(
                $"--public-key {file}: the file holds no RSA or Ed25519 public key in PEM. "
                + "Write it with: openssl pkey -in <private key> -pubout.");
        }
    }

    private static async Task<SimulatedVenue> StartAsync(
        string product, SimulatedVenueOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await SimulatedVenue.StartAsync(product, options, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new FailureException(
                $"Port {options.Port} of 127.0.0.1 cannot be used: {error.Message} Without --port a free one is taken.");
        }
    }

    private static void Print(
        Printer output, string exchange, string asked, long seed, SimulatedVenue venue, PublicKeyFile[] keys)
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
                json.WriteStartArray("publicKeys");
                foreach (var key in keys)
                {
                    json.WriteStartObject();
                    json.WriteString("file", key.File);
                    json.WriteString("key", key.Name);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
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

            foreach (var key in keys)
            {
                output.Line($"  {"key",-6}  {key.Name}  for the holder of {key.File}");
            }

            var prefix = asked.ToUpperInvariant().Replace('-', '_');
            output.Line("In another terminal:");
            output.Line($"  adapters watch {asked} BTC/USDT --env {rest}");
            output.Line($"  {prefix}_API_KEY={venue.Key} {prefix}_SECRET={venue.Secret} adapters balance {asked} --env {rest}");
        }

        output.Flush();
    }

    /// <summary>A public key of a file, and the API key under which the venue knows it.</summary>
    private sealed record PublicKeyFile(string File, string Name, string Pem);
}
