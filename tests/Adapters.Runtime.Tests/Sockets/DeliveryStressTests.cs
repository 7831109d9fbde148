using System.Text;
using System.Text.Json;
using Adapters.Simulation.Transport;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Sockets;

/// <summary>Messages flow while topics come and go, connections are replaced and time passes, each on a thread of its own:
/// a topic's messages come one at a time, in order, none twice, and none after its end.</summary>
public sealed class DeliveryStressTests
{
    private static readonly string[] Steady = ["a", "b"];

    [Fact]
    public async Task Nothing_is_handed_out_twice_at_once_or_after_the_end()
    {
        var venue = new Venue();
        var streams = new Streams(
            new StreamOptions
            {
                StaleAfter = TimeSpan.FromSeconds(5),
                SubscribeTimeout = TimeSpan.FromDays(1), // time passes however busy the machine is
            },
            _ => Streams.Info(maxTopics: 2, life: TimeSpan.FromMinutes(5)), venue.Sockets);
        SynchronizationContext.SetSynchronizationContext(null);
        var ears = new List<Ear>();
        foreach (var topic in Steady)
        {
            ears.Add(await SubscribeAsync(streams.Client, topic));
        }

        // What comes and goes is bounded by what was sent: where a busy machine starves the sender, the others would open
        // connections without end, each of which makes the next message dearer.
        var sent = 0L;
        var changes = 0;
        var isDone = false;
        var isQuiet = false;
        var sending = OnItsOwnThread(() =>
        {
            for (var number = 1L; number <= 20_000 || (Volatile.Read(ref changes) < 50 && number < 2_000_000); number++)
            {
                venue.Publish(Steady[number % 2], number);
                venue.Publish("c", number);
                Volatile.Write(ref sent, number);
            }
        });
        var changing = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isDone))
            {
                var next = Volatile.Read(ref sent) + 10;
                var ear = await SubscribeAsync(streams.Client, "c");
                Thread.SpinWait(5_000);
                await ear.Subscription!.DisposeAsync();
                ears.Add(ear);
                Volatile.Write(ref changes, changes + 1);
                while (Volatile.Read(ref sent) < next && !Volatile.Read(ref isDone))
                {
                    await Task.Yield(); // may run on the sender's thread, which must go on
                }
            }
        });
        var passing = OnItsOwnThread(() =>
        {
            while (!Volatile.Read(ref isQuiet))
            {
                // Never seconds on end: a connection whose messages come half a minute late is no longer compared.
                var next = Volatile.Read(ref sent) + 10;
                streams.Pass(1);
                while (Volatile.Read(ref sent) < next && !Volatile.Read(ref isDone))
                {
                    Thread.Yield();
                }
            }
        });
        var rotating = Task.Run(async () =>
        {
            for (var i = 0; i < 5 && !Volatile.Read(ref isDone); i++)
            {
                await Task.Yield();
                Thread.SpinWait(500_000);
                venue.ShutDown();
            }
        });

        await sending;
        Volatile.Write(ref isDone, true);
        await Task.WhenAll(changing, rotating); // which may wait for time to pass
        Volatile.Write(ref isQuiet, true);
        await passing;
        await streams.Client.DisposeAsync();
        var heard = ears.Sum(static ear => ear.Count);
        for (var i = 0; i < 10; i++)
        {
            venue.Publish("a", 1_000_000 + i);
            venue.Publish("c", 1_000_000 + i);
        }

        Assert.Equal(heard, ears.Sum(static ear => ear.Count));
        Assert.All(ears, static ear => Assert.Null(ear.Problem));
        Assert.True(ears[0].Count > 1_000, $"only {ears[0].Count} messages arrived");
        Assert.True(changes >= 50, $"topics came and went only {changes} times");
    }

    // The pool has as many threads as the machine has cores, and the others would wait for this one to end.
    private static Task OnItsOwnThread(Action action) => Task.Factory.StartNew(
        action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task<Ear> SubscribeAsync(StreamClient client, string topic)
    {
        var ear = new Ear();
        ear.Subscription = await client.SubscribeAsync(Streams.Ticks, topic, ear.Hear);
        return ear;
    }

    private sealed class Ear
    {
        private int _inside;
        private long _last;

        public Subscription? Subscription { get; set; }

        public long Count { get; private set; }

        public string? Problem { get; private set; }

        public void Hear(in TickRecord tick)
        {
            if (Interlocked.Exchange(ref _inside, 1) != 0)
            {
                Problem ??= "two at once";
            }

            if (tick.Number <= _last)
            {
                Problem ??= $"{tick.Number} after {_last}";
            }

            _last = tick.Number;
            Count++;
            Volatile.Write(ref _inside, 0);
        }
    }

    // Acknowledges everything and sends every topic to every connection, from any thread.
    private sealed class Venue
    {
        public Venue() => Sockets = new InMemoryWebSockets(static socket => socket.Received += frame => Acknowledge(socket, frame));

        public InMemoryWebSockets Sockets { get; }

        public void Publish(string topic, long number)
        {
            foreach (var socket in Sockets.Connections.Where(static socket => socket.IsOpen))
            {
                socket.Send(StreamVenue.Tick(topic, number));
            }
        }

        public void ShutDown() => Sockets.Connections.FirstOrDefault(static socket => socket.IsOpen)
            ?.Send("""{"e":"serverShutdown"}"""u8.ToArray());

        private static void Acknowledge(InMemorySocket socket, ReadOnlyMemory<byte> frame)
        {
            using var json = JsonDocument.Parse(frame);
            socket.Send(Encoding.UTF8.GetBytes($$"""{"result":null,"id":{{json.RootElement.GetProperty("id")}}}"""));
        }
    }
}
