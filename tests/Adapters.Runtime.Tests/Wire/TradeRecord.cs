using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>A record as the compiler writes one whose fields all have a fixed size.</summary>
internal struct TradeRecord : IWire<TradeRecord>, IWireValue
{
    private static readonly FieldTable Fields = new("e", "E", "s", "t", "p", "q", "T", "m", "M");

    public Timestamp ReceivedAt { get; private set; }

    public Timestamp EventTime { get; private set; }

    public Symbol Symbol { get; private set; }

    public long Id { get; private set; }

    public Number Price { get; private set; }

    public Number Quantity { get; private set; }

    public Timestamp Time { get; private set; }

    public bool BuyerIsMaker { get; private set; }

    public static void Read(scoped ref WireReader r, out TradeRecord value)
    {
        value = default;
        value.ReceivedAt = r.ReceivedAt;
        ulong seen = 0;
        r.BeginObject();
        while (r.NextField(Fields, ref seen, out var field))
        {
            switch (field)
            {
                case 0: r.Constant("trade"u8); break;
                case 1: value.EventTime = r.TimeMs(); break;
                case 2: value.Symbol = r.Symbol(); break;
                case 3: value.Id = r.Long(); break;
                case 4: value.Price = r.Number(); break;
                case 5: value.Quantity = r.Number(); break;
                case 6: value.Time = r.TimeMs(); break;
                case 7: value.BuyerIsMaker = r.Bool(); break;
                case 8: r.Skip(); break;
                default: r.SkipUnknown(); break;
            }
        }

        r.Require(Fields, seen, 0b0_1111_1111);
    }

    public readonly void WriteTo(WireWriter w)
    {
        w.Field("eventTime", EventTime);
        w.Field("symbol", Symbol);
        w.Field("id", Id);
        w.Field("price", Price);
        w.Field("quantity", Quantity);
        w.Field("time", Time);
        w.Field("buyerIsMaker", BuyerIsMaker);
    }
}
