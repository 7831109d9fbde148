using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Adapters.Benchmarks.Measuring;
using Adapters.Generator;
using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Emission;
using Adapters.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Adapters.Benchmarks.Compiler;

/// <summary>
/// What the compiler of specifications costs inside the C# compiler, as milliseconds of the processor (parsing of
/// what was emitted included): cold in a new process, warm, after an edit of one file, after an edit of C#; and how cost grows with size.
/// </summary>
internal sealed class CompilerGroup : IBenchmarkGroup
{
    private readonly List<double> _perEndpoint = [];
    private int _runs;

    /// <inheritdoc/>
    public string Name => "compiler";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Table>> RunAsync(RunOptions options)
    {
        _runs = options.IsQuick ? 9 : 25;
        var real = SpecFolder.Real("binance");
        WarmUp(real);
        return Task.FromResult<IReadOnlyList<Table>>([Costs(real, options), Growth(), Lines(real)]);
    }

    /// <summary>The first run of this process, which another one measures.</summary>
    public static void PrintFirstRun() =>
        Console.WriteLine(FirstRun(SpecFolder.Real("binance")).ToString("0.0", CultureInfo.InvariantCulture));

    private Table Costs(ImmutableArray<SpecText> real, RunOptions options)
    {
        var table = new Table("Compiler: Binance's specification", "what", "median ms", "least ms");
        var cold = Add(table, "cold, first run of a process", Enumerable.Range(0, options.IsQuick ? 3 : 5).Select(_ => Child()));
        var warm = Add(table, "warm, everything new", Enumerable.Range(0, _runs).Select(_ => FirstRun(real)));
        var edited = Add(table, "after an edit of a call", Edits(real, (driver, i) => Edited(driver, real, i)));
        var added = Add(table, "after a new record, which all types go with", Edits(real, (driver, i) => Added(driver, real, i)));
        Add(table, "after a comment in one file", Edits(real, (driver, i) => Commented(driver, real, i)));
        var code = Add(table, "after an edit of C#", Edits(real, (driver, _) => driver));
        Steps(table, real);
        table.Bars.Add(Bar.AtMost("compiler, cold", 500, cold, " ms"));
        table.Bars.Add(Bar.AtMost("compiler, warm", 60, warm, " ms"));
        table.Bars.Add(Bar.AtMost("compiler, one YAML file edited", 10, Math.Max(edited, added), " ms"));
        table.Bars.Add(Bar.AtMost("compiler, C# edited", 0.5, code, " ms"));
        return table;
    }

    private Table Growth()
    {
        var table = new Table("Compiler: growth", "endpoints", "least ms", "us/endpoint");
        foreach (var endpoints in new[] { 10, 62, 125, 250, 500, 1000 })
        {
            var made = SpecFolder.Made(endpoints);
            var least = Enumerable.Range(0, _runs / 2).Min(_ => FirstRun(made));
            _perEndpoint.Add(least / endpoints * 1000);
            table.Add(endpoints, least, _perEndpoint[^1]);
        }
        table.Bars.Add(Bar.AtMost("compiler, an endpoint of 1,000 against one of 62", 1.5, _perEndpoint[^1] / _perEndpoint[1]));
        return table;
    }

    /// <summary>Lines of Binance, and of a made exchange, where what is not of a field or call is taken away.</summary>
    private static Table Lines(ImmutableArray<SpecText> real)
    {
        var table = new Table("Compiler: generated lines, docs not counted", "what", "lines", "units", "lines per unit");
        var binance = Measured(real);
        var made = Measured(SpecFolder.Made(200)) - Measured(SpecFolder.Made(100));
        table.Add("Binance, all files", binance.All, 1, binance.All);
        Add("Binance", binance);
        Add("made exchange, grown", made);
        return table;

        void Add(string what, GeneratedLines lines)
        {
            table.Add($"{what}: a field of a record", lines.Records, lines.Fields, lines.PerField);
            table.Add($"{what}: an endpoint", lines.Calls, lines.Endpoints, lines.PerEndpoint);
            table.Bars.Add(Bar.AtMost($"{what}: generated lines of a field", 5, lines.PerField, ""));
            table.Bars.Add(Bar.AtMost($"{what}: generated lines of an endpoint", 25, lines.PerEndpoint, ""));
        }
    }

    private static GeneratedLines Measured(ImmutableArray<SpecText> files) =>
        GeneratedLines.Of(SpecBinder.Bind([.. files.Select(file => new SpecFile(file.Path, file.Text))]).Model!);

    // An editor's host has long compiled the compiler's methods; a hundred edits do the same here.
    private static void WarmUp(ImmutableArray<SpecText> files)
    {
        for (var i = 0; i < 100; i++)
        {
            FirstRun(files);
            if (i % 20 == 0) Thread.Sleep(200); // methods in demand are compiled anew behind the scenes
        }
    }

    private void Steps(Table table, ImmutableArray<SpecText> files)
    {
        var specs = files.Select(file => new SpecFile(file.Path, file.Text)).ToList();
        var model = SpecBinder.Bind(specs).Model!;
        var emitted = ClientEmitter.Emit(model);
        Add(table, "- reading YAML", Timed(() => specs.ForEach(file => SpecReader.Read(file, new DiagnosticBag()))));
        Add(table, "- reading and binding", Timed(() => SpecBinder.Bind(specs)));
        var read = specs.ConvertAll(ReadFile.Of);
        Add(table, "- binding", Timed(() => SpecBinder.Bind(read)));
        Add(table, "- emitting", Timed(() => ClientEmitter.Emit(model)));
        Add(table, "- parsing what was emitted", Timed(() => emitted.ToList().ForEach(file => CSharpSyntaxTree.ParseText(file.Text))));
    }

    private IEnumerable<double> Timed(Action action)
    {
        for (var i = 0; i < _runs; i++)
        {
            yield return Milliseconds(action);
        }
    }

    private static double FirstRun(ImmutableArray<SpecText> files)
    {
        var (driver, compilation) = (Driver(files), Compilation());
        return Milliseconds(() => driver.RunGenerators(compilation));
    }

    private IEnumerable<double> Edits(ImmutableArray<SpecText> files, Func<GeneratorDriver, int, GeneratorDriver> edit)
    {
        var compilation = Compilation();
        var driver = Driver(files).RunGenerators(compilation);
        for (var i = 0; i < _runs; i++)
        {
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText($"class Edit{i};"));
            var edited = edit(driver, i);
            yield return Milliseconds(() => edited.RunGenerators(compilation));
        }
    }

    private static GeneratorDriver Edited(GeneratorDriver driver, ImmutableArray<SpecText> files, int i) => Replaced(
        driver, files, text => text.Replace("call: GET /api/v3/depth", $"call: GET /api/v3/depth{i}", StringComparison.Ordinal));

    private static GeneratorDriver Added(GeneratorDriver driver, ImmutableArray<SpecText> files, int i) => Replaced(
        driver, files, text => text.Replace("records:\n", $"records:\n  Added{i}: {{ value: long }}\n", StringComparison.Ordinal));

    private static GeneratorDriver Commented(GeneratorDriver driver, ImmutableArray<SpecText> files, int i) =>
        Replaced(driver, files, text => $"# {i}\n{text}");

    private static GeneratorDriver Replaced(GeneratorDriver driver, ImmutableArray<SpecText> files, Func<string, string> edit)
    {
        var file = files.Single(one => one.Path.EndsWith("spot/market-data.yaml", StringComparison.Ordinal));
        return driver.ReplaceAdditionalText(file, new SpecText(file.Path, edit(file.Text)));
    }

    private static CSharpGeneratorDriver Driver(ImmutableArray<SpecText> files) => CSharpGeneratorDriver.Create(
        [new SpecGenerator().AsSourceGenerator()], files, CSharpParseOptions.Default, new SpecOptions());

    private static CSharpCompilation Compilation() => CSharpCompilation.Create("Measured");

    private static double Milliseconds(Action action)
    {
        var start = CpuTime.Thread();
        action();
        return (CpuTime.Thread() - start) / 1e6;
    }

    private static double Child()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(CompilerGroup).Assembly.Location);
        start.ArgumentList.Add("compiler");
        start.ArgumentList.Add("cold");
        using var process = Process.Start(start)!;
        return double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }

    // The median tells what is usual, the least what is left when nobody else is at work on the machine.
    private static double Add(Table table, string what, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        table.Add(what, sorted[sorted.Count / 2], sorted[0]);
        return sorted[sorted.Count / 2];
    }
}
