using System.Text;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>Every scalar in every form that venues send, and the forms that must be refused.</summary>
public sealed class ScalarTests
{
    private static readonly EnumTable Sides = new("BUY", "SELL");

    private readonly WireContext _context = new(new SymbolTable());

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("\"5\"", 5L)]
    [InlineData("\" 5 \"", 5L)]
    [InlineData("\"\\u0035\"", 5L)]
    [InlineData("-0", 0L)]
    [InlineData("5.000", 5L)]
    [InlineData("\"5e2\"", 500L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    public void Whole_numbers_are_read(string json, long expected)
    {
        Assert.Equal(expected, Read(json, static (ref WireReader r) => r.Long()));
        Assert.Equal(expected, Read(json, static (ref WireReader r) => r.LongOrNull()));
        Assert.Null(Read(json, (ref WireReader r) => r.LongOrNull(1, expected)));
    }

    [Theory]
    [InlineData("5.5")]
    [InlineData("9223372036854775808")]
    [InlineData("1e30")]
    [InlineData("\"five\"")]
    [InlineData("\"5 5\"")]
    [InlineData("\"0x5\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[5]")]
    public void What_is_no_whole_number_is_refused(string json)
    {
        Refuses(json, static (ref WireReader r) => r.Long());
        Refuses(json, static (ref WireReader r) => r.LongOrNull(5));
        Refuses(json, static (ref WireReader r) => r.Int());
        Refuses(json, static (ref WireReader r) => r.IntOrNull());
    }

    [Fact]
    public void A_number_of_32_bits_is_bounded_but_its_absent_value_is_not()
    {
        Assert.Equal(int.MaxValue, Read("2147483647", static (ref WireReader r) => r.Int()));
        Refuses("2147483648", static (ref WireReader r) => r.Int());
        Refuses("2147483648", static (ref WireReader r) => r.IntOrNull());
        Assert.Null(Read("9999999999", static (ref WireReader r) => r.IntOrNull(9_999_999_999)));
        Assert.Equal(7, Read("\"7\"", static (ref WireReader r) => r.IntOrNull(-1)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void What_is_absent_is_null_where_it_may_be_and_an_error_where_not(string json)
    {
        Assert.Null(Read(json, static (ref WireReader r) => r.LongOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.IntOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.BoolOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.NumberOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.NumberOrNullIfNegative()));
        Assert.Null(Read(json, static (ref WireReader r) => r.TimeSOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.TimeMsOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.TimeUsOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.TimeNsOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.TimeIsoOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.TextOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.SymbolOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.AssetOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.EnumOrNull(Sides)));
        Assert.Null(Read(json, static (ref WireReader r) => r.JsonOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.LevelsOrNull()));
        Assert.Null(Read(json, static (ref WireReader r) => r.ListOfOrNull(static (ref WireReader i) => i.Long())));
        Assert.False(Read(json, static (ref WireReader r) => r.TextSpanOrEmpty().IsPresent));
        Refuses(json, static (ref WireReader r) => r.Long());
        Refuses(json, static (ref WireReader r) => r.Bool());
        Refuses(json, static (ref WireReader r) => r.Number());
        Refuses(json, static (ref WireReader r) => r.Decimal());
        Refuses(json, static (ref WireReader r) => r.TimeMs());
        Refuses(json, static (ref WireReader r) => r.TimeIso());
        Refuses(json, static (ref WireReader r) => r.Symbol());
        Refuses(json, static (ref WireReader r) => r.Asset());
        Refuses(json, static (ref WireReader r) => r.Enum(Sides));
        Refuses(json, static (ref WireReader r) => r.OrderId());
        Refuses(json, static (ref WireReader r) => r.Levels());
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"True\"", true)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("\"tr\\u0075e\"", true)]
    public void Booleans_are_read(string json, bool expected)
    {
        Assert.Equal(expected, Read(json, static (ref WireReader r) => r.Bool()));
        Assert.Equal(expected, Read(json, static (ref WireReader r) => r.BoolOrNull()));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"yes\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("[]")]
    public void What_is_no_boolean_is_refused(string json) =>
        Refuses(json, static (ref WireReader r) => r.BoolOrNull());

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("\"1.50\"", "1.50")]
    [InlineData("\" 1.50\"", "1.50")]
    [InlineData("1.5E+2", "150")]
    [InlineData("\"1e-8\"", "0.00000001")]
    [InlineData("\"123456789012345678901234567890.5\"", "123456789012345678901234567890.5")]
    [InlineData("1e-40", "1e-40")]
    public void Numbers_are_read_exactly(string json, string expected)
    {
        Assert.Equal(expected, Read(json, static (ref WireReader r) => r.Number()).ToString());
        Assert.Equal(expected, Read(json, static (ref WireReader r) => r.NumberOrNull(0m))?.ToString());
        Assert.Equal(expected, Read(json, static (ref WireReader r) => r.NumberOrNullIfNegative())?.ToString());
    }

    [Fact]
    public void Numbers_that_mean_absent_are_compared_by_value()
    {
        Assert.Null(Read("\"-1.000\"", static (ref WireReader r) => r.NumberOrNull(-1m)));
        Assert.Null(Read("0e5", static (ref WireReader r) => r.NumberOrNull(-1m, 0m)));
        Assert.Null(Read("\"-0.01\"", static (ref WireReader r) => r.NumberOrNullIfNegative()));
        Assert.Null(Read("-1e50", static (ref WireReader r) => r.NumberOrNullIfNegative()));
        Assert.Null(Read("\"0.0\"", static (ref WireReader r) => r.TimeMsOrNull(0)));
        Assert.Null(Read("-1", static (ref WireReader r) => r.TimeSOrNull(0, -1)));
        Refuses("1e-40", static (ref WireReader r) => r.Decimal());
        Refuses("\"NaN\"", static (ref WireReader r) => r.NumberOrNull());
    }

    [Fact]
    public void Times_are_read_in_every_unit()
    {
        var expected = Timestamp.FromMilliseconds(1_672_515_782_136);

        Assert.Equal(expected, Read("1672515782136", static (ref WireReader r) => r.TimeMs()));
        Assert.Equal(expected, Read("\"1672515782136\"", static (ref WireReader r) => r.TimeMsOrNull()));
        Assert.Equal(expected, Read("1672515782136000", static (ref WireReader r) => r.TimeUs()));
        Assert.Equal(expected, Read("1672515782136000000", static (ref WireReader r) => r.TimeNs()));
        Assert.Equal(expected, Read("\"1672515782.136\"", static (ref WireReader r) => r.TimeS()));
        Assert.Equal(expected, Read("\"2022-12-31T19:43:02.136Z\"", static (ref WireReader r) => r.TimeIso()));
        Assert.Null(Read("\"0001-01-01\"", static (ref WireReader r) => r.TimeIsoOrNull("0001-01-01")));
    }

    [Theory]
    [InlineData("9223372036854.775807", long.MaxValue)]
    [InlineData("\"-9223372036854.775808\"", long.MinValue)]
    [InlineData("-9223372036854775808e-6", long.MinValue)]
    public void Times_are_read_up_to_the_ends_of_their_range(string json, long nanoseconds) =>
        Assert.Equal(nanoseconds, Read(json, static (ref WireReader r) => r.TimeMs()).UnixNanoseconds);

    [Theory]
    [InlineData("9223372036854.775808")]
    [InlineData("-9223372036854.775809")]
    [InlineData("9223372036855")]
    public void Times_past_the_ends_of_their_range_are_refused(string json) =>
        Refuses(json, static (ref WireReader r) => r.TimeMs());

    [Theory]
    [InlineData("9999999999999999")]
    [InlineData("-9999999999999999")]
    [InlineData("1e40")]
    [InlineData("\"later\"")]
    [InlineData("1.0000000001")]
    public void Times_that_cannot_be_held_are_refused(string json) =>
        Refuses(json, static (ref WireReader r) => r.TimeSOrNull());

    [Fact]
    public void Text_is_read_with_its_escapes_and_a_number_gives_its_digits()
    {
        Assert.Equal("a\"é\n😀", Read("\"a\\\"\\u00e9\\n\\ud83d\\ude00\"", static (ref WireReader r) => r.Text()));
        Assert.Equal("币", Read("\"币\"", static (ref WireReader r) => r.Text()));
        Assert.Equal("", Read("\"\"", static (ref WireReader r) => r.Text()));
        Assert.Equal("1.50", Read("1.50", static (ref WireReader r) => r.Text()));
        Assert.Null(Read("\"N/A\"", static (ref WireReader r) => r.TextOrNull("-", "N/A")));
        Assert.Equal("n/a", Read("\"n/a\"", static (ref WireReader r) => r.TextOrNull("-", "N/A")));
        Assert.Null(Read("\"é\"", static (ref WireReader r) => r.TextOrNull("é")));
        Refuses("true", static (ref WireReader r) => r.Text());
        Refuses("{}", static (ref WireReader r) => r.TextOrNull());
    }

    [Fact]
    public void Long_text_with_escapes_is_read()
    {
        var text = new string('x', 5_000) + "é";
        var json = "\"" + new string('x', 5_000) + "\\u00e9\"";

        Assert.Equal(text, Read(json, static (ref WireReader r) => r.Text()));
        Assert.Equal(text, Read(json, static (ref WireReader r) => r.TextSpan().ToString()));
    }

    [Fact]
    public void Enums_keep_values_that_are_not_known()
    {
        Assert.Equal(1, Read("\"SELL\"", static (ref WireReader r) => r.Enum(Sides)).Index);
        var unknown = Read("\"SHORT\"", static (ref WireReader r) => r.Enum(Sides));
        Assert.Equal(("SHORT", -1, false), (unknown.Text, unknown.Index, unknown.IsKnown));
        Assert.Same(unknown, Read("\"SHORT\"", static (ref WireReader r) => r.EnumOrNull(Sides)));
        Assert.Null(Read("\"NONE\"", static (ref WireReader r) => r.EnumOrNull(Sides, "NONE")));
        Assert.Equal("5", Read("5", static (ref WireReader r) => r.Enum(Sides)).Text);
        Refuses("{}", static (ref WireReader r) => r.Enum(Sides));
    }

    [Fact]
    public void Ids_symbols_and_assets_are_read()
    {
        Assert.Equal(OrderId.FromInt64(12), Read("12", static (ref WireReader r) => r.OrderId()));
        Assert.Equal(OrderId.FromInt64(12), Read("\"12\"", static (ref WireReader r) => r.OrderId()));
        Assert.Equal("x-1", Read("\"x-1\"", static (ref WireReader r) => r.ClientOrderId()).ToString());
        Refuses("\"1234567890123456789012345678901234567\"", static (ref WireReader r) => r.TradeId());
        Assert.Equal("USDT", Read("\"USDT\"", static (ref WireReader r) => r.Asset()).Code);
        Assert.Same(_context.Symbols.Get("A\"B"), Read("\"A\\\"B\"", static (ref WireReader r) => r.Symbol()));
    }

    [Fact]
    public void Raw_json_is_kept_as_it_is()
    {
        const string Json = "{\"a\": [1, \"é\"]}";

        Assert.Equal(Json, Read($" {Json} ", static (ref WireReader r) => r.Json()).ToString());
        Assert.Equal("7", Read("7", static (ref WireReader r) => r.JsonOrNull()).ToString());
        Refuses("{\"a\": [1}", static (ref WireReader r) => r.Json());
    }

    [Fact]
    public void Constants_are_checked()
    {
        Assert.True(Read("\"trade\"", static (ref WireReader r) => Check(ref r, "trade"u8)));
        Assert.True(Read("0", static (ref WireReader r) => Check(ref r, "0"u8)));
        Assert.True(Read("true", static (ref WireReader r) => Check(ref r, "true"u8)));
        Assert.True(Read("null", static (ref WireReader r) => Check(ref r, "null"u8)));
        Refuses("\"trades\"", static (ref WireReader r) => Check(ref r, "trade"u8));
        Refuses("null", static (ref WireReader r) => Check(ref r, "trade"u8));
        Refuses("{}", static (ref WireReader r) => Check(ref r, "trade"u8));
    }

    private static bool Check(ref WireReader r, ReadOnlySpan<byte> expected)
    {
        r.Constant(expected);
        return true;
    }

    private T Read<T>(string json, ScalarRead<T> read) =>
        WireDecoder.DecodeOf(Encoding.UTF8.GetBytes(json), _context, "test", read);

    private void Refuses<T>(string json, ScalarRead<T> read) =>
        Assert.Throws<DecodeException>(() => Read(json, read));
}
