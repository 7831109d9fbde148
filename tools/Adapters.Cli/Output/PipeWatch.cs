using System.Runtime.InteropServices;

namespace Adapters.Cli.Output;

/// <summary>Sees that whoever reads a pipe is gone, also while nothing is written into it: a command that waits for
/// something to tell would otherwise never end behind <c>| head</c>.</summary>
internal static class PipeWatch
{
    private const short Gone = 0x08 | 0x10 | 0x20; // POLLERR, POLLHUP and POLLNVAL, the same on Linux, macOS and BSD
    private const int Interrupted = 4; // EINTR

    /// <summary>Watches a pipe for as long as the process lives.</summary>
    /// <returns>Cancelled once its reader is gone.</returns>
    public static CancellationToken Watch(int descriptor)
    {
        var source = new CancellationTokenSource();
        var thread = new Thread(() =>
        {
            if (WaitUntilGone(descriptor))
            {
                source.Cancel();
            }
        })
        { IsBackground = true, Name = "pipe watch" };
        thread.Start();
        return source.Token;
    }

    private static bool WaitUntilGone(int descriptor)
    {
        while (true)
        {
            var pipe = new PollEntry { Descriptor = descriptor }; // no event is asked for: these three are told unasked
            var found = Poll(ref pipe, 1, -1);
            if (found > 0)
            {
                return (pipe.Found & Gone) != 0;
            }

            if (found < 0 && Marshal.GetLastPInvokeError() != Interrupted)
            {
                return false; // it cannot be watched; a write tells instead
            }
        }
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollEntry entries, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Asked;
        public short Found;
    }
}
