using System.Text;
using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>A borrowed list that is absent is not an empty one, for both readers.</summary>
public sealed class BorrowedListTests
{
    private readonly WireContext _context = new(new SymbolTable());

    [Theory]
    [InlineData("null", -1)]
    [InlineData("\"\"", -1)]
    [InlineData("[]", 0)]
    [InlineData("[[\"1\",\"2\"]]", 1)]
    public void Levels(string json, int count)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new WireReader(utf8, _context);
        var cursor = new WireCursor(utf8, _context, 0);

        Assert.Equal((count, count), (Count(reader.LevelSpanOrNone(0)), Count(cursor.LevelSpanOrNone(1))));
        Assert.True(cursor.Rest.IsEmpty);
    }

    [Theory]
    [InlineData("null", -1)]
    [InlineData("\"\"", -1)]
    [InlineData("[]", 0)]
    [InlineData("[{\"E\":1,\"s\":\"A\",\"t\":1,\"p\":\"1\",\"q\":\"1\",\"T\":1,\"m\":true,\"e\":\"trade\"}]", 1)]
    public void Records(string json, int count)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new WireReader(utf8, _context);
        var cursor = new WireCursor(utf8, _context, 0);

        Assert.Equal(
            (count, count), (Count(reader.SpanOrNone<TradeRecord>(0)), Count(cursor.SpanOrNone<TradeRecord>(1))));
    }

#pragma warning disable CA2265 // that is what is meant: a list that is absent is no empty one
    private static int Count<T>(ReadOnlySpan<T> list) => list == default ? -1 : list.Length;
#pragma warning restore CA2265
}
