using Adapters.Benchmarks.Measuring;

namespace Adapters.Benchmarks.Sockets;

/// <summary>Counts messages as they are handled, and what the process spent between the first that count and the last.
/// </summary>
/// <param name="warm">Messages before those that count.</param>
/// <param name="count">Messages that count.</param>
/// <param name="isPaced">Their numbers are the times at which they were due.</param>
internal sealed class Tally(int warm, int count, bool isPaced)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // The runtime allocates now and then whatever comes: for threads that it starts, and when a burst makes a queue of its
    // sockets longer. What a message allocates, it allocates in every window.
    private const int Window = 5_000;
    private readonly long[] _marks = new long[isPaced ? (count / Window) + 1 : 0];
    private readonly long[] _delays = new long[isPaced ? count : 0];
    private int _seen;
    private long _cpu;
    private long _bytes;

    internal bool IsPaced => isPaced;

    internal bool IsFull => _seen >= warm + count;

    internal Task Done => _done.Task;

    /// <summary>Sum of the numbers of all messages, by which a way is seen to have read every one.</summary>
    internal long Sum { get; private set; }

    /// <summary>Nanoseconds of the processor per message, all threads and the kernel's work for them included.</summary>
    internal double Nanoseconds => _cpu / (double)count;

    /// <summary>Allocated per message by the whole process.</summary>
    internal double Bytes => _bytes / (double)count;

    /// <summary>The same of the median window, without what is allocated now and then.</summary>
    internal double UsualBytes =>
        RoundRobin.Median([.. _marks.Skip(1).Select((mark, i) => (mark - _marks[i]) / (double)Window)]);

    /// <summary>Takes a message.</summary>
    /// <param name="number">When it was due, or a number of it.</param>
    internal void Add(long number)
    {
        if (_seen >= warm + count)
        {
            return;
        }

        if (isPaced && _seen >= warm)
        {
            _delays[_seen - warm] = CpuTime.Wall() - (number - FrameServer.IdBase);
        }

        Sum += number;
        _seen++;
        if (isPaced && _seen >= warm && (_seen - warm) % Window == 0)
        {
            _marks[(_seen - warm) / Window] = GC.GetTotalAllocatedBytes(precise: true);
        }

        if (_seen == warm)
        {
            _bytes = GC.GetTotalAllocatedBytes(precise: true);
            _cpu = CpuTime.Process();
        }
        else if (_seen == warm + count)
        {
            _cpu = CpuTime.Process() - _cpu;
            _bytes = GC.GetTotalAllocatedBytes(precise: true) - _bytes;
            _done.SetResult();
        }
    }

    /// <summary>Microseconds from when a message was due to its handler, of which so large a part was not slower.</summary>
    internal double Delay(double part)
    {
        Array.Sort(_delays);
        return _delays[(int)Math.Min(_delays.Length - 1, part * _delays.Length)] / 1_000.0;
    }
}
