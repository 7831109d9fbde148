using Adapters.Books;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Books;

/// <summary>Updates of many levels at once, which are taken in runs: in order, in any order, with prices that come twice,
/// with keys of one tag, and read in between.</summary>
public sealed class BookSideUpdateTests
{
    private static readonly decimal[] OneTag =
        [.. Enumerable.Range(0, 8_000_000).Where(i => LevelBlock.TagOf(i) == 7).Select(i => (decimal)i)];

    private enum Order
    {
        BestFirst,
        WorstFirst,
        Any,
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    [InlineData(false, 4)]
    public void Updates_in_any_order_give_what_single_changes_of_a_naive_model_give(bool isBid, int seed)
    {
        var random = new Random(seed);
        for (var book = 0; book < 20; book++)
        {
            var (range, growth, perUpdate) = (random.Next(20, 3_000), random.Next(2, 9), random.Next(1, 90));
            var prices = random.Next(2) == 0 ? OneTag : [.. Enumerable.Range(0, range).Select(i => i / 100m)];
            var side = new BookSide(isBid);
            var reference = Reference(isBid);
            for (var update = 0; update < 200; update++)
            {
                var levels = Update(random, prices, perUpdate, growth, isBid);
                Assert.True(side.Set(levels));
                foreach (var level in levels)
                {
                    Apply(reference, level);
                }

                if (random.Next(3) > 0)
                {
                    AssertSame(reference, side, random.Next(1, 60), $"seed {seed}, book {book}, update {update}");
                }
            }

            AssertSame(reference, side, int.MaxValue, $"seed {seed}, book {book}");
        }
    }

    [Fact]
    public void There_are_prices_of_one_tag_and_one_block_keeps_them_apart()
    {
        Assert.InRange(OneTag.Length, 40, 1_000);
        var side = new BookSide(isBid: false);
        side.Set([.. OneTag.Select(price => new Level(price, 1m))]);
        side.Set([.. OneTag.Where((_, i) => i % 3 == 0).Select(price => new Level(price, 0m))]);
        side.Set([.. OneTag.Where((_, i) => i % 3 == 1).Select(price => new Level(price, 2m))]);

        var levels = new Level[OneTag.Length];
        var count = side.CopyTo(levels);

        Assert.Equal(
            OneTag.Select((price, i) => new Level(price, i % 3 == 1 ? 2m : 1m)).Where((_, i) => i % 3 > 0), levels[..count]);
    }

    /// <summary>Snapshots in order fill their blocks, so that one can empty between two that are full.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_block_that_empties_beside_full_ones_is_gone(int block)
    {
        var side = new BookSide(isBid: false);
        var prices = Enumerable.Range(0, 3 * LevelBlock.Size).Select(i => (decimal)i).ToArray();
        side.Set([.. prices.Select(price => new Level(price, 1m))]);

        var isGone = prices.Select(price => (int)price / LevelBlock.Size == block).ToArray();
        side.Set([.. prices.Where((_, i) => isGone[i]).Select(price => new Level(price, 0m))]);

        var left = prices.Where((_, i) => !isGone[i]).ToArray();
        var levels = new Level[prices.Length];
        Assert.Equal(left[0], side.Best?.Price);
        Assert.Equal(left, levels[..side.CopyTo(levels)].Select(level => level.Price));
    }

    [Fact]
    public void Of_a_price_that_comes_twice_in_an_update_the_last_counts()
    {
        var side = new BookSide(isBid: false);
        side.Set([new(1m, 1m), new(1m, 2m), new(2m, 1m), new(2m, 0m), new(3m, 0m), new(3m, 5m), new(3.0m, 6m)]);

        Assert.Equal(2, side.Count);
        Assert.Equal(new Level(1m, 2m), side.Best);
        var levels = new Level[2];
        side.CopyTo(levels);
        Assert.Equal(new Level(3m, 6m), levels[1]);
    }

    [Fact]
    public void What_stands_before_a_quantity_below_zero_is_taken_and_nothing_behind()
    {
        var side = new BookSide(isBid: true);

        Assert.False(side.Set([new(5m, 1m), new(4m, 1m), new(3m, -1m), new(2m, 1m)]));

        Assert.Equal(2, side.Count);
        Assert.True(side.Set([new(3m, -0.0m)]));
        Assert.Equal(2, side.Count);
    }

    [Fact]
    public void A_side_goes_over_to_decimals_in_the_middle_of_an_update_and_back_with_a_snapshot()
    {
        var side = new BookSide(isBid: true);
        var reference = Reference(isBid: true);
        Level[] levels =
        [
            .. Enumerable.Range(1, 100).Select(i => new Level(i, i)), new(0.0000000000000000000000000001m, 1m),
            new(79228162514264337593543950335m, 1m), new(50m, 0m), new(50.50m, 3m), new(1m, 7m),
        ];
        side.Set(levels);
        foreach (var level in levels)
        {
            Apply(reference, level);
        }

        AssertSame(reference, side, int.MaxValue, "decimals");
        Assert.False(side.Set([new(49m, 0m), new(48m, -1m)]));
        Apply(reference, new Level(49m, 0m));
        AssertSame(reference, side, int.MaxValue, "decimals, below zero");

        side.Clear();
        side.Set([new(2m, 1m), new(3m, 1m)]);

        Assert.Equal(2, side.Count);
        Assert.Equal(3m, side.Best!.Value.Price);
    }

    private static SortedList<decimal, Level> Reference(bool isBid) =>
        new(Comparer<decimal>.Create((left, right) => isBid ? right.CompareTo(left) : left.CompareTo(right)));

    private static void Apply(SortedList<decimal, Level> reference, Level level)
    {
        if (level.Quantity == 0m)
        {
            reference.Remove(level.Price);
        }
        else
        {
            reference[level.Price] = level;
        }
    }

    private static Level[] Update(Random random, decimal[] prices, int perUpdate, int growth, bool isBid)
    {
        // Near each other as often as anywhere, so that some meet in one block, and some twice.
        var near = random.Next(2) == 0;
        var start = random.Next(prices.Length);
        var levels = Enumerable.Range(0, random.Next(perUpdate + 1)).Select(_ => new Level(
            prices[near ? Math.Min(prices.Length - 1, start + random.Next(40)) : random.Next(prices.Length)],
            random.Next(10) < growth ? random.Next(1, 50) / 10m : 0m));
        var isAscending = (Order)random.Next(3) switch
        {
            Order.BestFirst => !isBid,
            Order.WorstFirst => isBid,
            _ => (bool?)null,
        };
        return isAscending switch
        {
            true => [.. levels.OrderBy(level => level.Price)],
            false => [.. levels.OrderByDescending(level => level.Price)],
            null => [.. levels],
        };
    }

    private static void AssertSame(SortedList<decimal, Level> reference, BookSide side, int depth, string where)
    {
        var expected = reference.Values.Take(depth).ToArray();
        var levels = new Level[Math.Min(depth, reference.Count + 1)];
        var count = side.CopyTo(levels);
        Assert.True(
            side.Count == reference.Count && count == expected.Length && expected.SequenceEqual(levels.Take(count)),
            $"The sides differ: {where}.");
        Assert.True(side.Best is null ? count == 0 : side.Best == expected[0], $"The best differs: {where}.");
    }
}
