using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Adapters.Benchmarks.Measuring;

/// <summary>Shows tables as they come, and all bars at the end; keeps them for the page.</summary>
internal sealed class Report(RunOptions options)
{
    private const string Begin = "<!-- results: written by the command above -->";
    private const string End = "<!-- end of results -->";
    private readonly StringBuilder _text = new();
    private readonly List<Bar> _bars = [];

    internal void Add(Table table)
    {
        Write($"### {table.Title}\n\n{table.ToMarkdown()}\n");
        _bars.AddRange(table.Bars);
    }

    /// <summary>Shows the bars, and writes the page where that was asked for.</summary>
    internal void Finish(TimeSpan elapsed)
    {
        var table = new Table("Bars", "what", "bar", "found", "met");
        foreach (var bar in _bars)
        {
            table.Add(bar.What, bar.Demand, bar.Found, bar.Holds ? "yes" : "NO");
        }

        Write($"### Bars\n\n{table.ToMarkdown()}\n");
        Console.WriteLine(Machine(elapsed));
        if (options.WriteTo is { } page)
        {
            WriteTo(page, Machine(elapsed));
        }
    }

    private void Write(string text)
    {
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }

    private string Machine(TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; {(options.IsQuick ? "quick" : "full")} run of {elapsed.TotalSeconds:0} s.");

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        return File.Exists(Info) && File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } model
            ? model[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
    }

    private void WriteTo(string page, string machine)
    {
        if (!File.Exists(page))
        {
            throw new FileNotFoundException($"There is no {page} here. Run the command in the repository's root.", page);
        }

        var text = File.ReadAllText(page);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidDataException($"{page} has no place for results: the lines '{Begin}' and '{End}' are missing.");
        }

        File.WriteAllText(page, $"{text[..(begin + Begin.Length)]}\n\n{machine}\n\n{_text.ToString().Trim()}\n\n{text[end..]}");
        Console.WriteLine($"Written to {page}.");
    }
}
