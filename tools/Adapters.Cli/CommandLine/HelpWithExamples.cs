using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Adapters.Cli.CommandLine;

/// <summary>The usual help, followed by examples and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction usual, string program) : SynchronousCommandLineAction
{
    private static readonly (string Code, string Means)[] ExitCodes =
    [
        ("0", "done"),
        ("1", "the operation failed: the exchange refused or could not be reached, or input cannot be read"),
        ("2", "wrong usage: an option, argument or name is not accepted; nothing was sent"),
        ("3", "what became of an order is not known: ask before doing it again"),
    ];

    /// <summary>Gives every help of a command tree its examples.</summary>
    public static void Attach(RootCommand root, int width)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction usual)
            {
                usual.MaxWidth = width;
                option.Action = new HelpWithExamples(usual, root.Name);
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        var result = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ToolCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            var width = examples.Max(static example => example.Line.Length);
            foreach (var (line, does) in examples)
            {
                output.WriteLine($"  {program} {line.PadRight(width)}  {does}".TrimEnd());
            }

            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        foreach (var (code, means) in ExitCodes)
        {
            output.WriteLine($"  {code}  {means}");
        }

        return result;
    }
}
