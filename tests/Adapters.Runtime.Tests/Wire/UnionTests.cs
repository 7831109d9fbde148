using System.Text;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>Which of several records a message is, wherever the mark stands, and what is none of them.</summary>
public sealed class UnionTests
{
    private static readonly EnumTable Names = new("trade", "book");
    private static readonly FieldTable Keys = new("list", "order", "code");
    private static readonly EnumTable Kinds = new("object", "text", "number");

    [Theory]
    [InlineData("""{"e":"trade","x":1}""", 0)]
    [InlineData("""{"x":{"e":"book"},"y":[{"e":"book"}],"e":"trade"}""", 0)]
    [InlineData("""{"E":"book","\u0065":"bo\u006fk"}""", 1)]
    [InlineData("""[{"e":"book"}]""", 1)]
    public void A_discriminator_is_found_wherever_it_stands(string json, int expected)
    {
        var (found, observer) = Find(json, static (in WireReader r) => r.Case("e", Names));

        Assert.Equal(expected, found);
        Assert.Empty(observer.Values);
    }

    [Theory]
    [InlineData("""{"x":1,"e":"new"}""", "$.e")]
    [InlineData("""{"e":{"trade":1}}""", "$.e")]
    [InlineData("""{"e":null}""", "$.e")]
    [InlineData("""{"x":"trade"}""", "$")]
    [InlineData("""{}""", "$")]
    [InlineData("""[]""", "$")]
    [InlineData("""["trade"]""", "$")]
    [InlineData("\"trade\"", "$")]
    [InlineData("7", "$")]
    public void Without_a_known_discriminator_it_is_none_and_the_observer_hears_of_it(string json, string path)
    {
        var (found, observer) = Find(json, static (in WireReader r) => r.Case("e", Names));

        Assert.Equal(-1, found);
        Assert.Equal([path], observer.Values);
    }

    [Theory]
    [InlineData("""{"order":1,"list":2}""", 0)]
    [InlineData("""{"x":{"list":1},"order":1}""", 1)]
    [InlineData("""{"list":null,"code":-2011}""", 2)]
    [InlineData("""[{"code":1}]""", 2)]
    [InlineData("""{"x":1}""", -1)]
    [InlineData("""{"list":null}""", -1)]
    [InlineData("""{"list":"","order":1}""", 1)]
    [InlineData("1", -1)]
    public void The_first_key_in_the_order_of_the_cases_decides(string json, int expected)
    {
        var (found, observer) = Find(json, static (in WireReader r) => r.CaseWith(Keys));

        Assert.Equal(expected, found);
        Assert.Equal(expected < 0 ? 1 : 0, observer.Values.Count);
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("\"x\"", 1)]
    [InlineData("-1.5", 2)]
    [InlineData("[]", -1)]
    [InlineData("true", -1)]
    public void The_kind_of_value_decides(string json, int expected) =>
        Assert.Equal(expected, Find(json, static (in WireReader r) => r.CaseOf(Kinds)).Found);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void What_is_absent_is_an_error_and_no_case_that_is_not_known(string json)
    {
        Assert.Throws<WireException>(() => Find(json, static (in WireReader r) => r.Case("e", Names)));
        Assert.Throws<WireException>(() => Find(json, static (in WireReader r) => r.CaseWith(Keys)));
        Assert.Throws<WireException>(() => Find("null", static (in WireReader r) => r.CaseOf(Kinds)));
    }

    [Theory]
    [InlineData("""{"e":"trade" """)]
    [InlineData("""{"x":[1,2""")]
    [InlineData("""{"x" """)]
    public void A_message_that_ends_early_is_an_error_never_a_case_of_luck(string json)
    {
        var error = Assert.Throws<DecodeException>(() => WireDecoder.DecodeOf(
            Encoding.UTF8.GetBytes(json), new WireContext(new SymbolTable()), "test", static (ref WireReader r) =>
            {
                var found = r.Case("e", Names);
                r.Skip();
                return found;
            }));
        Assert.NotEmpty(error.Message);
    }

    [Theory]
    [InlineData("\"mine-1\"", "mine-1")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("-1", null)]
    public void Ids_may_be_absent(string json, string? expected)
    {
        var read = WireDecoder.DecodeOf(
            Encoding.UTF8.GetBytes(json), new WireContext(new SymbolTable()), "test",
            static (ref WireReader r) => (r.OrderIdOrNull("-1"), r.ClientOrderIdOrNull("-1"), r.TradeIdOrNull("-1")));

        Assert.Equal((expected, expected, expected), (read.Item1?.ToString(), read.Item2?.ToString(), read.Item3?.ToString()));
    }

    private delegate int Finding(in WireReader reader);

    private static (int Found, PathObserver Observer) Find(string json, Finding find)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var observer = new PathObserver(utf8);
        var reader = new WireReader(utf8, new WireContext(new SymbolTable()) { Observer = observer });
        return (find(in reader), observer);
    }
}
