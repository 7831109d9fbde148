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
