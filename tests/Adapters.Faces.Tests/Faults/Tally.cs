using System.Globalization;
using Adapters.Simulation.Faults;

namespace Adapters.Faces.Tests.Faults;

/// <summary>How often what happened, in one scenario or many.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly List<(double Milliseconds, long Messages)> _recoveries = [];
    private readonly List<(double Milliseconds, long Messages)> _heldBack = [];

    public long this[string name] => _counts.GetValueOrDefault(name);

    public void Add(string name, long count = 1) => _counts[name] = this[name] + count;

    /// <summary>The private view was the exchange's again, so long after a connection came about.</summary>
    public void AddRecovery(TimeSpan time, long messages, bool isHeldBack) =>
        (isHeldBack ? _heldBack : _recoveries).Add((time.TotalMilliseconds, messages));

    public void Add(FaultPlan plan)
    {
        foreach (var fault in Enum.GetValues<StreamFault>().Skip(1))
        {
            Add($"fault: message {fault}", plan.Count(fault));
        }

        foreach (var fault in Enum.GetValues<RequestFault>().Skip(1))
        {
            Add($"fault: request {fault}", plan.Count(fault));
        }
    }

    public void Add(Network network)
    {
        foreach (var fault in Enum.GetValues<WireFault>().Skip(1))
        {
            Add($"fault: wire {fault}", network.Counts[(int)fault]);
        }
    }

    public void Add(Tally other)
    {
        lock (this)
        {
            foreach (var (name, count) in other._counts)
            {
                Add(name, count);
            }

            _recoveries.AddRange(other._recoveries);
            _heldBack.AddRange(other._heldBack);
        }
    }

    public long Sum(string beginning) =>
        _counts.Where(pair => pair.Key.StartsWith(beginning, StringComparison.Ordinal)).Sum(static pair => pair.Value);

    public override string ToString()
    {
        var lines = _counts.Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value,10} {pair.Key}"));
        return string.Join('\n', lines)
            + $"\nfrom reconnect to a true private view: {Summary(_recoveries)}"
            + $"\n  where the venue had told to wait: {Summary(_heldBack)}";
    }

    private static string Summary(List<(double Milliseconds, long Messages)> all)
    {
        if (all.Count == 0)
        {
            return "none";
        }

        var times = all.Select(static one => one.Milliseconds).Order().ToArray();
        var messages = all.Select(static one => one.Messages).Order().ToArray();
        var (middle, late) = (all.Count / 2, all.Count * 99 / 100);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Count} times, ms median {times[middle]:0}, p99 {times[late]:0}, most {times[^1]:0}; "
            + $"messages median {messages[middle]}, p99 {messages[late]}, most {messages[^1]}");
    }
}
