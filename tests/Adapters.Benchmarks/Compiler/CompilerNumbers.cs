using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
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
internal static class CompilerNumbers
{
    private const int Runs = 25;

    /// <summary>Measures and prints; <c>cold</c> alone measures the first run of this process.</summary>
    public static void Print(string[] arguments)
    {
        var real = SpecFolder.Real("binance");
        if (arguments.Contains("cold"))
        {
            Console.WriteLine(FirstRun(real).ToString("0.0", CultureInfo.InvariantCulture));
            return;
        }
        WarmUp(real);
        Say($"cold, first run of a process   {Told([.. Enumerable.Range(0, 5).Select(_ => Child())])}");
        Say($"warm, everything new           {Told([.. Enumerable.Range(0, Runs).Select(_ => FirstRun(real))])}");
        Say($"after an edit of one file      {Told(Edits(real, (driver, i) => Edited(driver, real, i)))}");
        Say($"after a comment in one file    {Told(Edits(real, (driver, i) => Commented(driver, real, i)))}");
        Say($"after an edit of C#            {Told(Edits(real, (driver, _) => driver))}");
        Steps(real);
        foreach (var endpoints in new[] { 62, 125, 250, 500, 1000 })
        {
            var made = SpecFolder.Made(endpoints);
            var least = Enumerable.Range(0, 9).Min(_ => FirstRun(made));
            Say($"made, {endpoints,4} endpoints          least {least,8:0.00} ms, {least / endpoints * 1000:0} us each");
        }
    }

    // An editor's host has long compiled the compiler's methods; a hundred edits do the same here.
    private static void WarmUp(ImmutableArray<SpecText> files)
    {
        for (var i = 0; i < 100; i++)
        {
            FirstRun(files);
            if (i % 20 == 0) Thread.Sleep(200); // methods in demand are compiled anew behind the scenes
        }
    }

    private static void Steps(ImmutableArray<SpecText> files)
    {
        var specs = files.Select(file => new SpecFile(file.Path, file.Text)).ToList();
        var model = SpecBinder.Bind(specs).Model!;
        var emitted = ClientEmitter.Emit(model);
        Say($"  reading YAML                 {Told(Timed(() => specs.ForEach(file => SpecReader.Read(file, new DiagnosticBag()))))}");
        Say($"  reading and binding          {Told(Timed(() => SpecBinder.Bind(specs)))}");
        var read = specs.ConvertAll(ReadFile.Of);
        Say($"  binding                      {Told(Timed(() => SpecBinder.Bind(read)))}");
        Say($"  emitting                     {Told(Timed(() => ClientEmitter.Emit(model)))}");
        Say($"  parsing what was emitted     {Told(Timed(() => emitted.ToList().ForEach(file => CSharpSyntaxTree.ParseText(file.Text))))}");
    }

    private static IEnumerable<double> Timed(Action action)
    {
        for (var i = 0; i < Runs; i++)
        {
            yield return ThreadClock.Time(action);
        }
    }

    private static double FirstRun(ImmutableArray<SpecText> files)
    {
        var (driver, compilation) = (Driver(files), Compilation());
        return ThreadClock.Time(() => driver.RunGenerators(compilation));
    }

    private static IEnumerable<double> Edits(ImmutableArray<SpecText> files, Func<GeneratorDriver, int, GeneratorDriver> edit)
    {
        var compilation = Compilation();
        var driver = Driver(files).RunGenerators(compilation);
        for (var i = 0; i < Runs; i++)
        {
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText($"class Edit{i};"));
            var edited = edit(driver, i);
            yield return ThreadClock.Time(() => edited.RunGenerators(compilation));
        }
    }

    private static GeneratorDriver Edited(GeneratorDriver driver, ImmutableArray<SpecText> files, int i) => Replaced(
        driver, files, text => text.Replace("call: GET /api/v3/depth", $"call: GET /api/v3/depth{i}", StringComparison.Ordinal));

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

    private static double Child()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(CompilerNumbers).Assembly.Location);
        start.ArgumentList.Add("compiler");
        start.ArgumentList.Add("cold");
        using var process = Process.Start(start)!;
        return double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }

    // The median tells what is usual, the least what is left when nobody else is at work on the machine.
    private static string Told(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2],8:0.00} ms, least {sorted[0],8:0.00} ms");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
