using Adapters.Books;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Books;

public sealed class BookSideTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Random_changes_give_what_a_sorted_dictionary_gives(bool isBid)
    {
        const int Seed = 20261;
        var random = new Random(Seed);
        var side = new BookSide(isBid);
        var order = Comparer<decimal>.Create((left, right) => isBid ? right.CompareTo(left) : left.CompareTo(right));
        var reference = new SortedDictionary<decimal, decimal>(order);
        var levels = new Level[1_000];
        for (var i = 0; i < 20_000; i++)
        {
            var level = new Level(random.Next(1, 400) / 4m, random.Next(3) == 0 ? 0m : random.Next(1, 100) / 8m);
            side.Set(level);
            if (level.Quantity == 0m)
            {
                reference.Remove(level.Price);
            }
            else
            {
                reference[level.Price] = level.Quantity;
            }

            if (i % 50 == 0)
            {
                var count = side.CopyTo(levels);
                Assert.True(
                    reference.Select(pair => new Level(pair.Key, pair.Value)).SequenceEqual(levels[..count]),
                    $"Different after change {i} of seed {Seed}.");
            }
        }

        Assert.Equal(reference.Count, side.Count);
        Assert.Equal(reference.First().Key, side.Best!.Value.Price);
    }

    /// <summary>Prices of many shapes: of one scale, of mixed scales, beyond what keys hold, and around zero.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Books_of_every_size_and_price_are_those_of_a_naive_model(int seed, bool isBid)
    {
        var random = new Random(seed);
        for (var book = 0; book < 40; book++)
        {
            var side = new BookSide(isBid);
            var reference = new SortedList<decimal, Level>(
                Comparer<decimal>.Create((left, right) => isBid ? right.CompareTo(left) : left.CompareTo(right)));
            var shape = random.Next(5);
            var range = random.Next(1, 3_000);
            var growth = random.Next(2, 8);
            for (var i = 0; i < 1_500; i++)
            {
                var price = Price(random, shape, range);
                var level = new Level(price, random.Next(10) < growth ? random.Next(1, 50) / 10m : 0m);
                side.Set(level);
                if (level.Quantity == 0m)
                {
                    reference.Remove(price);
                }
                else
                {
                    reference[price] = level;
                }

                if (i % 250 == 0 && random.Next(8) == 0)
                {
                    side.Clear();
                    reference.Clear();
                }

                if (i % 100 == 99)
                {
                    AssertSame(reference, side, $"seed {seed}, book {book}, shape {shape}, change {i}");
                }
            }
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.00")]
    [InlineData("64000.10")]
    [InlineData("-1.5")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("18446744073709551616.5")]
    public void A_decimals_words_are_those_that_the_runtime_tells(string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var words = PriceKey.Words([new Level(value, 7m)])[0];
        var bits = decimal.GetBits(value);

        Assert.Equal(((ulong)(uint)bits[1] << 32) | (uint)bits[0], words.Price.Low);
        Assert.Equal((uint)bits[2], words.Price.High);
        Assert.Equal((value.Scale, decimal.IsNegative(value), value == 0m), (words.Price.Scale, words.Price.IsNegative, words.Price.IsZero));
        Assert.Equal(7ul, words.Quantity.Low);
    }

    [Fact]
    public void A_snapshot_of_many_levels_is_kept_in_order()
    {
        var side = new BookSide(isBid: false);
        var reference = new SortedList<decimal, Level>();
        foreach (var price in Enumerable.Range(1, 5_000).Concat(Enumerable.Range(1, 5_000).Select(i => i + 10_000)).Reverse())
        {
            side.Set(new Level(price / 100m, 1m));
            reference.Add(price / 100m, new Level(price / 100m, 1m));
        }

        AssertSame(reference, side, "ascending and descending");
    }

    private static decimal Price(Random random, int shape, int range) => shape switch
    {
        0 => random.Next(range) / 100m,
        1 => random.Next(range) / new[] { 1m, 10m, 1_000m, 100_000_000m }[random.Next(4)],
        2 => random.Next(range) + new[] { 0m, 0.5m, 1e18m, 4e18m, 7e27m }[random.Next(5)],
        3 => (random.Next(range) - (range / 2)) / 4m,
        _ => new decimal(random.Next(range), 0, 0, false, (byte)random.Next(29)),
    };

    private static void AssertSame(SortedList<decimal, Level> reference, BookSide side, string where)
    {
        var levels = new Level[reference.Count + 1];
        var count = side.CopyTo(levels);
        Assert.True(
            count == reference.Count && side.Count == count && reference.Values.SequenceEqual(levels[..count]),
            $"The sides differ: {where}.");
        Assert.True(side.Best is null ? count == 0 : side.Best.Value == levels[0], $"The best differs: {where}.");
        var few = side.CopyTo(levels.AsSpan(0, count / 2));
        Assert.Equal(count / 2, few);
        foreach (var level in levels.AsSpan(0, few))
        {
            Assert.Equal(reference[level.Price].Price.Scale, level.Price.Scale);
        }
    }

    [Fact]
    public void Prices_that_differ_only_in_trailing_zeros_are_one()
    {
        var side = new BookSide(isBid: true);
        side.Set(new Level(1.50m, 1m));
        side.Set(new Level(1.5m, 2m));

        Assert.Equal(1, side.Count);
        Assert.Equal(2m, side.Best!.Value.Quantity);

        side.Set(new Level(1.500m, 0.00m));

        Assert.Equal(0, side.Count);
        Assert.Null(side.Best);
    }
}
