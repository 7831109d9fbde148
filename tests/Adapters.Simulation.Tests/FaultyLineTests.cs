using System.Text;
using Adapters.Simulation.Faults;

namespace Adapters.Simulation.Tests;

public sealed class FaultyLineTests
{
    [Fact]
    public void A_good_line_delivers_everything_in_order() =>
        Assert.Equal(["0", "1", "2"], Sent(FaultRates.None, 3));

    [Fact]
    public void Each_fault_does_what_it_says()
    {
        Assert.Empty(Sent(new FaultRates { Drop = 1 }, 3));
        Assert.Equal(["0", "0", "1", "1"], Sent(new FaultRates { Duplicate = 1 }, 2));
        Assert.Equal(["0", "1", "2"], Sent(new FaultRates { SwapWithNext = 1 }, 4));
        Assert.Equal(["disconnect"], Sent(new FaultRates { Disconnect = 1 }, 3));
        Assert.All(Sent(new FaultRates { Truncate = 1 }, 3), text => Assert.Equal("damaged:", text));
        Assert.All(
            Sent(new FaultRates { Garbage = 1 }, 3),
            text => Assert.StartsWith("damaged:\uFFFD", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_swapped_message_comes_right_after_the_next()
    {
        var line = Mixed(new FaultRates { SwapWithNext = 0.3 }, 500, out var texts);
        texts.AddRange(line.Flush().Select(Text));
        Assert.NotEqual(Enumerable.Range(0, 500), texts.Select(int.Parse));
        Assert.Equal(Enumerable.Range(0, 500), texts.Select(int.Parse).Order());
        Assert.All(texts.Select((text, at) => Math.Abs(int.Parse(text) - at)), moved => Assert.InRange(moved, 0, 2));
    }

    [Fact]
    public void A_delayed_message_comes_within_its_bound_and_none_is_lost()
    {
        var line = Mixed(new FaultRates { Delay = 0.2, LongestDelay = 5 }, 1_000, out var texts);
        texts.AddRange(line.Flush().Select(Text));
        Assert.Equal(0, line.Waiting);
        Assert.Equal(Enumerable.Range(0, 1_000), texts.Select(int.Parse).Order());
        var late = 0;
        for (var highest = -1; texts.Count > 0; texts.RemoveAt(0))
        {
            var id = int.Parse(texts[0]);
            late += id < highest ? 1 : 0;
            Assert.True(highest - id <= 5, $"{id} came after {highest}");
            highest = Math.Max(highest, id);
        }

        Assert.True(late > 50);
    }

    [Fact]
    public void What_waits_is_lost_with_the_connection()
    {
        var rates = new FaultRates { Delay = 0.8, LongestDelay = 50, Disconnect = 0.2 };
        var line = new FaultyLine(new FaultPlan(3, rates));
        for (var i = 0; !line.IsClosed; i++)
        {
            line.Send(Message(i));
        }

        Assert.Equal(0, line.Waiting);
        Assert.Empty(line.Send(Message(0)));
        Assert.Empty(line.Flush());
    }

    private static FaultyLine Mixed(FaultRates rates, int messages, out List<string> texts)
    {
        var line = new FaultyLine(new FaultPlan(81, rates));
        texts = [.. Enumerable.Range(0, messages).SelectMany(i => line.Send(Message(i))).Select(Text)];
        return line;
    }

    private static List<string> Sent(FaultRates rates, int messages)
    {
        Mixed(rates, messages, out var texts);
        return texts;
    }

    private static byte[] Message(int i) => Encoding.UTF8.GetBytes($"{i}");

    private static string Text(Delivery delivery) => delivery switch
    {
        { IsDisconnect: true } => "disconnect",
        { IsDamaged: true } => "damaged:" + Encoding.UTF8.GetString(delivery.Payload.Span),
        _ => Encoding.UTF8.GetString(delivery.Payload.Span),
    };
}
