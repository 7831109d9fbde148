using System.Text;
using System.Text.Json;
using Adapters.Simulation.Transport;
using Adapters.Sockets;

namespace Adapters.Faces.Tests.Harness;

/// <summary>A client that sends frames as they are and keeps what comes.</summary>
internal sealed class FrameClient
{
    private readonly IWebSocketConnection _connection;
    private readonly byte[] _buffer = new byte[1 << 22];
    private readonly List<string> _frames = [];
    private Task<ReceivedFrame>? _receiving;

    private FrameClient(IWebSocketConnection connection) => _connection = connection;

    /// <summary>Pings that came.</summary>
    public int Pings { get; private set; }

    /// <summary>The connection has ended.</summary>
    public bool IsClosed { get; private set; }

    public static FrameClient Connect(InMemoryVenue venue, string path)
    {
        var connecting = venue.WebSockets.ConnectAsync(new Uri("ws://venue.test" + path), default);
        return new FrameClient(connecting.AsTask().GetAwaiter().GetResult());
    }

    public void Send(string frame) =>
        _connection.SendAsync(Encoding.UTF8.GetBytes(frame), default).AsTask().GetAwaiter().GetResult();

    /// <summary>Takes what has come since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        while (!IsClosed)
        {
            _receiving ??= _connection.ReceiveAsync(_buffer, default).AsTask();
            if (!_receiving.IsCompleted)
            {
                break;
            }

            var receiving = _receiving;
            _receiving = null;
            IsClosed = receiving.IsFaulted || receiving.Result.Kind == FrameKind.Close;
            if (!IsClosed && receiving.Result.Kind == FrameKind.Data)
            {
                _frames.Add(Encoding.UTF8.GetString(_buffer, 0, receiving.Result.Count));
            }

            Pings += !IsClosed && receiving.Result.Kind == FrameKind.Ping ? 1 : 0;
        }

        string[] taken = [.. _frames];
        _frames.Clear();
        return taken;
    }

    /// <summary>Sends a frame and takes its answer, the only frame that comes.</summary>
    public string Ask(string frame)
    {
        Take();
        Send(frame);
        return Assert.Single(Take());
    }

    /// <summary>Sends a call and takes its answer.</summary>
    public JsonElement Call(string method, string? arguments = null, string id = "1") => JsonDocument.Parse(Ask(
        $$"""{"id":{{id}},"method":"{{method}}"{{(arguments is null ? "" : $",\"params\":{arguments}")}}}""")).RootElement;
}
