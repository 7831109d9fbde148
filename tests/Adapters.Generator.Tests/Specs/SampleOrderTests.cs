using Adapters.Generator.Model;

namespace Adapters.Generator.Tests.Specs;

/// <summary>The fields of messages stand in the order in which the venue sends them: it is what fast decoders expect, and
/// the samples show it.</summary>
public sealed class SampleOrderTests
{
    public static TheoryData<string> Files => [.. BinanceSpec.Messages().Select(message => message.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Fields_of_a_sample_stand_in_the_order_of_the_specification(string file)
    {
        var (_, sends, payload) = BinanceSpec.Messages().Single(message => message.File == file);

        new WireWalk(BinanceSpec.Model).Visit(payload, sends, (record, indexes) => Assert.True(
            indexes.Order().SequenceEqual(indexes),
            $"{record.Name}: {string.Join(' ', indexes.Select(index => record.Fields[index].WireNames[0]))}"));
    }

    [Fact]
    public void Every_field_of_a_message_is_in_a_sample()
    {
        var seen = new HashSet<(string, int)>();
        var records = new HashSet<RecordModel>();
        foreach (var (_, sends, payload) in BinanceSpec.Messages())
        {
            new WireWalk(BinanceSpec.Model).Visit(payload, sends, (record, indexes) =>
            {
                records.Add(record);
                seen.UnionWith(indexes.Select(index => (record.Name, index)));
            });
        }

        var missing = records.SelectMany(record => record.Fields
            .Select((field, index) => (Record: record.Name, index, Wire: field.WireNames[0]))
            .Where(field => !seen.Contains((field.Record, field.index))));
        // No longer documented, still in recorded frames.
        Assert.Equal(["TradeEvent.b", "TradeEvent.a"], missing.Select(field => $"{field.Record}.{field.Wire}"));
    }
}
