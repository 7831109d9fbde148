using System.Text;
using Adapters.Benchmarks.Measuring;

namespace Adapters.Benchmarks.Decoding;

/// <summary>The frames as files, one per line, for decoders in other languages: <c>native/run.sh</c> reads the same ones with
/// all of them in turns.</summary>
internal static class FrameFiles
{
    private static readonly (string File, DecodingRow Row)[] Rows =
    [
        ("trade.txt", DecodingGroup.Rows[0]), ("depth20.txt", DecodingGroup.Rows[1]), ("depth200.txt", DecodingGroup.Rows[2]),
    ];

    /// <summary>Writes them, or reads them with this project's decoder and the one by hand and prints a line for each.
    /// </summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    internal static void Run(string what, string folder)
    {
        switch (what)
        {
            case "write":
                foreach (var (file, row) in Rows)
                {
                    File.WriteAllLines(Path.Combine(folder, file), row.Frames.Select(Encoding.UTF8.GetString));
                }

                break;
            case "read":
                Read(folder);
                break;
            default:
                throw new ArgumentException($"'{what}' is not known. usage: frames write|read <folder>", nameof(what));
        }
    }

    private static void Read(string folder)
    {
        var round = new RoundRobin(new RunOptions(IsQuick: true, [], null, false));
        var taken = Rows.Select(item => round.Measure(Of(folder, item.File, item.Row).Ways(DecodingGroup.Few()))).ToArray();
        for (var way = 0; way < taken[0].Count; way++)
        {
            var times = taken.Select(row => row[way].Nanoseconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
            Console.WriteLine($"| {taken[0][way].Name} | {string.Join(" | ", times)} |");
        }
    }

    private static DecodingRow Of(string folder, string file, DecodingRow row) =>
        row with { Frames = [.. File.ReadAllLines(Path.Combine(folder, file)).Select(Encoding.UTF8.GetBytes)] };
}
