using Adapters.Domain;

namespace Adapters.Benchmarks.Books;

/// <summary>
/// Updates of a book that bring it back to where it began, so that they can be applied again and again: random changes,
/// and then the same ones undone from the last to the first.
/// </summary>
internal sealed class UpdateCycle
{
    private const decimal Tick = 0.01m;
    private const decimal Middle = 64_000m;
    private readonly List<(Level[] Bids, Level[] Asks)> _updates = [];
    private readonly Random _random;
    private readonly Level[] _bids;
    private readonly Level[] _asks;
    private readonly int _levels;

    /// <summary>Makes updates.</summary>
    /// <param name="levels">Levels of a side.</param>
    /// <param name="perSide">Changes of a side in an update.</param>
    /// <param name="count">Updates before they are undone.</param>
    /// <param name="isDeep">Changes anywhere in the book; otherwise mostly near the best price, as venues send them.</param>
    /// <param name="seed">Seed.</param>
    internal UpdateCycle(int levels, int perSide, int count, bool isDeep, int seed)
    {
        _random = new Random(seed);
        _levels = levels;
        _bids = new Level[perSide];
        _asks = new Level[perSide];
        Bids = Side(-1, levels);
        Asks = Side(1, levels);
        var bids = Bids.ToDictionary(static level => level.Price, static level => level.Quantity);
        var asks = Asks.ToDictionary(static level => level.Price, static level => level.Quantity);
        List<(Level[] Bids, Level[] Asks)> undo = [];
        for (var i = 0; i < count; i++)
        {
            var (newBids, oldBids) = Change(bids, -1, perSide, isDeep);
            var (newAsks, oldAsks) = Change(asks, 1, perSide, isDeep);
            _updates.Add((newBids, newAsks));
            undo.Add((oldBids, oldAsks));
        }

        undo.Reverse();
        _updates.AddRange(undo);
    }

    internal Level[] Bids { get; }

    internal Level[] Asks { get; }

    internal int Count => _updates.Count;

    /// <summary>An update of the endless sequence, ids counting from 1; its levels stand in memory that is used again, as
    /// a decoder's do.</summary>
    internal BookUpdate Get(long number, Symbol symbol)
    {
        var (bids, asks) = _updates[(int)(number % _updates.Count)];
        bids.CopyTo(_bids, 0);
        asks.CopyTo(_asks, 0);
        return new BookUpdate
        {
            Symbol = symbol,
            First = number + 1,
            Last = number + 1,
            Bids = _bids.AsSpan(0, bids.Length),
            Asks = _asks.AsSpan(0, asks.Length),
        };
    }

    // Every other price is taken, so that new ones find a place between.
    private Level[] Side(int direction, int levels) =>
        [.. Enumerable.Range(0, levels).Select(i => new Level(Price(direction, i * 2), Quantity()))];

    private (Level[] Changed, Level[] Before) Change(
        Dictionary<decimal, decimal> side, int direction, int count, bool isDeep)
    {
        var changed = new Dictionary<decimal, Level>();
        var before = new List<Level>();
        while (changed.Count < count)
        {
            var price = Price(direction, Distance(isDeep));
            if (changed.ContainsKey(price))
            {
                continue;
            }

            var isThere = side.TryGetValue(price, out var quantity);
            before.Add(new Level(price, quantity));

            // Half of the changes are of quantities alone, and as many prices come as go.
            var goes = isThere && _random.Next(2) == 0;
            changed.Add(price, new Level(price, goes ? 0m : Quantity()));
            if (goes)
            {
                side.Remove(price);
            }
            else
            {
                side[price] = changed[price].Quantity;
            }
        }

        // Best price first, as venues send them; deep changes in any order.
        before.Reverse();
        return isDeep
            ? ([.. changed.Values], [.. before])
            : ([.. changed.Values.OrderBy(level => direction * level.Price)], [.. before.OrderBy(level => direction * level.Price)]);
    }

    // Near the top: a third within 10 ticks, most within 100, a few anywhere.
    private int Distance(bool isDeep) => isDeep || _random.Next(20) == 0
        ? _random.Next(_levels * 2)
        : Math.Min((int)(-40 * Math.Log(1 - _random.NextDouble())), (_levels * 2) - 1);

    private decimal Quantity() => _random.Next(1, 1_000_000) / 100_000m;

    private static decimal Price(int direction, int ticks) => Middle + (direction * Tick * (1 + ticks)) + 0.000000m;
}
