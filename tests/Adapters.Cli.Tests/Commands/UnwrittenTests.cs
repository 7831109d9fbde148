using Adapters.Cli.Output;
using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>Whoever reads the results has closed the pipe before anything came: of an order, nobody has heard of it then,
/// and it must not end as if somebody had.</summary>
public sealed class UnwrittenTests
{
    [Theory]
    [InlineData("PlaceOrder", "POST /api/v3/order", "Place of BTCUSDT client id mine-1", "buy", "binance", "BTC/USDT", "0.008", "--price", "93120.12", "--client-id", "mine-1")]
    [InlineData("CancelOrder", "DELETE /api/v3/order", "Cancel of BTCUSDT 48210377003", "cancel", "binance", "BTC/USDT", "48210377003")]
    [InlineData("CancelAllOrders", "DELETE /api/v3/openOrders", "Cancel of all open orders of BTC/USDT", "cancel", "binance", "BTC/USDT", "--all")]
    public async Task What_was_acknowledged_into_a_closed_pipe_is_told_on_the_other_stream(
        string sample, string call, string what, params string[] words)
    {
        using var closed = new StreamWriter(new PipeStream(new ClosedPipe())) { AutoFlush = false };
        using var live = new LiveRun { Answers = { [call] = LiveRun.Sample(sample) }, Out = closed };

        var run = await live.OfAsync([.. words, "--env", "live", "--yes"]);

        Assert.Equal(3, run.Code);
        Assert.Contains($"{what} was acknowledged, and that cannot be written: Broken pipe", run.Error, StringComparison.Ordinal);
        Assert.Single(live.Sent);
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");
    }
}
