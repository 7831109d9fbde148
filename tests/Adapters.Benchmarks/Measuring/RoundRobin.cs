namespace Adapters.Benchmarks.Measuring;

/// <summary>
/// Measures ways side by side: in every round each way runs for a few milliseconds of its thread's CPU time, one after the
/// other, and ratios are taken within the round. What else the machine does then hits all ways alike, or one round only.
/// </summary>
internal sealed class RoundRobin(RunOptions options)
{
    private const int MaxWarmPasses = 12;

    private readonly long _slice = options.IsQuick ? 3_000_000 : 8_000_000;
    private readonly int _rounds = options.IsQuick ? 21 : 101;

    /// <summary>Measures; the first way is what the others are compared with.</summary>
    internal IReadOnlyList<Taken> Measure(params IReadOnlyList<Way> ways)
    {
        var counts = ways.Select(way => Warm(way)).ToArray();
        var times = new double[ways.Count][];
        var bytes = new double[ways.Count];
        for (var i = 0; i < ways.Count; i++)
        {
            times[i] = new double[_rounds];
            bytes[i] = BytesOf(ways[i], counts[i]);
        }

        for (var round = 0; round < _rounds; round++)
        {
            for (var i = 0; i < ways.Count; i++)
            {
                times[i][round] = TimeOf(ways[i], counts[i]) / counts[i];
            }
        }

        return
        [
            .. ways.Select((way, i) => new Taken(
                way.Name,
                Median(times[i]),
                Median([.. times[i].Select((time, round) => times[0][round] / time)]),
                bytes[i])),
        ];
    }

    internal static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    // Until the runtime has compiled everything for good: it does so in the pauses, and on a busy machine late. What a way
    // takes at best then stays the same from one pass to the next.
    private int Warm(Way way)
    {
        var count = 1;
        var best = double.PositiveInfinity;
        for (var pass = 0; pass < MaxWarmPasses; pass++)
        {
            var before = best;
            best = double.PositiveInfinity;
            var end = CpuTime.Thread() + (_slice * 8);
            while (CpuTime.Thread() < end)
            {
                var time = TimeOf(way, count);
                best = Math.Min(best, time / count);
                if (time < _slice / 2)
                {
                    count *= 2;
                }
            }

            if (pass >= 3 && best > before * 0.95)
            {
                break;
            }

            Thread.Sleep(options.IsQuick ? 120 : 250);
        }

        return Math.Max(1, (int)(count * (_slice / TimeOf(way, count))));
    }

    private static double TimeOf(Way way, int count)
    {
        var start = CpuTime.Thread();
        way.Run(count);
        return Math.Max(1, CpuTime.Thread() - start);
    }

    private static double BytesOf(Way way, int count)
    {
        var start = GC.GetAllocatedBytesForCurrentThread();
        way.Run(count);
        return (GC.GetAllocatedBytesForCurrentThread() - start) / (double)count;
    }
}
