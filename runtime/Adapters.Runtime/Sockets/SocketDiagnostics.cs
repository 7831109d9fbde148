using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Adapters.Sockets;

/// <summary>What streams log and count. Frames themselves are never logged.</summary>
internal sealed partial class SocketDiagnostics(ILogger logger, string exchange, string socket)
{
    private static readonly Meter Meter = new("Adapters");
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>("adapters.socket.messages");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("adapters.socket.bytes", "By");
    private static readonly Counter<long> Unknown = Meter.CreateCounter<long>("adapters.socket.unknown_frames");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("adapters.socket.failures");
    private static readonly Counter<long> Left = Meter.CreateCounter<long>(
        "adapters.socket.left_layout", "{message}", "Messages that were not in the layout the specification expects.");
    private static readonly Counter<long> Connects = Meter.CreateCounter<long>("adapters.socket.connects");
    private static readonly Histogram<double> Handling = Meter.CreateHistogram<double>("adapters.socket.handling", "s");

    private readonly KeyValuePair<string, object?> _tag = new("socket", $"{exchange}.{socket}");

    public static bool MeasuresHandling => Handling.Enabled;

    public void Message(int bytes)
    {
        if (Messages.Enabled)
        {
            Messages.Add(1, _tag);
        }

        if (Bytes.Enabled)
        {
            Bytes.Add(bytes, _tag);
        }
    }

    public void Handled(TimeSpan duration) => Handling.Record(duration.TotalSeconds, _tag);

    /// <summary>A message was read, but not in its expected layout: the venue sends something else by now.</summary>
    public void LeftLayout(string channel) => Left.Add(1, _tag, new("channel", channel));

    public void UnknownFrame() => Unknown.Add(1, _tag);

    public void Connected(Uri address)
    {
        Connects.Add(1, _tag);
        LogConnected(logger, exchange, socket, address.GetLeftPart(UriPartial.Path));
    }

    public void Lost(string reason) => LogLost(logger, exchange, socket, reason);

    public void Retrying(TimeSpan delay) => LogRetrying(logger, exchange, socket, delay.TotalMilliseconds);

    public void Rotating(string reason) => LogRotating(logger, exchange, socket, reason);

    public void Refused(string topic, string problem) => LogRefused(logger, exchange, topic, problem);

    public void HandlerFailed(string topic, Exception error)
    {
        Failures.Add(1, _tag);
        LogHandler(logger, error, exchange, topic);
    }

    public void DecodeFailed(string topic, Exception error)
    {
        Failures.Add(1, _tag);
        LogDecode(logger, error, exchange, topic);
    }

    [LoggerMessage(1, LogLevel.Information, "{Exchange}: socket {Socket} is connected to {Address}")]
    private static partial void LogConnected(ILogger logger, string exchange, string socket, string address);

    [LoggerMessage(2, LogLevel.Warning, "{Exchange}: socket {Socket} lost its connection: {Reason}")]
    private static partial void LogLost(ILogger logger, string exchange, string socket, string reason);

    [LoggerMessage(3, LogLevel.Debug, "{Exchange}: socket {Socket} connects again in {Milliseconds} ms")]
    private static partial void LogRetrying(ILogger logger, string exchange, string socket, double milliseconds);

    [LoggerMessage(4, LogLevel.Information, "{Exchange}: socket {Socket} moves to a new connection: {Reason}")]
    private static partial void LogRotating(ILogger logger, string exchange, string socket, string reason);

    [LoggerMessage(5, LogLevel.Error, "{Exchange}: the venue refused {Topic}: {Problem}")]
    private static partial void LogRefused(ILogger logger, string exchange, string topic, string problem);

    [LoggerMessage(6, LogLevel.Error, "{Exchange}: a handler of {Topic} failed")]
    private static partial void LogHandler(ILogger logger, Exception error, string exchange, string topic);

    [LoggerMessage(7, LogLevel.Error, "{Exchange}: a message of {Topic} could not be read")]
    private static partial void LogDecode(ILogger logger, Exception error, string exchange, string topic);
}
