using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>A record with a field of every kind, as the compiler writes one that is a class.</summary>
internal sealed class EverythingRecord : IWire<EverythingRecord>, IWireValue
{
    private static readonly FieldTable Fields = new(
        "text", "flag", "int", "long", "number", "ms", "iso", "symbol", "asset", "side", "json", "levels", "trades",
        "names", "map", "tags", "inner", "maybe");

    private static readonly EnumTable Sides = new("BUY", "SELL");
    private static readonly EnumTable Tags = new("A", "B");

    private EverythingRecord()
    {
    }

    public string Text { get; private set; } = string.Empty;

    public bool Flag { get; private set; }

    public int Int { get; private set; }

    public long Long { get; private set; }

    public Number Number { get; private set; }

    public Timestamp Ms { get; private set; }

    public Timestamp Iso { get; private set; }

    public Symbol? Symbol { get; private set; }

    public Asset Asset { get; private set; }

    public EnumValue? Side { get; private set; }

    public JsonText Json { get; private set; }

    public Level[] Levels { get; private set; } = [];

    public TradeRecord[] Trades { get; private set; } = [];

    public string[] Names { get; private set; } = [];

    public Dictionary<string, TradeRecord> Map { get; private set; } = [];

    public EverythingRecord? A { get; private set; }

    public TradeRecord? B { get; private set; }

    public EverythingRecord? Inner { get; private set; }

    public Number? Maybe { get; private set; }

    public static void Read(scoped ref WireReader r, out EverythingRecord value)
    {
        value = new EverythingRecord();
        ulong seen = 0;
        r.BeginObject();
        while (r.NextField(Fields, ref seen, out var field))
        {
            switch (field)
            {
                case 0: value.Text = r.Text(); break;
                case 1: value.Flag = r.Bool(); break;
                case 2: value.Int = r.Int(); break;
                case 3: value.Long = r.Long(); break;
                case 4: value.Number = r.Number(); break;
                case 5: value.Ms = r.TimeMs(); break;
                case 6: value.Iso = r.TimeIso(); break;
                case 7: value.Symbol = r.Symbol(); break;
                case 8: value.Asset = r.Asset(); break;
                case 9: value.Side = r.Enum(Sides); break;
                case 10: value.Json = r.Json(); break;
                case 11: value.Levels = r.Levels(); break;
                case 12: value.Trades = r.List<TradeRecord>(); break;
                case 13: value.Names = r.ListOf(static (ref WireReader i) => i.Text()); break;
                case 14: value.Map = r.Map<TradeRecord>(); break;
                case 15: ReadTags(ref r, value); break;
                case 16: value.Inner = r.ClassOrNull<EverythingRecord>(); break;
                case 17: value.Maybe = r.NumberOrNull(-1m); break;
                default: r.SkipUnknown(); break;
            }
        }

        r.Require(Fields, seen, 0b00_1111_1111_1111_1111);
    }

    public void WriteTo(WireWriter w)
    {
        w.Field("text", Text);
        w.Field("flag", Flag);
        w.Field("int", Int);
        w.Field("long", Long);
        w.Field("number", Number);
        w.Field("ms", Ms);
        w.Field("iso", Iso);
        w.Field("symbol", Symbol);
        w.Field("asset", Asset);
        w.Field("side", Side);
        w.Field("json", Json);
        w.Field("levels", Levels);
        w.Field("trades", Trades);
        w.Field("names", Names);
        w.Field("map", Map);
        w.Field("a", A);
        w.Field("b", B);
        w.Field("inner", Inner);
        w.Field("maybe", Maybe);
    }

    private static void ReadTags(ref WireReader r, EverythingRecord value)
    {
        r.BeginTagged();
        while (r.NextTagged("tag", Tags, out var tag))
        {
            switch (tag)
            {
                case 0: value.A = r.Object<EverythingRecord>(); break;
                case 1: value.B = r.Object<TradeRecord>(); break;
            }
        }
    }
}
