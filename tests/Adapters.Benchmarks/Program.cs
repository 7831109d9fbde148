using System.Diagnostics;
using Adapters.Benchmarks;
using Adapters.Benchmarks.Books;
using Adapters.Benchmarks.Compiler;
using Adapters.Benchmarks.Decoding;
using Adapters.Benchmarks.Measuring;
using Adapters.Benchmarks.Requests;
using Adapters.Benchmarks.Sockets;

if (args is ["compiler", "cold"])
{
    CompilerGroup.PrintFirstRun();
    return 0;
}

if (args is ["frames", var what, var folder])
{
    FrameFiles.Run(what, folder);
    return 0;
}

if (args is ["sockets", "server"])
{
    FrameServer.Run();
    return 0;
}

IBenchmarkGroup[] groups =
    [new DecodingGroup(), new SocketsGroup(), new BooksGroup(), new RequestsGroup(), new CompilerGroup()];
RunOptions options;
try
{
    options = RunOptions.Parse(args);
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

if (options.UsesBenchmarkDotNet)
{
    DecodingBenchmarks.RunAll(options);
    return 0;
}

if (options.Only.FirstOrDefault(name => groups.All(group => group.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no group '{unknown}', but {string.Join(", ", groups.Select(group => group.Name))}.");
    return 2;
}

var started = Stopwatch.StartNew();
var report = new Report(options);
foreach (var group in groups.Where(group => options.Only.Count == 0 || options.Only.Contains(group.Name)))
{
    foreach (var table in await group.RunAsync(options))
    {
        report.Add(table);
    }
}

report.Finish(started.Elapsed);
return 0;
