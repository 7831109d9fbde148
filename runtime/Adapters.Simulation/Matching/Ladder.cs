using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>One side of the book: its prices from the worst to the best, because most changes come near the best.
/// </summary>
internal sealed class Ladder(Side side)
{
    private readonly List<PriceLevel> _levels = [];
    private readonly int _better = side == Side.Buy ? 1 : -1;

    internal int Count => _levels.Count;

    internal PriceLevel? Best => _levels.Count == 0 ? null : _levels[^1];

    /// <summary>The levels, best first.</summary>
    internal IEnumerable<PriceLevel> BestFirst
    {
        get
        {
            for (var i = _levels.Count - 1; i >= 0; i--)
            {
                yield return _levels[i];
            }
        }
    }

    /// <summary>True where an order at this price on the other side would match the best level here.</summary>
    internal bool Meets(decimal? limit) =>
        Best is { } best && Reaches(best.Price, limit);

    internal PriceLevel? Find(decimal price)
    {
        var at = IndexOf(price);
        return at >= 0 ? _levels[at] : null;
    }

    internal PriceLevel GetOrAdd(decimal price)
    {
        var at = IndexOf(price);
        if (at < 0)
        {
            at = ~at;
            _levels.Insert(at, new PriceLevel(price));
        }

        return _levels[at];
    }

    internal void Remove(PriceLevel level) => _levels.RemoveAt(IndexOf(level.Price));

    /// <summary>True where an order with this limit on the other side would take at a price here.</summary>
    internal bool Reaches(decimal price, decimal? limit) =>
        limit is not { } worst || _better * decimal.Compare(price, worst) >= 0;

    private int IndexOf(decimal price)
    {
        var low = 0;
        var high = _levels.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _better * decimal.Compare(_levels[middle].Price, price);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
