using Adapters.Cli.Exchanges;
using Adapters.Cli.Output;
using Adapters.Sockets;

namespace Adapters.Cli;

/// <summary>What surrounds the tool: streams, terminal, clock and environment variables. Tests bring their own.</summary>
internal sealed class ToolHost
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Notes and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What a file named <c>-</c> reads.</summary>
    public required Stream Input { get; init; }

    /// <summary>The terminal behind the streams, as far as there is one.</summary>
    public Terminal Terminal { get; init; } = Terminal.None;

    /// <summary>Cancelled where the results go into a pipe and its reader is gone. Commands that go on until they are
    /// stopped end with it.</summary>
    public CancellationToken ReaderGone { get; init; }

    /// <summary>Clock and timers of everything that waits or tells the time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The transport of calls; the network without one.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>The transport of streams; the network without one.</summary>
    public IWebSocketFactory? WebSockets { get; init; }

    /// <summary>Starts the embedded simulated exchange.</summary>
    public VenueStarter StartVenue { get; init; } = LocalVenue.StartAsync;
}
