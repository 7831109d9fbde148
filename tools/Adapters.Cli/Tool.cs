using System.CommandLine;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Commands;
using Adapters.Domain;

namespace Adapters.Cli;

/// <summary>Runs a command line and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class Tool
{
    /// <summary>Runs.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="host">What surrounds the tool.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    public static async Task<int> RunAsync(string[] args, ToolHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(host);
        var common = new CommonOptions();
        var root = Root(host, common);
        // Without a replacer a word such as @file is a word; the parser would otherwise read a file of that name.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var errors = new ErrorPrinter(host, parsed.GetValue(common.Json), parsed.CommandResult.Command);
        try
        {
            if (args.Length == 0)
            {
                await InvokeAsync(root.Parse("--help"), host, cancellationToken).ConfigureAwait(false);
                return ExitCode.Usage;
            }

            ParseCheck.ThrowIfWrong(parsed);
            return await InvokeAsync(parsed, host, cancellationToken).ConfigureAwait(false);
        }
        catch (Output.OutputClosedException)
        {
            return ExitCode.Ok; // the reader has what it wanted, as with `| head`
        }
#pragma warning disable CA1031 // whatever it is, the user gets a sentence and the caller an exit code
        catch (Exception error)
#pragma warning restore CA1031
        {
            return errors.Print(error, cancellationToken);
        }
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, ToolHost host, CancellationToken cancellationToken)
    {
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            cancellationToken).ConfigureAwait(false);
        await host.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        return code;
    }

    private static RootCommand Root(ToolHost host, CommonOptions common)
    {
        var root = new RootCommand("Market data, trading, decoding and simulation of crypto exchanges.")
        {
            common.Json,
            new ExchangesCommand(host, common),
            new WatchCommand(host, common),
            new MarketsCommand(host, common),
            new TickerCommand(host, common),
            new BookCommand(host, common),
            new TradesCommand(host, common),
            new KlinesCommand(host, common),
            new BalanceCommand(host, common),
            new OrdersCommand(host, common),
            new FillsCommand(host, common),
            new TradeCommand(host, common, Side.Buy),
            new TradeCommand(host, common, Side.Sell),
            new CancelCommand(host, common),
            new SimulateCommand(host, common),
            new DecodeCommand(host, common),
            new RequestCommand(host, common),
            new CheckCommand(host, common),
        };
        HelpWithExamples.Attach(root, host.Terminal.Width());
        return root;
    }
}
