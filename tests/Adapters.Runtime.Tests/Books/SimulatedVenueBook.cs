using Adapters.Domain;

namespace Adapters.Runtime.Tests.Books;

/// <summary>An update as a venue sends it.</summary>
internal sealed record VenueUpdate(long First, long Last, Level[] Bids, Level[] Asks);

/// <summary>A book that changes at random and never crosses, kept the plain way.</summary>
internal sealed class SimulatedVenueBook
{
    private readonly Random _random;
    private readonly SortedDictionary<decimal, decimal> _bids = [];
    private readonly SortedDictionary<decimal, decimal> _asks = [];
    private readonly Queue<OrderBook> _old = new();
    private int _middle = 1_000;

    internal SimulatedVenueBook(Random random)
    {
        _random = random;
        for (var i = 1; i <= 10; i++)
        {
            _bids[_middle - i] = i;
            _asks[_middle + i] = i;
        }
    }

    internal Symbol Symbol { get; } = new SymbolTable().Get("BTCUSDT");

    internal long Version { get; private set; } = 100;

    internal VenueUpdate Change()
    {
        _old.Enqueue(Snapshot());
        if (_old.Count > 6)
        {
            _old.Dequeue();
        }

        var first = Version + 1;
        Version += _random.Next(1, 4);
        _middle += _random.Next(-1, 2);
        Dictionary<decimal, decimal> bids = [];
        Dictionary<decimal, decimal> asks = [];
        foreach (var price in _bids.Keys.Where(price => price >= _middle))
        {
            bids[price] = 0m;
        }

        foreach (var price in _asks.Keys.Where(price => price <= _middle))
        {
            asks[price] = 0m;
        }

        for (var i = 0; i < 4; i++)
        {
            bids[_middle - _random.Next(1, 12)] = _random.Next(3) == 0 ? 0m : _random.Next(1, 50) / 4m;
            asks[_middle + _random.Next(1, 12)] = _random.Next(3) == 0 ? 0m : _random.Next(1, 50) / 4m;
        }

        // Both sides keep a level, so that a lost update can show as a crossing book.
        bids[_middle - 1] = 1m;
        asks[_middle + 1] = 1m;
        return new VenueUpdate(first, Version, Take(_bids, bids), Take(_asks, asks));
    }

    internal OrderBook Snapshot() => new()
    {
        Symbol = Symbol,
        Version = Version,
        Bids = [.. _bids.Reverse().Select(pair => new Level(pair.Key, pair.Value))],
        Asks = [.. _asks.Select(pair => new Level(pair.Key, pair.Value))],
    };

    /// <summary>A snapshot from a few changes ago, as a cache would give it.</summary>
    internal OrderBook OldSnapshot() => _old.Count > 0 ? _old.Peek() : Snapshot();

    private static Level[] Take(SortedDictionary<decimal, decimal> side, Dictionary<decimal, decimal> changes)
    {
        foreach (var (price, quantity) in changes)
        {
            if (quantity == 0m)
            {
                side.Remove(price);
            }
            else
            {
                side[price] = quantity;
            }
        }

        return [.. changes.Select(pair => new Level(pair.Key, pair.Value))];
    }
}
