using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Adapters.Diagnostics;

/// <summary>The meter and the activity source, both named <c>Adapters</c>. Tags name the product and the endpoint; no
/// secret, signature or parameter of authentication is ever in one.</summary>
public static class Telemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Adapters";

    internal static readonly ActivitySource Source = new(Name);

    internal static readonly Meter Meter = new(Name);

    /// <summary>Seconds from sending to the last byte, per attempt.</summary>
    internal static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>(
        "adapters.rest.request.duration", "s", "One attempt, from sending to the last byte of the answer.");

    internal static readonly Histogram<double> LimiterWait = Meter.CreateHistogram<double>(
        "adapters.rest.limiter.wait", "s", "Waiting for the rate limiter.");

    internal static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "adapters.rest.retries", "{attempt}", "Attempts after the first.");

    internal static readonly Counter<long> WeightUsed = Meter.CreateCounter<long>(
        "adapters.rest.weight", "{weight}", "Weight of requests sent.");
}
