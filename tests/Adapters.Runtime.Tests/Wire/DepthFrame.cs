using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>A record as the compiler writes one that borrows the frame.</summary>
internal ref struct DepthFrame : IWire<DepthFrame>
{
    private static readonly FieldTable Fields = new("s", "U", "u", "b", "a", "n");

    public Symbol Symbol { get; private set; }

    public long First { get; private set; }

    public long Last { get; private set; }

    public ReadOnlySpan<Level> Bids { get; private set; }

    public ReadOnlySpan<Level> Asks { get; private set; }

    public Utf8Text Note { get; private set; }

    public static void Read(scoped ref WireReader r, out DepthFrame value)
    {
        for (var seen = r.BeginObject(out value); r.NextField(Fields, 0b01_1111, ref seen, out var field);)
        {
            switch (field)
            {
                case 0: value.Symbol = r.Symbol(); break;
                case 1: value.First = r.Long(); break;
                case 2: value.Last = r.Long(); break;
                case 3: value.Bids = r.LevelSpan(0); break;
                case 4: value.Asks = r.LevelSpan(1); break;
                case 5: value.Note = r.TextSpanOrEmpty(); break;
            }
        }
    }
}
