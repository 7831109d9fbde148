using System.CommandLine;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Decoding;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters decode</c>: what the adapter makes of a recorded message.</summary>
internal sealed class DecodeCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();
    private readonly Argument<string> _file = new("file") { Description = "The message, as JSON; - reads standard input." };

    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "It is the answer of this call: \"GET /api/v3/depth\", or the endpoint's name.",
        HelpName = "METHOD path",
    };

    private readonly Option<string?> _channel = new("--channel")
    {
        Description = "It is a message of this channel (or topic), with or without the frame around it.",
        HelpName = "channel",
    };

    private readonly Option<bool> _frame = new("--frame")
    {
        Description = "It is a whole WebSocket frame; tell its kind and channel as the socket does.",
    };

    private readonly Option<string?> _answers = new("--answers")
    {
        Description = "With --frame: an answer of the WebSocket API is that of this method.",
        HelpName = "method",
    };

    private readonly Option<string[]> _with = new("--with")
    {
        Description = "An argument of the call that the message does not tell, such as symbol=BTCUSDT or interval=1m.",
        HelpName = "name=value",
    };

    private readonly Option<string?> _instruments = new("--instruments")
    {
        Description = "A recorded list of the exchange's instruments; symbols are then resolved.",
        HelpName = "file",
    };

    public DecodeCommand(ToolHost host, CommonOptions common)
        : base("decode", "Decode a recorded message: typed fields, unified values, and what the specification does not know.")
    {
        _host = host;
        _common = common;
        Arguments.Add(_exchange);
        Arguments.Add(_file);
        foreach (var option in new Option[] { _endpoint, _channel, _frame, _answers, _with, _instruments })
        {
            Options.Add(option);
        }

        Examples =
        [
            ("decode binance --endpoint \"GET /api/v3/depth\" depth.json", "an answer to a call"),
            ("decode binance --channel trades -", "a channel's message from standard input"),
            ("decode binance --frame frame.json", "whatever a socket received"),
            ("decode binance --frame --answers depth answer.json", "an answer of the WebSocket API"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var catalogue = ExchangeRegistry.Find(parsed.GetRequiredValue(_exchange)).Catalogue;
        var (endpoint, channel, isFrame) = (parsed.GetValue(_endpoint), parsed.GetValue(_channel), parsed.GetValue(_frame));
        if ((endpoint is null ? 0 : 1) + (channel is null ? 0 : 1) + (isFrame ? 1 : 0) != 1)
        {
            throw new UsageException("Say what the message is by one of --endpoint, --channel and --frame.");
        }

        if (parsed.GetValue(_answers) is { } method && !isFrame)
        {
            throw new UsageException($"--answers {method} goes with --frame.");
        }

        var symbols = new SymbolTable();
        if (parsed.GetValue(_instruments) is { } instruments)
        {
            InstrumentFile.Load(
                catalogue, await InputFile.ReadAsync(_host, instruments, cancellationToken).ConfigureAwait(false), symbols);
        }

        var decoder = new MessageDecoder(catalogue, symbols, NamedValue.Map("--with", parsed.GetValue(_with) ?? []));
        Func<ReadOnlyMemory<byte>, DecodedMessage> decode = Decode();
        var message = decode(await InputFile.ReadAsync(_host, parsed.GetRequiredValue(_file), cancellationToken).ConfigureAwait(false));
        if (message.Endpoint?.Name == catalogue.Instruments && message.Inspection is { } listed)
        {
            symbols.Load(listed.Domain.OfType<Market>());
        }

        var output = new Printer(_host, parsed.GetValue(_common.Json));
        output.Json(json => DecodedJson.Write(json, catalogue, message), isPretty: true);
        Notes(output, message);
        return message.Failures.FirstOrDefault(static failure => !failure.IsNews) is { } failure
            ? throw new FailureException($"{failure.Target}: {failure.Problem}", failure.Path)
            : ExitCode.Ok;

        // Names are looked up before the message is read: standard input may be somebody typing.
        Func<ReadOnlyMemory<byte>, DecodedMessage> Decode()
        {
            if (endpoint is not null)
            {
                var called = EndpointFinder.Endpoint(catalogue, endpoint);
                return utf8 => decoder.Answer(called, utf8);
            }

            if (channel is not null)
            {
                var (found, captures) = EndpointFinder.Channel(catalogue, channel);
                return utf8 => decoder.Message(found, captures, utf8);
            }

            var answered = parsed.GetValue(_answers) is { } given ? EndpointFinder.SocketMethod(catalogue, given) : null;
            return utf8 => decoder.Frame(utf8, answered);
        }
    }

    private static void Notes(Printer output, DecodedMessage message)
    {
        foreach (var failure in message.Failures.Where(static failure => failure.IsNews))
        {
            output.Note($"{failure.Path}: no {failure.Target}: {failure.Problem}");
        }

        if (message.Inspection is { Missing.Count: > 0 } inspection)
        {
            output.Note(
                $"Unified values need what the message does not tell: {string.Join(", ", inspection.Missing)}. "
                + $"Give it as {string.Join(' ', inspection.Missing.Select(static name => $"--with {name}=..."))}.");
        }

        if (message.Frame is { Role: Catalogue.FrameRole.Answer } && message.Endpoint is null)
        {
            output.Note("An answer does not say what it answers; --answers <method> gives it its types.");
        }
    }
}
