namespace Adapters.Simulation.Actors;

/// <summary>Ids of the crowd's resting orders of one side; adding, removing and picking one at random take no search.
/// </summary>
internal sealed class CrowdOrders
{
    private readonly List<long> _ids = [];
    private readonly Dictionary<long, int> _places = [];

    internal int Count => _ids.Count;

    internal bool Contains(long id) => _places.ContainsKey(id);

    internal void Add(long id)
    {
        _places.Add(id, _ids.Count);
        _ids.Add(id);
    }

    internal void Remove(long id)
    {
        if (!_places.Remove(id, out var place))
        {
            return;
        }

        var last = _ids[^1];
        _ids.RemoveAt(_ids.Count - 1);
        if (last != id)
        {
            _ids[place] = last;
            _places[last] = place;
        }
    }

    internal long Pick(SeededRandom random) => _ids[random.Next(_ids.Count)];
}
