using System.Globalization;

namespace Adapters.Simulation.Faults;

/// <summary>
/// Decides from a seed what goes wrong, message by message and request by request. Messages and requests have sequences
/// of their own: how often one is asked does not change the other. Safe from any thread; reproducible where each
/// sequence is asked in the same order.
/// </summary>
public sealed class FaultPlan
{
    private static readonly StreamFault[] StreamFaults = Enum.GetValues<StreamFault>();
    private static readonly RequestFault[] RequestFaults = Enum.GetValues<RequestFault>();
    private static readonly int[] ServerErrors = [500, 502, 503, 504];

    private readonly Lock _gate = new();
    private readonly SeededRandom _messages;
    private readonly SeededRandom _requests;
    private readonly SeededRandom _bytes;
    private readonly double[] _messageRates;
    private readonly double[] _requestRates;
    private readonly long[] _messageCounts = new long[StreamFaults.Length];
    private readonly long[] _requestCounts = new long[RequestFaults.Length];
    private readonly int _longestDelay;

    /// <summary>Makes a plan.</summary>
    /// <param name="seed">Everything follows from it.</param>
    /// <param name="rates">How likely each fault is.</param>
    /// <exception cref="ArgumentException">A rate is not from 0 to 1, or a sum of rates is above 1.</exception>
    public FaultPlan(long seed, FaultRates rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        rates.Check();
        Seed = seed;
        _messages = SeededRandom.For(seed, "messages");
        _requests = SeededRandom.For(seed, "requests");
        _bytes = SeededRandom.For(seed, "bytes");
        _messageRates = rates.OfMessages;
        _requestRates = rates.OfRequests;
        _longestDelay = rates.LongestDelay;
    }

    /// <summary>Everything follows from it.</summary>
    public long Seed { get; }

    /// <summary>While true, nothing goes wrong and nothing is drawn or counted: for the calm after the storm.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Number of faults so far, of messages and requests.</summary>
    public long Injected
    {
        get
        {
            lock (_gate)
            {
                return _messageCounts[1..].Sum() + _requestCounts[1..].Sum();
            }
        }
    }

    /// <summary>How often this was decided for a message.</summary>
    public long Count(StreamFault fault)
    {
        lock (_gate)
        {
            return _messageCounts[(int)fault];
        }
    }

    /// <summary>How often this was decided for a request.</summary>
    public long Count(RequestFault fault)
    {
        lock (_gate)
        {
            return _requestCounts[(int)fault];
        }
    }

    /// <summary>Decides for the next message.</summary>
    public StreamDecision NextMessage()
    {
        lock (_gate)
        {
            if (IsPaused)
            {
                return default;
            }

            var at = Draw(_messages, _messageRates);
            _messageCounts[at]++;
            var fault = StreamFaults[at];
            return new StreamDecision(fault, fault == StreamFault.Delay ? 1 + _messages.Next(_longestDelay) : 0);
        }
    }

    /// <summary>Decides for the next request.</summary>
    public RequestDecision NextRequest()
    {
        lock (_gate)
        {
            if (IsPaused)
            {
                return default;
            }

            var at = Draw(_requests, _requestRates);
            _requestCounts[at]++;
            var fault = RequestFaults[at];
            return fault switch
            {
                RequestFault.TooManyRequests => new RequestDecision(fault, 429, Wait()),
                RequestFault.Banned => new RequestDecision(fault, 418, Wait()),
                RequestFault.ServerError or RequestFault.ServerErrorAfterwards =>
                    new RequestDecision(fault, ServerErrors[_requests.Next(ServerErrors.Length)], null),
                _ => new RequestDecision(fault, null, null),
            };
        }
    }

    /// <summary>Bytes that are neither UTF-8 nor JSON, 1 to 64 of them.</summary>
    public byte[] NextGarbage()
    {
        lock (_gate)
        {
            var garbage = new byte[1 + _bytes.Next(64)];
            _bytes.Fill(garbage);

            // No UTF-8 text begins with it, so that chance cannot make a message.
            garbage[0] = 0xFF;
            return garbage;
        }
    }

    /// <summary>A length to cut a message to: at least 0, less than it has.</summary>
    public int NextCut(int length)
    {
        lock (_gate)
        {
            return length <= 0 ? 0 : _bytes.Next(length);
        }
    }

    /// <summary>The seed and how often each fault was decided.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            var faults = StreamFaults.Select((fault, i) => (Name: $"message {fault}", Count: _messageCounts[i]))
                .Concat(RequestFaults.Select((fault, i) => (Name: $"request {fault}", Count: _requestCounts[i])))
                .Where(fault => fault.Count > 0)
                .Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Name} {fault.Count}"));
            return string.Create(CultureInfo.InvariantCulture, $"seed {Seed}: {string.Join(", ", faults)}");
        }
    }

    private TimeSpan? Wait() => _requests.Chance(0.75) ? TimeSpan.FromSeconds(1 + _requests.Next(5)) : null;

    private static int Draw(SeededRandom random, double[] rates)
    {
        var left = random.NextDouble();
        for (var i = 0; i < rates.Length; i++)
        {
            left -= rates[i];
            if (left < 0)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
