using System.Text.Json;
using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>The tool decodes what the venue really sent, and every sample beside the specification.</summary>
public sealed class DecodeCorpusTests
{
    public static TheoryData<string> Cases => [.. Corpus.InScope.Select(item => item.File).DefaultIfEmpty("")];

    public static TheoryData<string> Samples => [.. Directory
        .EnumerateFiles(Repository.Sample(""), "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Sample(""), file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task Recorded_payload_decodes(string file)
    {
        Skip.If(Corpus.Folder is null, "The recorded payloads are not beside the repository.");
        var item = Corpus.InScope.Single(candidate => candidate.File == file);

        var run = await ToolRun.OfAsync(["decode", "binance", .. item.Words, Path.Combine(Corpus.Folder, file)]);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Code);
        Assert.Single(run.Lines);
        Assert.Empty(run.Json.GetProperty("unknownFields").EnumerateArray());
        Assert.Empty(run.Json.GetProperty("unknownValues").EnumerateArray());
        if (item.Topic is not null)
        {
            Assert.Equal(item.Topic, run.Json.GetProperty("topic").GetString());
            Assert.Equal(JsonValueKind.String, run.Json.GetProperty("channel").ValueKind);
        }
    }

    [SkippableFact]
    public void All_of_the_scope_is_there()
    {
        Skip.If(Corpus.Folder is null, "The recorded payloads are not beside the repository.");
        Assert.True(Corpus.InScope.Count >= 19, $"{Corpus.InScope.Count} recorded payloads are in scope.");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_decodes(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        string[] words = file switch
        {
            _ when file.StartsWith("errors/", StringComparison.Ordinal) => ["--frame"],
            _ when file.StartsWith("api/", StringComparison.Ordinal) => ["--frame", "--answers", name],
            _ when char.IsAsciiLetterUpper(name[0]) => ["--endpoint", name.Split('.')[0]],
            _ => ["--frame"],
        };

        var run = await ToolRun.OfAsync(["decode", "binance", .. words, Repository.Sample(file)]);

        // An answer of the WebSocket API alone does not say what it answers, which is a note and no error.
        Assert.StartsWith(file.StartsWith("errors/api.", StringComparison.Ordinal) ? "note: An answer" : "", run.Error, StringComparison.Ordinal);
        Assert.True(run.Error.Length == 0 || file.StartsWith("errors/api.", StringComparison.Ordinal), run.Error);
        Assert.Equal(0, run.Code);
        Assert.Empty(run.Json.GetProperty("unknownFields").EnumerateArray());
        Assert.Empty(run.Json.GetProperty("unknownValues").EnumerateArray());
    }
}
