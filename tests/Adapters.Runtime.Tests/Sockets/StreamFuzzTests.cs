using Adapters.Simulation.Transport;
using Adapters.Sockets;
using Xunit.Abstractions;

namespace Adapters.Runtime.Tests.Sockets;

/// <summary>Connections that drop, lag and are replaced at random: order is kept, nothing comes twice, and whatever is
/// missing lies between a gap and its end.</summary>
public sealed class StreamFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Topics = ["a", "b", "quiet"];

    [Fact]
    public void What_is_missing_was_told()
    {
        var rounds = Environment.GetEnvironmentVariable("FUZZ_ROUNDS") is { } many ? int.Parse(many) : 60;
        for (var round = 0; round < rounds; round++)
        {
            var seed = Environment.GetEnvironmentVariable("FUZZ_SEED") is { } given
                ? int.Parse(given) + round
                : Random.Shared.Next();
            output.WriteLine($"seed {seed}");
            Assert.True(new Run(seed).Go() is var problem && problem is null, $"seed {seed}: {problem}");
        }
    }

    private sealed class Run(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly Dictionary<InMemorySocket, Queue<(byte[] Frame, DateTimeOffset At)>> _underWay = [];
        private readonly Dictionary<string, List<string>> _heard = [];
        private readonly long[] _numbers = new long[Topics.Length];
        private readonly Streams _streams = new(
            new StreamOptions { StaleAfter = TimeSpan.FromSeconds(20), RotateBefore = TimeSpan.FromMinutes(1) },
            _ => Streams.Info(
                maxTopics: 2, maxFrames: 3, life: TimeSpan.FromMinutes(2), silence: TimeSpan.FromSeconds(60)));

        public string? Go()
        {
            SynchronizationContext.SetSynchronizationContext(null);
            foreach (var topic in Topics)
            {
                var heard = _heard[topic] = [];
                _ = _streams.Client.SubscribeAsync(
                    Streams.Ticks, topic, (in TickRecord tick) => heard.Add(tick.Number.ToString()),
                    change => heard.Add(change.Kind.ToString())).AsTask();
            }

            for (var i = 0; i < 600; i++)
            {
                Step();
            }

            // Calm at last: everything must flow again.
            _streams.Venue.Sockets.RefusesConnections = false;
            Settle(60);
            for (var i = 0; i < Topics.Length; i++)
            {
                Publish(i);
            }

            Settle(1);
            return Topics.Select((topic, i) => Check(topic, _heard[topic], _numbers[i])).FirstOrDefault(p => p is not null);
        }

        private void Settle(int seconds)
        {
            for (var i = 0; i < seconds; i++)
            {
                foreach (var socket in _streams.Venue.Open)
                {
                    socket.Ping();
                    Arrive(socket, int.MaxValue);
                }

                _streams.Pass(1);
            }
        }

        private void Step()
        {
            var open = _streams.Venue.Open;
            var socket = open.Length == 0 ? null : open[_random.Next(open.Length)];
            switch (_random.Next(100))
            {
                case < 50:
                    Publish(_random.Next(40) == 0 ? 2 : _random.Next(2));
                    break;
                case < 75 when socket is not null:
                    Arrive(socket, _random.Next(1, 6));
                    break;
                case < 88:
                    Pass(TimeSpan.FromMilliseconds(_random.Next(1, 3_000)));
                    break;
                case < 92 when socket is not null:
                    socket.Ping();
                    break;
                case < 94 when socket is not null:
                    socket.Abort();
                    break;
                case < 95 when socket is not null:
                    socket.Close();
                    break;
                case < 97 when socket is not null:
                    socket.Send("""{"e":"serverShutdown"}"""u8.ToArray());
                    break;
                case < 98:
                    _streams.Venue.Sockets.RefusesConnections = !_streams.Venue.Sockets.RefusesConnections;
                    break;
                default:
                    _streams.Venue.Acknowledges = true;
                    break;
            }
        }

        // A connection lags, but by less than a hand-over waits.
        private void Pass(TimeSpan time)
        {
            foreach (var socket in _streams.Venue.Open)
            {
                while (_underWay.TryGetValue(socket, out var queue) && queue.TryPeek(out var item)
                    && _streams.Clock.GetUtcNow() + time - item.At > TimeSpan.FromSeconds(3))
                {
                    Arrive(socket, 1);
                }
            }

            _streams.Clock.Advance(time);
        }

        private void Publish(int topic)
        {
            var number = ++_numbers[topic];
            foreach (var socket in _streams.Venue.Open.Where(socket => _streams.Venue.Carries(socket, Topics[topic])))
            {
                if (!_underWay.TryGetValue(socket, out var queue))
                {
                    _underWay[socket] = queue = [];
                }

                queue.Enqueue((StreamVenue.Tick(Topics[topic], number), _streams.Clock.GetUtcNow()));
            }
        }

        private void Arrive(InMemorySocket socket, int most)
        {
            for (var i = 0; i < most && _underWay.TryGetValue(socket, out var queue) && queue.TryDequeue(out var item); i++)
            {
                if (_random.Next(2) == 0)
                {
                    socket.Send(item.Frame);
                }
                else
                {
                    socket.SendFragmented(item.Frame, _random.Next(1, 30));
                }
            }
        }

        private static string? Check(string topic, List<string> heard, long newest)
        {
            long last = -1;
            var isGap = false;
            var wasGap = true; // before the first acknowledgement nothing is promised
            foreach (var item in heard)
            {
                if (item == "Stale")
                {
                    continue;
                }

                if (!long.TryParse(item, out var number))
                {
                    if (isGap ? item != "Resumed" : item is not ("Gap" or "Connected"))
                    {
                        return $"{topic}: {item} out of place in {string.Join(' ', heard)}";
                    }

                    isGap = item == "Gap";
                    wasGap = true;
                    continue;
                }

                if (isGap || number <= last || (number != last + 1 && !wasGap))
                {
                    return $"{topic}: {number} after {last} in {string.Join(' ', heard)}";
                }

                last = number;
                wasGap = false;
            }

            return last == newest && !isGap ? null : $"{topic}: ends with {last} of {newest}: {string.Join(' ', heard)}";
        }
    }
}
