using System.Text;
using Adapters.Catalogue;
using Adapters.Errors;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Tests.Reference;

namespace Adapters.Binance.Tests.Decoding;

/// <summary>The comparison sees what is wrong: in an expectation, and in a reader.</summary>
public sealed class MistakeTests
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "channel trades", "TradeEvent: p and q exchanged" },
        { "channel trades", "TradeEvent: T in microseconds" },
        { "channel trades", "TradeEvent: m not there" },
        { "channel trades", "TradeEvent: E may be absent" },
        { "channel trades", "TradeEvent: b must be there" },
        { "channel trades", "TradeEvent: e is another constant" },
        { "channel klines", "LiveBar: f without what means absent" },
        { "channel klines", "LiveBar: n of 32 bits" },
        { "channel klines", "KlineInterval: values in another order" },
        { "channel user", "UserEvent: the first case is not known" },
        { "answer GetExchangeInfo", "Filters: the first case is not known" },
        { "answer CancelOrder", "Canceled: the first case is not known" },
        { "answer GetKlines", "Bar: items in another order" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_wrong_expectation_is_seen(string root, string mistake)
    {
        using var comparison = new Comparison(BinanceRoots.Named(root), Mistaken(mistake));
        Assert.NotNull(ReferenceTests.Difference(comparison, BinanceRoots.Named(root)));
    }

    [Fact]
    public void A_wrong_reader_is_seen()
    {
        var trades = BinanceRoots.Named("channel trades");
        var sample = trades.Samples[0];
        var other = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sample).Replace("\"m\":true", "\"m\":false"));
        Assert.NotEqual(sample, other);
        ExpectedDecoder wrong = (_, context) => trades.Decode(other, context);

        Assert.Null(Seen(trades, sample));
        Assert.NotNull(Seen(trades with { Expected = wrong }, sample));
        Assert.NotNull(Seen(trades with { Decode = (text, context) => wrong(text, context)! }, sample));
        Assert.NotNull(Seen(trades with { Expected = wrong }, sample[..^3]));
        Assert.NotNull(Seen(trades with { Decode = (_, _) => throw new ArgumentException("out of range") }, sample));
        Assert.NotNull(Seen(trades with { Expected = (_, _) => throw new DecodeException("trades", "$", "no layout") }, sample));
    }

    [Theory]
    [InlineData("$.E", null)]
    [InlineData("$.T", "refused at $.T")]
    [InlineData("$", "refused at $\n")]
    public void A_wrong_place_of_an_error_is_seen(string path, string? seen)
    {
        var root = BinanceRoots.Named("channel trades") with
        {
            Decode = (_, _) => throw new DecodeException("trades", path, "expected a time, found text"),
            Expected = null,
        };
        var difference = Seen(root, """{"e":"trade","E":"noon"}"""u8.ToArray());
        Assert.Contains(seen ?? "", difference ?? "", StringComparison.Ordinal);
        Assert.Equal(seen is null, difference is null);
    }

    [Fact]
    public void A_missing_field_that_an_error_does_not_name_is_seen()
    {
        var root = BinanceRoots.Named("channel bookTicker") with
        {
            Decode = (_, _) => throw new DecodeException("bookTicker", "$", "something is missing"),
        };
        var difference = Seen(root, """{"u":1,"s":"A","b":"1","B":"2","A":"3"}"""u8.ToArray());
        Assert.Contains("without a word of 'a'", difference, StringComparison.Ordinal);
    }

    private static string? Seen(FuzzRoot root, byte[] text)
    {
        using var comparison = new Comparison(root);
        return comparison.Difference(text);
    }

    private static ExchangeModel Mistaken(string mistake)
    {
        var name = mistake.Split(':')[0];
        var record = BinanceRoots.Model.Records.FirstOrDefault(record => record.Name == name);
        return record is null
            ? BinanceRoots.Model with
            {
                Enums = BinanceRoots.Model.Enums
                    .Select(item => item.Name == name ? item with { Values = item.Values.Reverse().ToEquatableArray() } : item)
                    .ToEquatableArray(),
            }
            : BinanceRoots.Model with
            {
                Records = BinanceRoots.Model.Records
                    .Select(item => item == record ? item with { Fields = Mistaken(record, mistake).ToEquatableArray() } : item)
                    .ToEquatableArray(),
            };
    }

    private static IEnumerable<FieldModel> Mistaken(RecordModel record, string mistake) => mistake.Split(": ")[1] switch
    {
        "p and q exchanged" => record.Fields.Select(field => field.WireNames[0] switch
        {
            "p" => field with { WireNames = Names("q") },
            "q" => field with { WireNames = Names("p") },
            _ => field,
        }),
        "T in microseconds" => Field(record, "T", field => field with { Type = new TypeRef(TypeKind.TimeUs) }),
        "m not there" => record.Fields.Where(field => field.WireNames[0] != "m"),
        "E may be absent" => Field(record, "E", field => field with { IsOptional = true, WireNames = Names("e?") }),
        "b must be there" => Field(record, "b", field => field with { IsOptional = false }),
        "e is another constant" => Field(record, "e", field => field with { Constant = "trades" }),
        "f without what means absent" => Field(record, "f", field => field with { Unless = Names() }),
        "n of 32 bits" => Field(record, "n", field => field with { Type = new TypeRef(TypeKind.Int) }),
        "the first case is not known" => record.Fields.Skip(1),
        "items in another order" =>
            record.Fields.Skip(1).Take(2).Reverse().Concat(record.Fields.Skip(3)).Prepend(record.Fields[0]),
        _ => throw new ArgumentException(mistake, nameof(mistake)),
    };

    private static IEnumerable<FieldModel> Field(RecordModel record, string wire, Func<FieldModel, FieldModel> change) =>
        record.Fields.Select(field => field.WireNames[0] == wire ? change(field) : field);

    private static EquatableArray<string> Names(params string[] names) => names.ToEquatableArray();
}
