using System.Text.RegularExpressions;

namespace Adapters.Architecture.Tests;

/// <summary>Habits that a reader may rely on in every file.</summary>
public sealed partial class HabitTests
{
    private const int UsualLines = 250;
    private const int MostLines = 360;

    /// <summary>Namespaces begin with this in a project; elsewhere with the project's name.</summary>
    private static readonly Dictionary<string, string> Roots = new() { ["Adapters.Runtime"] = "Adapters", ["Binance"] = "Adapters.Binance" };

    private static readonly string[] Venues = ["binance", "bybit", "backpack", "okx", "hyperliquid", "paradex", "kraken", "coinbase"];

    [Fact]
    public void Files_are_short()
    {
        Assert.Empty(SourceTree.CSharp.Where(file => file.Lines > MostLines).Select(file => $"{file.Path}: {file.Lines} lines"));
        var longer = SourceTree.CSharp.Where(file => file.Lines > UsualLines).Select(file => file.Path).ToList();
        Assert.True(longer.Count * 50 <= SourceTree.CSharp.Count, "Files of over 250 lines: " + string.Join(", ", longer));
    }

    [Fact]
    public void Namespaces_equal_folders()
    {
        var wrong = from file in SourceTree.CSharp
                    let declared = Namespace().Match(file.Code)
                    where declared.Success && !IsPolyfill(file) && declared.Groups[1].Value != Expected(file)
                    select $"{file.Path} declares {declared.Groups[1].Value}, expected {Expected(file)}";
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Fact]
    public void Namespaces_are_file_scoped() =>
        Assert.Empty(SourceTree.CSharp.Where(file => BlockNamespace().IsMatch(file.Code)).Select(file => file.Path));

    [Fact]
    public void Nothing_is_named_after_having_no_name()
    {
        var parts = SourceTree.CSharp.SelectMany(file => file.Path.Split('/', '.').Select(part => (file.Path, part)));
        Assert.Empty(parts.Where(item => Nameless().IsMatch(item.part)).Select(item => item.Path));
    }

    [Fact]
    public void Kernel_and_compiler_know_no_exchange()
    {
        var wrong = from file in SourceTree.Below("runtime").Concat(SourceTree.Below("generator"))
                    from venue in Venues
                    where file.Code.Contains(venue, StringComparison.OrdinalIgnoreCase)
                    select $"{file.Path} speaks of {venue}";
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Fact]
    public void Time_comes_from_a_TimeProvider()
    {
        var wrong = from folder in new[] { "runtime", "src", "tools" }
                    from file in SourceTree.Below(folder)
                    where Clock().IsMatch(file.Code)
                    select file.Path;
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Fact]
    public void Every_option_is_read()
    {
        var unread = from options in SourceTree.Below("runtime")
                     where options.Path.EndsWith("Options.cs", StringComparison.Ordinal)
                     from option in Option().Matches(options.Code)
                     let name = option.Groups[1].Value
                     where !Delivered().Any(file => file != options && Regex.IsMatch(file.Code, $@"\.{name}\b"))
                     select $"{options.Path}: nobody asks for {name}";
        Assert.Empty(unread);
    }

    [Fact]
    public void Nothing_is_left_to_be_written() =>
        Assert.Empty(Delivered().Where(file => Unfinished().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void Libraries_neither_write_to_the_console_nor_change_the_environment()
    {
        var libraries = SourceTree.Below("runtime").Concat(SourceTree.Below("src")).Concat(SourceTree.Below("generator"));
        Assert.Empty(libraries.Where(file => Process().IsMatch(file.Code)).Select(file => file.Path));
    }

    [Fact]
    public void Lines_end_with_a_line_feed_alone() =>
        Assert.Empty(SourceTree.CSharp.Where(file => file.Text.Contains('\r', StringComparison.Ordinal)).Select(file => file.Path));

    private static bool IsPolyfill(SourceFile file) => file.Path.EndsWith("/Support/IsExternalInit.cs", StringComparison.Ordinal);

    private static IEnumerable<SourceFile> Delivered() =>
        new[] { "runtime", "generator", "src", "tools" }.SelectMany(SourceTree.Below);

    private static string Expected(SourceFile file)
    {
        var folders = file.Path.Split('/')[1..^1];
        var root = Roots.TryGetValue(folders[0], out var named) ? named : folders[0];
        return string.Join('.', folders[1..].Prepend(root));
    }

    [GeneratedRegex(@"public (?:required )?[\w<>?\[\], .]+ (\w+) \{ get; (?:init|set); \}")]
    private static partial Regex Option();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bConsole\.|\bDebug\.Write|\bTrace\.Write|\bSetEnvironmentVariable\b")]
    private static partial Regex Process();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^namespace [\w.]+\s*\{?\s*$", RegexOptions.Multiline)]
    private static partial Regex BlockNamespace();

    [GeneratedRegex(@"^(Helpers?|Utils?|Utilit(y|ies)|Common|Misc)$|(Helper|Utils|Util)$")]
    private static partial Regex Nameless();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bStopwatch\b|\bEnvironment\.TickCount|\bThread\.Sleep\b|\bTask\.Delay\((?![^;]*[Tt]ime)")]
    private static partial Regex Clock();
}
