using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Adapters.Benchmarks.Compiler;

/// <summary>
/// Time the processor gave to this thread, where the system tells it: on a machine shared with others the wall clock
/// measures them too.
/// </summary>
internal static partial class ThreadClock
{
    private const int OfThread = 3;

    /// <summary>Milliseconds an action takes.</summary>
    public static double Time(Action action)
    {
        var start = Now();
        action();
        return (Now() - start) / 1e6;
    }

    private static long Now()
    {
        if (!OperatingSystem.IsLinux() || Read(OfThread, out var time) != 0) return Stopwatch.GetElapsedTime(0).Ticks * 100;
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
