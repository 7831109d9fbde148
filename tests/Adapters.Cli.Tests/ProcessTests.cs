using System.Diagnostics;
using System.Globalization;

namespace Adapters.Cli.Tests;

/// <summary>What only a process of its own can show.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData("watch", "binance", "BTC/USDT", "--simulated")]
    [InlineData("watch", "binance", "--account", "--simulated")]
    [InlineData("simulate", "binance", "--port", "0")]
    public async Task Reader_that_closes_its_pipe_ends_the_tool(params string[] args)
    {
        using var tool = Start(args);
        Assert.NotNull(await tool.StandardOutput.ReadLineAsync());
        tool.StandardOutput.Close();

        await EndsAsync(tool);
        Assert.Equal(0, tool.ExitCode);
        Assert.Equal("", await tool.StandardError.ReadToEndAsync());
    }

    [SkippableTheory]
    [InlineData("INT", 2)]
    [InlineData("TERM", 15)]
    public async Task Request_to_end_is_followed_in_order(string signal, int number)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        Skip.If(IsIgnored(number), $"SIG{signal} is ignored here, as behind nohup or & in a script; the tool leaves it so.");
        using var tool = Start("watch", "binance", "BTC/USDT", "--simulated");
        Assert.NotNull(await tool.StandardOutput.ReadLineAsync());
        using var kill = Process.Start("kill", [$"-{signal}", $"{tool.Id}"]);
        await kill.WaitForExitAsync();

        await EndsAsync(tool);
        Assert.Equal(0, tool.ExitCode);
        Assert.Contains("book updates", await tool.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "adapters.dll"), args[0], args[1], args[2], args[3] },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    // A process inherits what is ignored. Other systems than Linux do not tell.
    private static bool IsIgnored(int signal)
    {
        const string Place = "/proc/self/status";
        const string Name = "SigIgn:";
        if (!File.Exists(Place))
        {
            return false;
        }

        var mask = File.ReadLines(Place).First(line => line.StartsWith(Name, StringComparison.Ordinal))[Name.Length..].Trim();
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) != 0;
    }

    private static async Task EndsAsync(Process tool)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await tool.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            tool.Kill();
            Assert.Fail("The tool does not end.");
        }
    }
}
