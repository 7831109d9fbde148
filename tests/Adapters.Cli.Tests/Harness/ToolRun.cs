using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Output;

namespace Adapters.Cli.Tests.Harness;

/// <summary>What a command line did.</summary>
internal sealed partial record ToolRun(int Code, string Out, string Error)
{
    /// <summary>The lines of the results.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines as a person sees them: without what moves the cursor or colours.</summary>
    public string[] ScreenLines => Array.ConvertAll(Lines, static line => Escape().Replace(line, ""));

    /// <summary>The lines of the last picture of a screen that was drawn over and over.</summary>
    public string[] LastPicture()
    {
        var frames = Out.Split("\u001b[?2026h");
        Assert.True(frames.Length > 2, $"{frames.Length} pictures");
        return [.. (this with { Out = frames[^1] }).ScreenLines.Where(line => line.Length > 0)];
    }

    /// <summary>The one object that was printed.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Every object that was printed, one per line.</summary>
    public JsonElement[] JsonLines => Array.ConvertAll(Lines, static line => JsonDocument.Parse(line).RootElement);

    /// <summary>The object on standard error.</summary>
    public JsonElement ErrorJson => JsonDocument.Parse(Error).RootElement;

    /// <summary>Runs the tool in this process.</summary>
    public static Task<ToolRun> OfAsync(params string[] args) => OfAsync("", args);

    /// <summary>Runs the tool with something on standard input.</summary>
    public static Task<ToolRun> OfAsync(string input, string[] args) =>
        OfAsync(new ToolSetup { Input = input }, args);

    /// <summary>Runs the tool with surroundings of the test's own.</summary>
    public static async Task<ToolRun> OfAsync(ToolSetup setup, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new ToolHost
        {
            Out = setup.Out ?? output,
            Error = error,
            Input = new MemoryStream(Encoding.UTF8.GetBytes(setup.Input)),
            Terminal = setup.Terminal,
            Time = setup.Time,
            StartVenue = setup.StartVenue,
            HttpHandler = setup.HttpHandler,
            Variable = name => setup.Variables.GetValueOrDefault(name),
        };
        var code = await Tool.RunAsync(args, host, setup.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]|\r")]
    private static partial Regex Escape();
}

/// <summary>What surrounds the tool in a test.</summary>
internal sealed record ToolSetup
{
    public string Input { get; init; } = "";

    /// <summary>Where results go; into the run without it.</summary>
    public TextWriter? Out { get; init; }

    public Terminal Terminal { get; init; } = Terminal.None;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Dictionary<string, string> Variables { get; init; } = [];

    public CancellationToken CancellationToken { get; init; }

    public VenueStarter StartVenue { get; init; } = LocalVenue.StartAsync;

    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>A screen of a size.</summary>
    public static Terminal Screen(int width = 100, int height = 40, bool hasColours = false) =>
        new(IsOutput: true, IsInput: true, hasColours, () => width, () => height);
}
