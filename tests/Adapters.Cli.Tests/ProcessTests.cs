using System.Diagnostics;

namespace Adapters.Cli.Tests;

/// <summary>What only a process of its own can show.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Reader_that_closes_its_pipe_ends_the_tool()
    {
        using var tool = Start("watch", "binance", "BTC/USDT", "--simulated");
        Assert.NotNull(await tool.StandardOutput.ReadLineAsync());
        tool.StandardOutput.Close();

        await EndsAsync(tool);
        Assert.Equal(0, tool.ExitCode);
        Assert.Equal("", await tool.StandardError.ReadToEndAsync());
    }

    [SkippableFact]
    public async Task Request_to_end_is_followed_in_order()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        using var tool = Start("watch", "binance", "BTC/USDT", "--simulated");
        Assert.NotNull(await tool.StandardOutput.ReadLineAsync());
        using var kill = Process.Start("kill", ["-INT", $"{tool.Id}"]);
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
