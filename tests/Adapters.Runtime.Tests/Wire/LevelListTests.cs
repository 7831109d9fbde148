using System.Text;
using System.Text.Json;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>Lists of levels are read without the parser, so that they must be held against it.</summary>
public sealed class LevelListTests
{
    private readonly WireContext _context = new(new SymbolTable());

    [Fact]
    public void A_quantity_whose_quote_is_missing_is_refused()
    {
        // The next quote stands beyond what is looked at at once.
        Assert.False(TryRead("""[["93120.11000000","0.40000040000000],["93118.50000000","0.00000000"]]"""));
        Assert.True(TryRead("""[["93120.11000000","0.4000004000000"],["93118.50000000","0.00000000"]]"""));
    }

    [Fact]
    public void Whatever_stands_in_place_of_one_character_is_refused_where_it_is_no_JSON()
    {
        var refused = 0;
        for (var price = 3; price <= 17; price++)
        {
            for (var quantity = 3; quantity <= 20; quantity++)
            {
                var list = $$"""[["{{Digits(price)}}","{{Digits(quantity)}}"],["93118.50000000","0.00000000"]]""";
                Assert.True(TryRead(list), list);
                for (var i = 0; i < list.Length; i++)
                {
                    foreach (var other in char.IsAsciiDigit(list[i]) ? "\"," : "0\"")
                    {
                        var changed = $"{list[..i]}{other}{list[(i + 1)..]}";
                        var isRead = TryRead(changed);
                        refused += isRead ? 0 : 1;
                        Assert.True(!isRead || IsJson(changed), changed);
                    }
                }
            }
        }

        Assert.True(refused > 1_000);
    }

    private static string Digits(int length) => $"1.{new string('7', length - 2)}";

    private bool TryRead(string levels)
    {
        var message = Encoding.UTF8.GetBytes($$"""{"s":"BTCUSDT","U":1,"u":2,"b":{{levels}},"a":[],"n":"a note of some length"}""");
        try
        {
            _ = WireDecoder.Decode<DepthFrame>(message, _context, "test");
            return true;
        }
        catch (DecodeException)
        {
            return false;
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
