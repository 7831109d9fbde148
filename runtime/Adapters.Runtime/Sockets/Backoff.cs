namespace Adapters.Sockets;

/// <summary>Waits that double up to a bound, each between half and the whole of it. Used by one loop.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan most, Random jitter)
{
    private int _attempts;

    public void Reset() => _attempts = 0;

    public TimeSpan Next()
    {
        var bound = Math.Min(first.Ticks * Math.Pow(2, Math.Min(_attempts++, 30)), most.Ticks);
        double part;
        lock (jitter) // a seeded one is shared by all connections and not safe by itself
        {
            part = jitter.NextDouble();
        }

        return TimeSpan.FromTicks((long)(bound * (0.5 + (part / 2))));
    }
}
