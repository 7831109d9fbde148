namespace Adapters.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="IsQuick">Fewer rounds and messages: all groups within two minutes.</param>
/// <param name="Only">The groups to run; none means all.</param>
/// <param name="WriteTo">The page that takes the results, or null.</param>
/// <param name="UsesBenchmarkDotNet">Run BenchmarkDotNet over the decoding rows instead; it takes minutes.</param>
internal sealed record RunOptions(bool IsQuick, IReadOnlyList<string> Only, string? WriteTo, bool UsesBenchmarkDotNet)
{
    internal const string Usage =
        "usage: dotnet run -c Release --project tests/Adapters.Benchmarks -- [--quick] [--only <group>,...] [--write] [--bdn]";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">Something there is not known.</exception>
    internal static RunOptions Parse(string[] args)
    {
        var options = new RunOptions(false, [], null, false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--quick" => options with { IsQuick = true },
                "--bdn" => options with { UsesBenchmarkDotNet = true },
                "--write" => options with { WriteTo = Path.Combine("docs", "benchmarks.md") },
                "--only" when i + 1 < args.Length => options with { Only = args[++i].Split(',') },
                _ => throw new ArgumentException($"'{args[i]}' is not known. {Usage}"),
            };
        }

        return options;
    }
}
