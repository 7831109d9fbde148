namespace Adapters.Sockets;

/// <summary>Waits that double up to a bound, each between half and the whole of it.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan most, Random jitter)
{
    private readonly Lock _gate = new();
    private int _attempts;

    public void Reset() => _attempts = 0;

    public TimeSpan Next()
    {
        var bound = Math.Min(first.Ticks * Math.Pow(2, Math.Min(_attempts++, 30)), most.Ticks);
        double part;
        lock (_gate)
        {
            part = jitter.NextDouble();
        }

        return TimeSpan.FromTicks((long)(bound * (0.5 + (part / 2))));
    }
}
