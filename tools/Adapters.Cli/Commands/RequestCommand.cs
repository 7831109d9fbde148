using System.CommandLine;
using System.Globalization;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Keys;
using Adapters.Cli.Output;
using Adapters.Cli.Requests;
using Adapters.Rest;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters request</c>: what would be sent.</summary>
internal sealed class RequestCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();

    private readonly Argument<string> _call = new("call")
    {
        Description = "Method and path in one word, such as \"GET /api/v3/depth\", the endpoint's name, or a method of the "
            + "WebSocket API such as order.place: of that the frame is shown.",
    };

    private readonly Argument<string[]> _parameters = new("name=value")
    {
        Description = "Parameters by the venue's names, sent in this order; lists and objects as JSON. A time or receive "
            + "window of the signature that is given stays where it stands; with a time given, no window is added.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<long?> _at = CommonOptions.Whole<long?>(
        "--at", "unix-ms", "Unix milliseconds such as 1764000000000",
        "The time of the request in Unix milliseconds; now without it.", static at => at >= 0);

    public RequestCommand(ToolHost host, CommonOptions common)
        : base(
            "request",
            "Print a request as the adapter would send it. Nothing is sent. With keys in the environment a signed call is "
            + "shown with key and signature: whoever sees those can send it as long as its time is fresh.")
    {
        _host = host;
        _common = common;
        Arguments.Add(_exchange);
        Arguments.Add(_call);
        Arguments.Add(_parameters);
        Options.Add(_at);
        Options.Add(common.Environment);
        Examples =
        [
            ("request binance \"GET /api/v3/depth\" symbol=BTCUSDT limit=5", "method, url, headers and body"),
            ("request binance GetPrices 'symbols=[\"BTCUSDT\",\"ETHUSDT\"]' --json", "a list, for a program"),
            ("request binance \"GET /api/v3/account\" --at 1764000000000", "signed with BINANCE_API_KEY and BINANCE_SECRET"),
            ("request binance order.cancel symbol=BTCUSDT orderId=28", "the frame of the WebSocket API"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(_exchange);
        var exchange = ExchangeRegistry.Find(name);
        var choice = EnvironmentChoice.Of(exchange, parsed.GetValue(_common.Environment), simulated: false);
        if (choice.IsSimulated)
        {
            throw new UsageException(
                "--env simulated: the embedded exchange has no address of its own before it runs. "
                + $"Use one of {string.Join(", ", exchange.Catalogue.Environments.Select(static e => e.Name))}, or the address that "
                + "'adapters simulate' prints.");
        }

        var call = parsed.GetRequiredValue(_call);
        var endpoint = EndpointFinder.Endpoint(exchange.Catalogue, call);
        var parameters = (parsed.GetValue(_parameters) ?? [])
            .Select(text => NamedValue.Parse("A parameter", text)).ToArray();
        var output = new Printer(_host, parsed.GetValue(_common.Json));
        using var credentials = endpoint.Auth is null ? null : AccountKeys.Find(_host, exchange, name);
        if (endpoint.Auth is not null && credentials is null)
        {
            output.Note($"{endpoint} needs a key; it is shown without key and signature. {AccountKeys.Remedy(exchange, name)}");
        }

        var previewer = new RequestPreviewer(
            exchange, choice.Hosts(exchange), Time(parsed.GetValue(_at)), credentials);
        Print(output, EndpointFinder.IsFrame(endpoint, call)
            ? await previewer.PreviewFrameAsync(endpoint, parameters, output.Note).ConfigureAwait(false)
            : previewer.Preview(endpoint, parameters, output.Note));
        return ExitCode.Ok;
    }

    private TimeProvider Time(long? at)
    {
        if (at is null)
        {
            return _host.Time;
        }

        try
        {
            return new FixedTime(DateTimeOffset.FromUnixTimeMilliseconds(at.Value));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new UsageException(
                string.Create(CultureInfo.InvariantCulture, $"--at takes Unix milliseconds such as 1764000000000, not {at}."));
        }
    }

    private static void Print(Printer output, RequestPreview request)
    {
        if (output.IsJson)
        {
            output.Json(json =>
            {
                json.WriteString("method", request.Method);
                json.WriteString("url", request.Url);
                json.WriteStartObject("headers");
                foreach (var (name, value) in request.Headers)
                {
                    json.WriteString(name, value);
                }

                json.WriteEndObject();
                json.WriteString("body", request.Body);
            });
            return;
        }

        output.Line($"{request.Method} {request.Url}");
        foreach (var (name, value) in request.Headers)
        {
            output.Line($"{name}: {value}");
        }

        if (request.Body.Length > 0)
        {
            output.Line();
            output.Line(request.Body);
        }
    }
}
