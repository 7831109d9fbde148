using System.Text;
using System.Text.Json;
using Adapters.Generator.Model;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Specs;

/// <summary>
/// Wire fields that a conversion, a book rule or an error rule reads and that no recorded payload shows: what is believed
/// on the word of the venue's page alone. <c>evidence.txt</c> lists them under that page; with <c>ADAPTERS_ACCEPT=1</c> the
/// list is written anew.
/// </summary>
public sealed class EvidenceTests
{
    private const string Errors = "https://github.com/binance/binance-spot-api-docs/blob/master/errors.md";
    private const string Filters = "https://github.com/binance/binance-spot-api-docs/blob/master/filters.md";

    private static readonly string List = Path.Combine(
        Repository.Root, "tests", "Adapters.Generator.Tests", "Specs", "evidence.txt");

    private static readonly string Recorded = Path.Combine(Repository.Root, "..", "shared", "corpus", "binance");

    [SkippableFact]
    public void Fields_without_outside_evidence_are_listed_with_the_page_that_tells_of_them()
    {
        Skip.If(!Directory.Exists(Recorded), "The recorded payloads are not beside the project.");
        var text = Text();
        if (Environment.GetEnvironmentVariable("ADAPTERS_ACCEPT") == "1") File.WriteAllText(List, text);

        Assert.Equal(File.ReadAllText(List), text);
    }

    [Fact]
    public void They_are_counted() => Assert.Equal(
        109, File.ReadLines(List).Count(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)));

    private static string Text()
    {
        var shown = Shown();
        // No failure is recorded: all that error rules read is believed.
        var text = new StringBuilder($"# {Errors}\nfailure.code\nfailure.msg\n\n");
        var unshown = Read().Where(field => !shown.Contains(field)).Distinct()
            .GroupBy(field => Page(field.Record)).OrderBy(page => page.Key, StringComparer.Ordinal);
        foreach (var page in unshown)
        {
            text.Append("# ").Append(page.Key).Append('\n');
            foreach (var field in page.OrderBy(field => (field.Record.Name, field.Index)))
            {
                text.Append(field.Record.Name).Append('.').Append(field.Record.Fields[field.Index].WireNames[0]).Append('\n');
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    // The page of the call or channel that yields the record, which says more than the record's file.
    private static string Page(RecordModel record)
    {
        if (record.Name.StartsWith("Filters", StringComparison.Ordinal)) return Filters;
        var endpoint = BinanceSpec.Model.Endpoints.FirstOrDefault(item => Reaches(item.Returns, record, []));
        var channel = BinanceSpec.Model.Sockets.SelectMany(socket => socket.Channels).FirstOrDefault(item => Reaches(item.Sends, record, []));
        return channel?.Docs ?? endpoint?.Docs ?? record.Docs ?? Errors;
    }

    private static bool Reaches(TypeRef? type, RecordModel record, HashSet<RecordModel> seen)
    {
        if (type is null) return false;
        if (type.Kind is TypeKind.List or TypeKind.Map) return Reaches(type.Element, record, seen);
        if (type.Kind != TypeKind.Record) return false;
        var reached = new WireWalk(BinanceSpec.Model).Record(type);
        return reached == record || (seen.Add(reached) && reached.Fields.Any(field => Reaches(field.Type, record, seen)));
    }

    // Every step of every path of every conversion; book rules read what conversions to BookUpdate and OrderBook give.
    private static IEnumerable<(RecordModel Record, int Index)> Read()
    {
        var walk = new WireWalk(BinanceSpec.Model);
        foreach (var conversion in BinanceSpec.Model.Conversions)
        {
            var outer = walk.Record(conversion.Source);
            var listed = conversion.Each.Count == 0 ? null : conversion.Each[conversion.Each.Count - 1].Type;
            var element = listed is null ? outer : walk.Record(listed.Kind == TypeKind.List ? listed.Element! : listed);
            foreach (var field in Steps(outer, conversion.Each, walk)) yield return field;
            foreach (var field in Steps(element, conversion.When?.Path ?? [], walk)) yield return field;
            foreach (var path in conversion.Members.SelectMany(member => member.Value.Paths))
            {
                var root = path.Root switch { PathRoot.Element => element, PathRoot.Outer => outer, _ => null };
                foreach (var field in root is null ? [] : Steps(root, path.Steps, walk)) yield return field;
            }
        }
    }

    private static IEnumerable<(RecordModel Record, int Index)> Steps(
        RecordModel record, IEnumerable<PathStep> steps, WireWalk walk)
    {
        foreach (var step in steps)
        {
            // The cases of a union and the tags of a list are values, not fields: their constants are read elsewhere.
            var index = record.Fields.ToList().FindIndex(field => field.Property == step.Property);
            if (record.Form is RecordForm.Object or RecordForm.Tuple) yield return (record, index);
            if (step.Type.Kind == TypeKind.Record) record = walk.Record(step.Type);
        }
    }

    private static HashSet<(RecordModel Record, int Index)> Shown()
    {
        var shown = new HashSet<(RecordModel, int)>();
        var walk = new WireWalk(BinanceSpec.Model);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Recorded, "manifest.json")));
        foreach (var item in manifest.RootElement.GetProperty("cases").EnumerateArray())
        {
            string? Value(string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
            if (Value("category") != "spot" || TypeOf(Value("kind"), Value("method"), Value("path"), Value("topic")) is not { } type) continue;
            var json = File.ReadAllText(Path.Combine(Recorded, Value("file")!)).Replace("|1|", "1", StringComparison.Ordinal);
            var root = JsonDocument.Parse(json).RootElement;
            var payload = Value("kind") == "ws-frame" ? BinanceSpec.Payload(root) : root;
            walk.Visit(payload, type, (record, indexes) => shown.UnionWith(indexes.Select(index => (record, index))));
        }
        return shown;
    }

    private static TypeRef? TypeOf(string? kind, string? method, string? path, string? topic) => kind switch
    {
        "rest-response" => BinanceSpec.Model.Endpoints.FirstOrDefault(e => e.Method == method && e.Path == path)?.Returns,
        "ws-frame" => BinanceSpec.Model.Endpoints.FirstOrDefault(e => e.SocketMethod == topic)?.Returns
            ?? BinanceSpec.Model.Sockets.SelectMany(socket => socket.Channels)
                .FirstOrDefault(channel => channel.Opening is null ? Matches(channel, topic!) : topic == "outboundAccountPosition")?.Sends,
        _ => null,
    };

    private static bool Matches(ChannelModel channel, string topic)
    {
        var literal = channel.Parts.Last(part => part.Type is null && part.OptionalGroup == 0).Text;
        return topic.Contains(literal, StringComparison.Ordinal);
    }
}
