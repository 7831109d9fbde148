using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Adapters.Benchmarks.Measuring;

/// <summary>CPU time in nanoseconds. On a machine that others use too it says more than the wall clock, which counts
/// every time slice that somebody else got.</summary>
internal static partial class CpuTime
{
    private const int ProcessClock = 2;
    private const int ThreadClock = 3;

    internal static bool IsKnown { get; } = OperatingSystem.IsLinux();

    /// <summary>Of the calling thread; the wall clock where the system does not tell.</summary>
    internal static long Thread() => IsKnown ? Read(ThreadClock) : Wall();

    /// <summary>Of the whole process.</summary>
    internal static long Process() =>
        IsKnown ? Read(ProcessClock) : Environment.CpuUsage.TotalTime.Ticks * TimeSpan.NanosecondsPerTick;

    internal static long Wall() => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    private static long Read(int clock)
    {
        _ = GetTime(clock, out var time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out Time time);

    private struct Time
    {
        internal long Seconds;
        internal long Nanoseconds;
    }
}
