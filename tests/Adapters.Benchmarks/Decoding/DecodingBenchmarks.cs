using Adapters.Benchmarks.Measuring;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Adapters.Benchmarks.Decoding;

/// <summary>The decoding rows as BenchmarkDotNet measures them: each way by itself, without the others beside it.</summary>
[MemoryDiagnoser]
public class DecodingBenchmarks
{
    private const int Messages = 256;
    private Action<int>? _run;

    /// <summary>Row and way.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    /// <summary>All rows, each with all ways.</summary>
    public static IEnumerable<string> Cases =>
        DecodingGroup.Rows.SelectMany(static _ => DecodingGroup.Decoders(), static (row, make) => NameOf(row, make().Name));

    /// <summary>Runs them.</summary>
    internal static void RunAll(RunOptions options) => BenchmarkRunner.Run<DecodingBenchmarks>(
        DefaultConfig.Instance.AddJob((options.IsQuick ? Job.ShortRun : Job.Default).WithToolchain(InProcessNoEmitToolchain.Instance)));

    /// <summary>Finds the way, after all ways have been seen to read the same.</summary>
    [GlobalSetup]
    public void Find() => _run = DecodingGroup.Rows
        .SelectMany(static row => row.Ways(DecodingGroup.Decoders()), static (row, way) => (Name: NameOf(row, way.Name), way.Run))
        .First(item => item.Name == Case).Run;

    /// <summary>Reads messages.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void Read() => _run!(Messages);

    private static string NameOf(DecodingRow row, string way) => $"{row.Name}: {way}";
}
