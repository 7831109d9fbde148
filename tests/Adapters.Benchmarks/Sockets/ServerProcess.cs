using System.Diagnostics;

namespace Adapters.Benchmarks.Sockets;

/// <summary>The server's process.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    internal ServerProcess()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        }

        start.ArgumentList.Add("sockets");
        start.ArgumentList.Add("server");
        _process = Process.Start(start)!;
        Address = $"ws://127.0.0.1:{_process.StandardOutput.ReadLine()}";
    }

    /// <summary>Where it can be reached.</summary>
    internal string Address { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
