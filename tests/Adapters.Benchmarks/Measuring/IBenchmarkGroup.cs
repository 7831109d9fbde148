namespace Adapters.Benchmarks.Measuring;

/// <summary>Benchmarks that belong together; <c>--only</c> names one.</summary>
internal interface IBenchmarkGroup
{
    /// <summary>Name on the command line.</summary>
    string Name { get; }

    /// <summary>Runs everything of the group.</summary>
    Task<IReadOnlyList<Table>> RunAsync(RunOptions options);
}
