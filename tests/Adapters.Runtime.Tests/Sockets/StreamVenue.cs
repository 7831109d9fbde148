using System.Text;
using System.Text.Json;
using Adapters.Simulation.Transport;

namespace Adapters.Runtime.Tests.Sockets;

/// <summary>A small exchange: acknowledges, refuses and publishes as a test tells it.</summary>
internal sealed class StreamVenue
{
    private readonly Dictionary<InMemorySocket, HashSet<string>> _subscribed = [];

    public StreamVenue() => Sockets = new InMemoryWebSockets(Accept);

    public InMemoryWebSockets Sockets { get; }

    public HashSet<string> Unwanted { get; } = [];

    public bool Acknowledges { get; set; } = true;

    public bool RefusesWithId { get; set; } = true;

    /// <summary>Method, topics and connection of each frame.</summary>
    public List<(string Method, string[] Topics, InMemorySocket Socket)> Frames { get; } = [];

    public InMemorySocket[] Open => [.. Sockets.Connections.Where(socket => socket.IsOpen)];

    public InMemorySocket Last => Sockets.Connections[^1];

    public static byte[] Data(string topic, string payload) =>
        Encoding.UTF8.GetBytes($$"""{"stream":"{{topic}}","data":{{payload}}}""");

    public static byte[] Tick(string topic, long number) => Data(topic, $$"""{"n":{{number}}}""");

    public bool Carries(InMemorySocket socket, string topic) =>
        socket.IsOpen && _subscribed[socket].Contains(topic);

    public void Publish(string topic, long number)
    {
        foreach (var socket in Open)
        {
            if (Carries(socket, topic))
            {
                socket.Send(Tick(topic, number));
            }
        }
    }

    private static void Send(InMemorySocket socket, string json) => socket.Send(Encoding.UTF8.GetBytes(json));

    private void Accept(InMemorySocket socket)
    {
        _subscribed[socket] = [];
        socket.Received += frame => OnFrame(socket, frame);
    }

    private void OnFrame(InMemorySocket socket, ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        var method = json.RootElement.GetProperty("method").GetString()!;
        var id = json.RootElement.GetProperty("id").GetInt64();
        string[] topics = [.. json.RootElement.GetProperty("params").EnumerateArray().Select(item => item.GetString()!)];
        Frames.Add((method, topics, socket));
        if (!Acknowledges)
        {
            return;
        }

        if (method == "SUBSCRIBE" && topics.Any(Unwanted.Contains))
        {
            Send(socket, RefusesWithId
                ? $$$"""{"error":{"code":2,"msg":"unknown topic"},"id":{{{id}}}}"""
                : """{"code":2,"msg":"unknown topic"}""");
            return;
        }

        foreach (var topic in topics)
        {
            _ = method == "SUBSCRIBE" ? _subscribed[socket].Add(topic) : _subscribed[socket].Remove(topic);
        }

        Send(socket, $$"""{"result":null,"id":{{id}}}""");
    }
}
