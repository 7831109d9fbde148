using System.Text;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

public sealed class CompositeTests
{
    private static readonly EnumTable Tags = new("PRICE", "LOT");

    private readonly WireContext _context = new(new SymbolTable());

    [Theory]
    [InlineData("[1,\"2\"]", new[] { 1L, 2L })]
    [InlineData("[]", new long[0])]
    [InlineData("7", new[] { 7L })]
    public void A_list_of_scalars_accepts_a_lone_one(string json, long[] expected) =>
        Assert.Equal(
            expected, Read(json, static (ref WireReader r) => r.ListOf(static (ref WireReader i) => i.Long())));

    [Fact]
    public void Lists_of_lists_are_lists()
    {
        var lists = Read("[[1],[],2]", static (ref WireReader r) =>
            r.ListOf(static (ref WireReader l) => l.ListOf(static (ref WireReader i) => i.Long())));

        Assert.Equal([[1L], [], [2L]], lists);
    }

    [Fact]
    public void Maps_keep_their_keys_and_the_last_of_two_equal_ones()
    {
        var map = Read(
            "{\"a\":1,\"A\":2,\"\\u0061\":3}",
            static (ref WireReader r) => r.MapOf(static (ref WireReader i) => i.Long()));

        Assert.Equal([("a", 3L), ("A", 2L)], map.Select(pair => (pair.Key, pair.Value)));
        Assert.Null(Read("null", static (ref WireReader r) => r.MapOfOrNull(static (ref WireReader i) => i.Long())));
        Refuses("[]", static (ref WireReader r) => r.MapOf(static (ref WireReader i) => i.Long()), "$");
        Refuses("{\"a\":\"b\"}", static (ref WireReader r) => r.MapOf(static (ref WireReader i) => i.Long()), "$.a");
    }

    [Fact]
    public void Tuples_skip_further_items_and_may_lack_trailing_ones()
    {
        Assert.Equal((1, 2), Read("[1,2,{\"x\":[3]},4]", ReadPair));
        Assert.Equal((1, null), Read("[1]", ReadPair));
        Refuses("[]", ReadPair, "$");
        Refuses("[1,\"x\"]", ReadPair, "$[1]");
        Refuses("{}", ReadPair, "$");
    }

    [Fact]
    public void Tuples_stand_inside_each_other()
    {
        var pairs = Read("[[[1],[2,3]],[[4,5,6],[7]]]", static (ref WireReader r) =>
            r.ListOf(static (ref WireReader outer) =>
            {
                outer.BeginTuple();
                outer.RequireItem(0, "left");
                var left = ReadPair(ref outer);
                outer.RequireItem(1, "right");
                var right = ReadPair(ref outer);
                Assert.False(outer.NextItem());
                Assert.False(outer.NextItem());
                outer.EndTuple();
                return (left, right);
            }));

        Assert.Equal([((1, null), (2, 3)), ((4, 5), (7, null))], pairs);
    }

    [Fact]
    public void Tagged_objects_are_told_apart_wherever_the_tag_stands()
    {
        const string Json = """
            [{"type":"LOT","v":1},{"v":{"type":"PRICE"},"type":"NEW"},{"v":2,"type":"PRICE"},{"type":"LOT","v":3}]
            """;
        var observer = new PathObserver(Encoding.UTF8.GetBytes(Json));
        _context.Observer = observer;

        Assert.Equal(["LOT 1", "PRICE 2", "LOT 3"], Read(Json, ReadTagged));
        Assert.Equal(["$[1].type"], observer.Values);
        Assert.Empty(observer.Fields);
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("""{"type":"LOT","v":1}""", "LOT 1")]
    [InlineData("""{"type":"NEW","v":1}""", "")]
    [InlineData("""[{"ty\u0070e":"\u004cOT","v":1}]""", "LOT 1")]
    public void A_tagged_list_may_be_empty_or_lone(string json, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(json, ReadTagged)));

    [Theory]
    [InlineData("""[{"v":1}]""", "$[0]")]
    [InlineData("""[{"type":[],"v":1}]""", "$[0].type")]
    [InlineData("""[{"type":"LOT"},7]""", "$[0]")]
    [InlineData("""[7]""", "$[0]")]
    [InlineData("7", "$")]
    public void A_tagged_list_that_cannot_be_read_is_an_error(string json, string path) =>
        Refuses(json, ReadTagged, path);

    [Theory]
    [InlineData("""{"a":{"b":[1,{"c":true}]}}""", "true", "$.a.b[1].c")]
    [InlineData("""{"a":{"b":[1,{"c":true}]}}""", "1", "$.a.b[0]")]
    [InlineData("""[[],[ 5]]""", "5", "$[1][0]")]
    [InlineData("""{"a b":{"it's":7}}""", "7", "$['a b']['it?s']")]
    [InlineData("""{"a":1,"":{"x":8}}""", "8", "$[''].x")]
    [InlineData("""{"a":{},"b":[{}],"c":9}""", "9", "$.c")]
    [InlineData("""{"\u0061":6}""", "6", "$.a")]
    public void A_place_has_a_path(string json, string at, string path) =>
        Assert.Equal(path, JsonPath.At(Encoding.UTF8.GetBytes(json), json.IndexOf(at, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"a":[1,2,x]}""", "$.a[1]")]
    [InlineData("", "$")]
    [InlineData("[[[", "$[0][0]")]
    public void The_path_of_a_malformed_text_goes_as_far_as_it_can(string json, string path) =>
        Assert.Equal(path, JsonPath.At(Encoding.UTF8.GetBytes(json), json.Length));

    [Theory]
    [InlineData("""{"a":{"b":[1,{"c":true}]},"d":[[ 5],{}]}""")]
    [InlineData("""[ 1 , {"x":[2,3,}""")]
    public void The_paths_of_several_places_are_those_of_each(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var offsets = Enumerable.Range(0, utf8.Length + 1).ToArray();
        Assert.Equal(offsets.Select(offset => JsonPath.At(utf8, offset)), JsonPath.At(utf8, offsets));
    }

    private static (int Left, int? Right) ReadPair(ref WireReader r)
    {
        r.BeginTuple();
        r.RequireItem(0, "left");
        var left = r.Int();
        int? right = r.NextItem() ? r.Int() : null;
        r.EndTuple();
        return (left, right);
    }

    private static string[] ReadTagged(ref WireReader r)
    {
        List<string> read = [];
        r.BeginTagged();
        while (r.NextTagged("type", Tags, out var tag))
        {
            read.Add($"{Tags[tag]} {r.Object<TaggedRecord>().Value}");
        }

        return [.. read];
    }

    private T Read<T>(string json, ScalarRead<T> read) =>
        WireDecoder.DecodeOf(Encoding.UTF8.GetBytes(json), _context, "test", read);

    private void Refuses<T>(string json, ScalarRead<T> read, string path) =>
        Assert.Equal(path, Assert.Throws<DecodeException>(() => Read(json, read)).Path);

    private struct TaggedRecord : IWire<TaggedRecord>
    {
        private static readonly FieldTable Fields = new([("type", 0), ("v", 1), ("value", 1)]);

        internal long Value { get; private set; }

        public static void Read(scoped ref WireReader r, out TaggedRecord value)
        {
            value = default;
            ulong seen = 0;
            r.BeginObject();
            while (r.NextField(Fields, ref seen, out var field))
            {
                switch (field)
                {
                    case 0: r.Skip(); break;
                    case 1: value.Value = r.Long(); break;
                    default: r.SkipUnknown(); break;
                }
            }

            r.Require(Fields, seen, 0b11);
        }
    }
}
