using Adapters.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Adapters.Generator.Syntax;

/// <summary>
/// Reads a file into nodes with places; the only class that knows YamlDotNet. Whatever YAML can say beyond maps,
/// lists and texts is refused, and depth is counted on events, so no file can exhaust the stack.
/// </summary>
public static class SpecReader
{
    private const int MaxDepth = 24;

    /// <summary>Reads a file; null when it cannot be read at all.</summary>
    public static MapNode? Read(SpecFile file, DiagnosticBag diagnostics)
    {
        Run? run = null;
        try
        {
            run = new Run(file, diagnostics);
            return run.Document();
        }
        catch (YamlException error)
        {
            var text = FirstSentence(error.InnerException?.Message ?? error.Message);
            if (text.IndexOf("flow", StringComparison.Ordinal) >= 0) text += "; inside braces and brackets a text with one of them stands in quotes";
            diagnostics.Report("ADP001", file.Path, Zero(error.Start.Line), Zero(error.Start.Column), 1, text);
        }
        catch (Refused)
        {
            // reported where it was found
        }
#pragma warning disable CA1031 // some broken texts make the parser fail without a place; the last event it gave is near
        catch (Exception error) when (error.Source == "YamlDotNet")
#pragma warning restore CA1031
        {
            var place = run?.Last ?? default;
            diagnostics.Report("ADP001", file.Path, place.Line, place.Column, 1, "what begins here, or what follows, is not closed or not indented as YAML wants it");
        }
        return null;
    }

    private static int Zero(long oneBased) => (int)Math.Max(0, oneBased - 1);

    private static string FirstSentence(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.EndsWith(".", StringComparison.Ordinal) ? line.Substring(0, line.Length - 1) : line;
    }

    private sealed class Refused : Exception;

    private sealed class Run
    {
        private readonly SpecFile _file;
        private readonly DiagnosticBag _diagnostics;
        private readonly Parser _parser;
        private int _depth;

        public Run(SpecFile file, DiagnosticBag diagnostics)
        {
            _file = file;
            _diagnostics = diagnostics;
            RefuseCharacters();
            _parser = new Parser(new StringReader(file.Text.TrimStart('\ufeff')));
        }

        /// <summary>Where the parser stands.</summary>
        public Place? Last => _parser?.Current is { } current ? PlaceOf(current) : null;

        public MapNode? Document()
        {
            _parser.Consume<StreamStart>();
            if (_parser.Accept<StreamEnd>(out _)) return Language(new MapNode(_file.Path, default, []));
            _parser.Consume<DocumentStart>();
            var node = Node();
            _parser.Consume<DocumentEnd>();
            if (_parser.Accept<DocumentStart>(out var second)) Refuse("ADP003", second, "A second document");
            if (node is MapNode map) return Language(map);
            Report("ADP011", node.Place, "A specification file", "a map of sections");
            return null;
        }

        private MapNode? Language(MapNode map)
        {
            if (map["language"] is not { } language)
            {
                Report("ADP005", default, "it is missing here");
                return null;
            }
            if (language is ScalarNode { Value: "1" }) return map;
            Report("ADP005", language.Place, "this compiler knows version 1 only");
            return null;
        }

        // A NUL would end the text for the parser: what stands behind it would be lost without a word.
        private void RefuseCharacters()
        {
            var lines = _file.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var indent = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
                for (var column = 0; column < lines[i].Length; column++)
                {
                    var c = lines[i][column];
                    if (c == '\t' ? column >= indent : !char.IsControl(c) || c is '\r' or '\u0085') continue;
                    _diagnostics.Report(
                        "ADP003", _file.Path, i, column, 1, c == '\t' ? "A tab as indentation" : "A control character");
                    throw new Refused();
                }
            }
        }

        private SpecNode Node()
        {
            if (_parser.Accept<AnchorAlias>(out var alias)) Refuse("ADP003", alias, "An alias");
            if (_parser.Accept<NodeEvent>(out var any))
            {
                if (!any.Anchor.IsEmpty) Refuse("ADP003", any, "An anchor");
                if (!any.Tag.IsEmpty && any is not Scalar { IsQuotedImplicit: true }) Refuse("ADP003", any, "A tag");
            }
            if (_parser.TryConsume<Scalar>(out var scalar)) return ScalarOf(scalar);
            if (++_depth > MaxDepth) Refuse("ADP004", _parser.Current!, MaxDepth.ToString());
            SpecNode node = _parser.Accept<MappingStart>(out _) ? Map() : List();
            _depth--;
            return node;
        }

        private MapNode Map()
        {
            var start = _parser.Consume<MappingStart>();
            var entries = new List<MapEntry>();
            var places = new Dictionary<string, Place>(StringComparer.Ordinal);
            while (!_parser.TryConsume<MappingEnd>(out _))
            {
                if (!_parser.Accept<Scalar>(out _)) Refuse("ADP003", _parser.Current!, "A key that is no text");
                var key = (ScalarNode)Node();
                var value = Node();
                if (places.TryGetValue(key.Value, out var first))
                {
                    Report("ADP002", key.Place, key.Value, $"line {first.Line + 1}");
                    continue;
                }
                places.Add(key.Value, key.Place);
                entries.Add(new MapEntry(key, value));
            }
            return new MapNode(_file.Path, PlaceOf(start), entries);
        }

        private ListNode List()
        {
            var start = _parser.Consume<SequenceStart>();
            var items = new List<SpecNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(Node());
            return new ListNode(_file.Path, PlaceOf(start), items);
        }

        private ScalarNode ScalarOf(Scalar scalar) =>
            new(_file.Path, PlaceOf(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain);

        private static Place PlaceOf(ParsingEvent node)
        {
            var length = node.End.Line == node.Start.Line ? (int)(node.End.Column - node.Start.Column) : 1;
            return new Place(Zero(node.Start.Line), Zero(node.Start.Column), Math.Max(1, length));
        }

        private void Report(string id, Place place, params string[] arguments) =>
            _diagnostics.Report(id, _file.Path, place.Line, place.Column, place.Length, arguments);

        private void Refuse(string id, ParsingEvent at, params string[] arguments)
        {
            Report(id, PlaceOf(at), arguments);
            throw new Refused();
        }
    }
}
