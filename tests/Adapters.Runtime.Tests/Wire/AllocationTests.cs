using System.Text;
using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

public sealed class AllocationTests
{
    private const int Messages = 200;

    private readonly WireContext _context = new(new SymbolTable());

    [Fact]
    public void A_record_of_fixed_size_allocates_nothing()
    {
        var text = """
            {"e":"trade","E":1672515782136,"s":"BNBBTC","t":12345,"p":"0.00100","q":"100.00000000","T":"1672515782135",
            "m":true,"M":true,"new":{"deep":[1,2,3]}}
            """u8.ToArray();

        var (bytes, sum) = Measure(() =>
        {
            var trade = WireDecoder.Decode<TradeRecord>(text, _context, "trades");
            return trade.Id + (long)trade.Quantity.Value;
        });

        Assert.Equal(0, bytes);
        Assert.Equal((12_345 + 100) * Messages, sum);
    }

    [Fact]
    public void Borrowed_levels_and_text_allocate_nothing()
    {
        var levels = string.Join(',', Enumerable.Range(1, 200).Select(i => $"[\"{1000 - i}.50\",\"{i}.125\"]"));
        var text = Encoding.UTF8.GetBytes(
            $$"""{"s":"BTCUSDT","U":1,"u":2,"b":[{{levels}}],"a":[{{levels}}],"n":"caf\u00e9"}""");

        var (bytes, sum) = Measure(() =>
        {
            var depth = WireDecoder.Decode<DepthFrame>(text, _context, "depth");
            return depth.Bids.Length + depth.Asks.Length + depth.Note.Bytes.Length;
        });

        Assert.Equal(0, bytes);
        Assert.Equal(405 * Messages, sum);
    }

    [Fact]
    public void Numbers_in_long_and_exponent_forms_and_unknown_enum_values_allocate_nothing()
    {
        var table = new EnumTable("BUY");
        var text = """
            ["12345678901234567890.12345",1.5e-7,"SHORT","1672515782.136","2026-11-24T14:30:05.5Z"]
            """u8.ToArray();

        var (bytes, sum) = Measure(() =>
        {
            var reader = new WireReader(text, _context);
            reader.BeginTuple();
            reader.RequireItem(0, "long");
            var sum = reader.Number().IsExact ? 1L : 0L;
            reader.RequireItem(1, "exponent");
            sum += reader.Decimal() > 0m ? 1 : 0;
            reader.RequireItem(2, "enum");
            sum += reader.Enum(table).IsKnown ? 0 : 1;
            reader.RequireItem(3, "time");
            sum += reader.TimeS().UnixSeconds > 0 ? 1 : 0;
            reader.RequireItem(4, "iso");
            sum += reader.TimeIsoOrNull("never") is null ? 0 : 1;
            reader.EndTuple();
            return sum;
        });

        Assert.Equal(0, bytes);
        Assert.Equal(5 * Messages, sum);
    }

    private static (long Bytes, long Sum) Measure(Func<long> read)
    {
        for (var i = 0; i < 3; i++)
        {
            read();
        }

        // A collection in between may trim the pools that are read into; what allocates does so each time.
        var (least, sum) = (long.MaxValue, 0L);
        for (var attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            sum = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Messages; i++)
            {
                sum += read();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (least, sum);
    }
}
