using System.Globalization;
using Adapters.Simulation;

namespace Adapters.Faces.Tests.Faults;

/// <summary>Everything that is on its way between an adapter and the venue, and what goes wrong there.</summary>
/// <param name="clock">When it arrives.</param>
/// <param name="random">Decides.</param>
/// <param name="rate">How likely a fault is, per request or frame.</param>
/// <param name="log">Hears of it.</param>
internal sealed class Network(VirtualClock clock, SeededRandom random, double rate, ScenarioLog log)
{
    private static readonly WireFault[] OfCalls =
    [
        WireFault.Refused, WireFault.CutSending, WireFault.CutBefore, WireFault.CutInside, WireFault.LateRequest,
        WireFault.LateAnswer, WireFault.UnknownCode, WireFault.CutBefore,
    ];

    private static readonly WireFault[] OfFrames =
    [
        WireFault.CutSending, WireFault.CutBefore, WireFault.LateRequest, WireFault.LateAnswer, WireFault.UnknownCode,
        WireFault.CutBefore, WireFault.CutSending, WireFault.Stalled,
    ];

    /// <summary>Every order reaches the venue twice.</summary>
    public bool SendsOrdersTwice { get; init; }

    /// <summary>How often each fault happened.</summary>
    public long[] Counts { get; } = new long[Enum.GetValues<WireFault>().Length];

    /// <summary>Nothing goes wrong any more.</summary>
    public bool IsCalm { get; set; }

    /// <summary>Things on their way.</summary>
    public int InFlight { get; private set; }

    /// <summary>Connections that stay open while nothing passes.</summary>
    public int Stalled { get; set; }

    /// <summary>Frames and answers that reached the adapter.</summary>
    public long Delivered { get; private set; }

    /// <summary>When the last WebSocket came about.</summary>
    public DateTimeOffset ConnectedAt { get; private set; }

    /// <summary><see cref="Delivered"/> when the last WebSocket came about.</summary>
    public long DeliveredBefore { get; private set; }

    public ScenarioLog Log => log;

    public VirtualClock Clock => clock;

    public WireFault NextCall() => Next(OfCalls);

    public WireFault NextFrame() => Next(OfFrames);

    public bool Chance(double probability) => random.Chance(probability);

    public int Next(int limit) => random.Next(limit);

    /// <summary>How long something is on its way: mostly some milliseconds.</summary>
    public TimeSpan Latency() =>
        TimeSpan.FromMicroseconds(random.Chance(0.04) ? 50_000 + random.Next(400_000) : 200 + random.Next(15_000));

    /// <summary>Longer than anybody waits.</summary>
    public TimeSpan Long() => TimeSpan.FromMilliseconds(1_000 + random.Next(7_000));

    /// <summary>Sends something on its way.</summary>
    public void Post(TimeSpan delay, Action arrive)
    {
        InFlight++;
        clock.After(delay, () =>
        {
            InFlight--;
            arrive();
        });
    }

    public void Count(WireFault fault) => Counts[(int)fault]++;

    public void OnDelivered() => Delivered++;

    public void OnConnected() => (ConnectedAt, DeliveredBefore) = (clock.GetUtcNow(), Delivered);

    /// <summary>What the venue answers where it does not know.</summary>
    public string UnknownFailure()
    {
        var (code, text) = random.Chance(0.5)
            ? (-1006, "An unexpected response was received from the message bus. Execution status unknown.")
            : (-1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");
        return string.Create(CultureInfo.InvariantCulture, $"{{\"code\":{code},\"msg\":\"{text}\"}}");
    }

    private WireFault Next(WireFault[] faults)
    {
        if (IsCalm || !random.Chance(rate))
        {
            return WireFault.None;
        }

        var fault = faults[random.Next(faults.Length)];
        Counts[(int)fault]++;
        return fault;
    }
}
