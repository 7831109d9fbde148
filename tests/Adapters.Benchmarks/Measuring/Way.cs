namespace Adapters.Benchmarks.Measuring;

/// <summary>One way of doing a job.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Run">Does the job so many times.</param>
internal sealed record Way(string Name, Action<int> Run);

/// <summary>What a way took.</summary>
/// <param name="Name">The way.</param>
/// <param name="Nanoseconds">Per job: the median of all rounds.</param>
/// <param name="Ratio">The first way's time in a round divided by this one's in the same round: the median of all rounds.
/// </param>
/// <param name="Bytes">Allocated per job.</param>
internal sealed record Taken(string Name, double Nanoseconds, double Ratio, double Bytes);
