namespace Adapters.Books;

/// <summary>
/// A value of several words that one thread writes and any thread reads without a lock and never torn: the writer
/// makes the sequence odd while it writes, a reader tries again when the sequence was odd or has moved.
/// </summary>
/// <typeparam name="T">A struct without references.</typeparam>
internal sealed class SequenceLocked<T>
    where T : unmanaged
{
    private int _sequence;
    private T _value;

    /// <summary>Writers must not overlap.</summary>
    internal void Write(in T value)
    {
        var sequence = _sequence;
        _sequence = sequence + 1;

        // The odd sequence must be seen before any word of the value, and the even one after all of them.
        Volatile.WriteBarrier();
        _value = value;
        Volatile.Write(ref _sequence, sequence + 2);
    }

    internal T Read()
    {
        var wait = default(SpinWait);
        while (true)
        {
            var before = Volatile.Read(ref _sequence);
            var value = _value;
            Volatile.ReadBarrier();
            if ((before & 1) == 0 && before == Volatile.Read(ref _sequence))
            {
                return value;
            }

            wait.SpinOnce();
        }
    }
}
