using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Adapters.Benchmarks.Decoding;
using Adapters.Benchmarks.Measuring;

namespace Adapters.Benchmarks.Sockets;

/// <summary>
/// Sends framed trades over the loopback to whoever subscribes. It is a process of its own, so that what it costs is not
/// counted for those who receive; it ends with its standard input.
/// </summary>
internal static class FrameServer
{
    /// <summary>What a trade's id is above the time, in nanoseconds, at which it was due; its digits never grow.</summary>
    internal const long IdBase = 100_000_000_000_000_000;

    private const int BlocksOfTrades = 6;
    private const string Accepted =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ";

    /// <summary>Prints the port, then serves.</summary>
    internal static void Run()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        var serving = new Thread(() => Accept(listener)) { IsBackground = true };
        serving.Start();
        _ = Console.In.ReadToEnd();
    }

    private static void Accept(Socket listener)
    {
        while (true)
        {
            using var socket = listener.Accept();
            socket.NoDelay = true;
            try
            {
                Serve(socket);
            }
            catch (SocketException)
            {
                // Whoever received has had enough and is gone.
            }
        }
    }

    // The path says what is sent: /flood/<count>/..., or /paced/<count>/<per second>/...
    private static void Serve(Socket socket)
    {
        var request = ReadUntil(socket, "\r\n\r\n");
        var path = request.Split(' ')[1].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var key = request.Split("\r\n").First(static line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase));
        socket.Send(Encoding.ASCII.GetBytes($"{Accepted}{AcceptKey(key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())}\r\n\r\n"));
        socket.Send(Framed(Encoding.ASCII.GetBytes($$"""{"result":null,"id":{{ReadSubscription(socket)}}}""")));
        var count = int.Parse(path[1], CultureInfo.InvariantCulture);
        if (path[0] == "flood")
        {
            Flood(socket, count);
        }
        else
        {
            Pace(socket, count, int.Parse(path[2], CultureInfo.InvariantCulture));
        }

        socket.Receive(new byte[256]); // its goodbye
    }

    private static void Flood(Socket socket, int count)
    {
        var frames = Payloads.Trades();
        var block = Enumerable.Repeat(frames, BlocksOfTrades).SelectMany(static all => all).SelectMany(Framed).ToArray();
        for (var sent = 0; sent < count; sent += BlocksOfTrades * frames.Length)
        {
            for (var rest = block.AsSpan(); !rest.IsEmpty;)
            {
                rest = rest[socket.Send(rest)..];
            }
        }
    }

    // Open loop: a message is due when it is due, however late the one before was taken.
    private static void Pace(Socket socket, int count, int perSecond)
    {
        var text = Encoding.ASCII.GetString(Payloads.Trades(1)[0]);
        var start = text.IndexOf("\"t\":", StringComparison.Ordinal) + 4;
        var id = IdBase.ToString(CultureInfo.InvariantCulture);
        var frame = Framed(Encoding.ASCII.GetBytes($"{text[..start]}{id}{text[text.IndexOf(',', start)..]}"));
        var digits = frame.AsSpan(frame.Length - (text.Length - text.IndexOf(',', start)) - id.Length, id.Length);
        var first = CpuTime.Wall() + 1_000_000;
        for (var i = 0; i < count; i++)
        {
            var due = first + (i * 1_000_000_000L / perSecond);
            while (CpuTime.Wall() < due)
            {
                Thread.SpinWait(20);
            }

            (IdBase + due).TryFormat(digits, out _, default, CultureInfo.InvariantCulture);
            socket.Send(frame);
        }
    }

    private static byte[] Framed(byte[] text) => text.Length < 126
        ? [0x81, (byte)text.Length, .. text]
        : [0x81, 126, (byte)(text.Length >> 8), (byte)text.Length, .. text];

    private static string ReadUntil(Socket socket, string end)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal) && socket.Receive(one) == 1)
        {
            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    /// <summary>Takes a subscription, masked as clients mask; gives its id.</summary>
    private static string ReadSubscription(Socket socket)
    {
        var head = Read(socket, 2);
        var length = head[1] & 0x7f;
        if (length == 126)
        {
            var more = Read(socket, 2);
            length = (more[0] << 8) | more[1];
        }

        var mask = Read(socket, 4);
        var text = Encoding.ASCII.GetString([.. Read(socket, length).Select((b, i) => (byte)(b ^ mask[i & 3]))]);
        return new string([.. text[(text.IndexOf("\"id\":", StringComparison.Ordinal) + 5)..].TakeWhile(char.IsAsciiDigit)]);
    }

    private static byte[] Read(Socket socket, int length)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var count = socket.Receive(bytes.AsSpan(read));
            read += count > 0 ? count : throw new SocketException((int)SocketError.ConnectionReset);
        }

        return bytes;
    }

#pragma warning disable CA5350 // RFC 6455 has it so; it proves nothing but that the server speaks WebSocket
    private static string AcceptKey(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes($"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}
