using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Adapters.Cli.Output;

/// <summary>The process's own streams and terminal.</summary>
internal static class ConsoleHost
{
    private const int StandardOutput = 1;

    public static ToolHost Create()
    {
        var output = OpenOutput();
        var isScreen = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var hasColours = isScreen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new ToolHost
        {
            Out = new StreamWriter(output, new UTF8Encoding(false), 16_384) { AutoFlush = false },
            Error = Console.Error,
            ReaderGone = output is PipeStream ? PipeWatch.Watch(StandardOutput) : default,
            Input = Console.OpenStandardInput(),
            Terminal = new Terminal(
                isScreen, !Console.IsInputRedirected, hasColours, static () => Size(static () => Console.WindowWidth, 80),
                static () => Size(static () => Console.WindowHeight, 24)),
        };
    }

    /// <summary>On Unix .NET's own console stream hides that a reader has closed its pipe, and <c>watch | head</c> would
    /// never end; a stream over the bare handle tells. A file keeps the console's stream, which shares its position with
    /// other processes.</summary>
    private static Stream OpenOutput()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var pipe = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek)
            {
                return new PipeStream(pipe);
            }
        }

        return Console.OpenStandardOutput();
    }

    // A terminal without a size, such as a serial line, says 0 or fails.
    private static int Size(Func<int> ask, int otherwise)
    {
        try
        {
            return ask() is > 0 and var size ? size : otherwise;
        }
        catch (IOException)
        {
            return otherwise;
        }
    }
}
