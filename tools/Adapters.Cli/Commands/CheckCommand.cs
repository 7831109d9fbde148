using System.CommandLine;
using Adapters.Cli.Checking;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Generator;
using Adapters.Generator.Diagnostics;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters check</c>: the compiler's findings without a build.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;

    private readonly Argument<string> _folder = new("folder")
    {
        Description = "The specification of one exchange, or a folder of several.",
    };

    public CheckCommand(ToolHost host, CommonOptions common)
        : base("check", "Check specifications: the compiler's findings without a build.")
    {
        _host = host;
        _common = common;
        Arguments.Add(_folder);
        Examples =
        [
            ("check specs", "every exchange"),
            ("check specs/binance --json", "one exchange, for a program"),
        ];
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var output = new Printer(_host, parsed.GetValue(_common.Json));
        var (exchanges, files, errors, warnings) = (0, 0, 0, 0);
        var folder = parsed.GetRequiredValue(_folder);
        var found = SpecFolder.Find(folder);
        var severities = Severities.For(folder);
        foreach (var exchange in found)
        {
            exchanges++;
            files += exchange.Files.Count;
            foreach (var finding in SpecCheck.Check(exchange.Files, exchange.Samples, everything: true))
            {
                var severity = severities.Of(finding.Rule);
                errors += severity == Severity.Error ? 1 : 0;
                warnings += severity == Severity.Warning ? 1 : 0;
                if (severity != Severity.None)
                {
                    var rule = finding.Rule with { IsError = severity == Severity.Error };
                    Print(output, exchange.Place(finding.Path), finding with { Rule = rule });
                }
            }
        }

        if (!output.IsJson)
        {
            var sum = errors + warnings == 0 ? "no findings" : $"{Count(errors, "error")}, {Count(warnings, "warning")}";
            output.Note($"{sum} in {Count(files, "file")} of {Count(exchanges, "exchange")}.");
        }

        return errors > 0 ? ExitCode.Failure : ExitCode.Ok;
    }

    private static void Print(Printer output, string place, SpecDiagnostic finding)
    {
        if (!output.IsJson)
        {
            output.Line((finding with { Path = place }).ToString());
            return;
        }

        output.Json(json =>
        {
            json.WriteString("file", place);
            json.WriteNumber("line", finding.Line + 1);
            json.WriteNumber("column", finding.Column + 1);
            json.WriteNumber("length", finding.Length);
            json.WriteString("severity", finding.Rule.IsError ? "error" : "warning");
            json.WriteString("id", finding.Id);
            json.WriteString("message", finding.Message);
            json.WriteString("help", finding.Rule.HelpLink);
        });
    }

    private static string Count(int number, string of) => number == 1 ? $"1 {of}" : $"{number} {of}s";
}
