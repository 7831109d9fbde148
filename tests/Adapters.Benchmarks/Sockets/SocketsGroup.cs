using System.Text.Json;
using Adapters.Benchmarks.Decoding;
using Adapters.Benchmarks.Measuring;

namespace Adapters.Benchmarks.Sockets;

/// <summary>Trades through a socket of the loopback: what a message costs from the kernel to its handler, and how late it
/// comes there.</summary>
internal sealed class SocketsGroup : IBenchmarkGroup
{
    private const int Warm = 50_000;
    private const int PerSecond = 50_000;

    private static readonly IReceiver[] Receivers = [new BareReceiver(), new AdaptersReceiver()];

    public string Name => "sockets";

    public async Task<IReadOnlyList<Table>> RunAsync(RunOptions options)
    {
        using var server = new ServerProcess();
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var receiver in Receivers)
            {
                await FloodAsync(server, receiver, 150_000); // until the runtime has compiled everything for good
                await Task.Delay(300);
            }
        }

        return [await FloodAsync(server, options), await PaceAsync(server, options)];
    }

    private static async Task<Table> FloodAsync(ServerProcess server, RunOptions options)
    {
        var (rounds, count) = options.IsQuick ? (5, 200_000) : (7, 1_000_000);
        var taken = new Tally[Receivers.Length, rounds];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < Receivers.Length; i++)
            {
                taken[i, round] = await FloodAsync(server, Receivers[i], count);
            }
        }

        var table = new Table(
            $"Sockets: {count:#,0} trades as fast as they come, {rounds} rounds", "way", "ns of CPU/message", "times the bare loop",
            "B/message");
        for (var i = 0; i < Receivers.Length; i++)
        {
            var tallies = Enumerable.Range(0, rounds).Select(round => (Own: taken[i, round], Bare: taken[0, round])).ToArray();
            var ratio = RoundRobin.Median([.. tallies.Select(static pair => pair.Own.Nanoseconds / pair.Bare.Nanoseconds)]);
            var bytes = RoundRobin.Median([.. tallies.Select(static pair => pair.Own.Bytes)]);
            table.Add(
                Receivers[i].Name, RoundRobin.Median([.. tallies.Select(static pair => pair.Own.Nanoseconds)]), ratio, bytes);
            if (i > 0)
            {
                table.Bars.Add(Bar.AtMost("socket: CPU per message of a bare loop", 1.3, ratio));
                table.Bars.Add(Bar.AtMost("socket: allocated per message, to a tenth", 0, Math.Round(bytes, 1), " B"));
            }
        }

        return table;
    }

    private static async Task<Table> PaceAsync(ServerProcess server, RunOptions options)
    {
        var seconds = options.IsQuick ? 3 : 20;
        var table = new Table(
            $"Sockets: {PerSecond:#,0} trades per second, open loop, {seconds} s; from when a trade was due to its handler", "way",
            "p50 us", "p99 us", "p99.9 us", "ns of CPU/message", "B/message, median tenth of a second", "B/message, mean");
        foreach (var receiver in Receivers)
        {
            var tally = new Tally(Warm, (seconds * PerSecond) - Warm, isPaced: true);
            await receiver.ReceiveAsync($"{server.Address}/paced/{seconds * PerSecond}/{PerSecond}", tally);
            table.Add(
                receiver.Name, tally.Delay(0.5), tally.Delay(0.99), tally.Delay(0.999), tally.Nanoseconds, tally.UsualBytes,
                tally.Bytes);
            if (receiver is AdaptersReceiver)
            {
                table.Bars.Add(Bar.AtMost("socket, paced: allocated per message, to a tenth", 0, Math.Round(tally.UsualBytes, 1), " B"));
            }
        }

        table.Notes.Add(
            "The mean of bytes holds what the runtime allocates now and then, whatever comes: for threads of its pool, and for a "
            + "longer queue of its sockets. What a message allocates would be in the median too.");
        table.Notes.Add("The sender is a process of its own; where both cores are busy with other work, the tail shows that work.");
        return table;
    }

    /// <exception cref="InvalidOperationException">A message was lost, doubled or read wrongly.</exception>
    private static async Task<Tally> FloodAsync(ServerProcess server, IReceiver receiver, int count)
    {
        var tally = new Tally(Warm, count, isPaced: false);
        await receiver.ReceiveAsync($"{server.Address}/flood/{Warm + count}", tally);
        var expected = Expected(Warm + count, receiver is BareReceiver ? static frame => frame.Length : IdOf);
        return tally.Sum == expected
            ? tally
            : throw new InvalidOperationException($"'{receiver.Name}' received trades of {tally.Sum} in all instead of {expected}.");
    }

    private static long Expected(int count, Func<byte[], long> number)
    {
        var numbers = Payloads.Trades().Select(number).ToArray();
        return (count / numbers.Length * numbers.Sum()) + numbers.Take(count % numbers.Length).Sum();
    }

    private static long IdOf(byte[] frame)
    {
        using var json = JsonDocument.Parse(frame);
        return json.RootElement.GetProperty("data").GetProperty("t").GetInt64();
    }
}
