namespace Adapters.Simulation.Tests;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-7)]
    public void Same_seed_and_steps_give_the_same_events(long seed)
    {
        var first = Log(seed);
        var second = Log(seed);
        Assert.True(first.Lines > 5_000);
        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(first.Hash, second.Hash);
    }

    [Fact]
    public void Another_seed_gives_other_events() => Assert.NotEqual(Log(1).Hash, Log(2).Hash);

    [Fact]
    public void Markets_do_not_shift_each_other()
    {
        var alone = new Scenario(3, markets: 1);
        var together = new Scenario(3);
        alone.Run(50);
        together.Run(50);
        Assert.Equal(alone.Bitcoin.Book().Bids, together.Bitcoin.Book().Bids);
        Assert.Equal(alone.Bitcoin.LastTrade, together.Bitcoin.LastTrade);
    }

    [Fact]
    public void Random_numbers_are_the_published_sequence()
    {
        // The first outputs of SplitMix64 for seed 1234567.
        var random = new SeededRandom(1234567);
        Assert.Equal(6457827717110365317UL, random.NextBits());
        Assert.Equal(3203168211198807973UL, random.NextBits());
        Assert.Equal(9817491932198370423UL, random.NextBits());
    }

    [Fact]
    public void Logarithmic_numbers_stay_within_their_limit_and_reach_it()
    {
        var random = new SeededRandom(5);
        foreach (var limit in (long[])[1, 2, 10, 1_000, long.MaxValue])
        {
            for (var i = 0; i < 500; i++)
            {
                Assert.InRange(random.NextLogarithmic(limit), 1, limit);
            }
        }

        Assert.Contains(10, Enumerable.Range(0, 500).Select(_ => (int)random.NextLogarithmic(10)));
    }

    private static EventLog Log(long seed)
    {
        var scenario = new Scenario(seed);
        var log = new EventLog();
        using (scenario.Exchange.Subscribe(log))
        {
            scenario.Run(100);
        }

        return log;
    }
}
