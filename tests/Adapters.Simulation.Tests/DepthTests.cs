using Adapters.Domain;
using Adapters.Simulation.Depth;

namespace Adapters.Simulation.Tests;

public sealed class DepthTests
{
    [Theory]
    [InlineData(21, 1)]
    [InlineData(22, 3)]
    [InlineData(23, 10)]
    public void A_snapshot_and_batches_give_the_market_s_book(long seed, int stepsPerBatch)
    {
        var scenario = new Scenario(seed);
        var copies = scenario.Exchange.Markets.Select(m => new Copy(m)).ToArray();
        scenario.Run(400, after: i =>
        {
            if (i % stepsPerBatch == 0)
            {
                foreach (var copy in copies)
                {
                    copy.Follow();
                    copy.AssertIsTheMarkets($"seed {seed}, step {i}");
                }
            }
        });
        Assert.All(copies, copy => Assert.True(copy.Batches > 30));
        Assert.All(copies, copy => copy.Dispose());
    }

    [Fact]
    public void Nothing_new_is_no_batch()
    {
        var scenario = new Scenario(24, markets: 1);
        using var depth = new DepthAccumulator(scenario.Bitcoin);
        Assert.False(depth.TryTake(out _));
        scenario.Run(1);
        Assert.True(depth.TryTake(out _));
        Assert.False(depth.TryTake(out _));
    }

    [Fact]
    public void A_disposed_accumulator_collects_no_more()
    {
        var scenario = new Scenario(25, markets: 1);
        var depth = new DepthAccumulator(scenario.Bitcoin);
        depth.Dispose();
        scenario.Run(5);
        Assert.False(depth.TryTake(out _));
    }

    private sealed class Copy : IDisposable
    {
        private readonly SimulatedMarket _market;
        private readonly DepthAccumulator _depth;
        private readonly SortedDictionary<decimal, decimal> _bids = [];
        private readonly SortedDictionary<decimal, decimal> _asks = [];
        private long _version;

        internal Copy(SimulatedMarket market)
        {
            _market = market;
            _depth = new DepthAccumulator(market);
            var book = market.Book();
            _version = book.Version;
            Apply(_bids, book.Bids);
            Apply(_asks, book.Asks);
        }

        internal int Batches { get; private set; }

        public void Dispose() => _depth.Dispose();

        internal void Follow()
        {
            if (!_depth.TryTake(out var batch))
            {
                return;
            }

            Assert.Equal(_version, batch.PreviousLastId);
            Assert.Equal(_version + 1, batch.FirstId);
            Assert.True(batch.LastId >= batch.FirstId);
            _version = batch.LastId;
            Apply(_bids, batch.Bids);
            Apply(_asks, batch.Asks);
            Batches++;
        }

        internal void AssertIsTheMarkets(string where)
        {
            var book = _market.Book();
            Assert.True(_version == book.Version, where);
            Assert.True(book.Bids.SequenceEqual(_bids.Reverse().Select(l => new Level(l.Key, l.Value))), where);
            Assert.True(book.Asks.SequenceEqual(_asks.Select(l => new Level(l.Key, l.Value))), where);
        }

        private static void Apply(SortedDictionary<decimal, decimal> side, IEnumerable<Level> levels)
        {
            foreach (var level in levels)
            {
                if (level.Quantity == 0m)
                {
                    side.Remove(level.Price);
                }
                else
                {
                    side[level.Price] = level.Quantity;
                }
            }
        }
    }
}
