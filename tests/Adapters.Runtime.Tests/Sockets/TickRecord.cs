using Adapters.Wire;

namespace Adapters.Runtime.Tests.Sockets;

/// <summary>A message with a sequence number.</summary>
internal struct TickRecord : IWire<TickRecord>
{
    private static readonly FieldTable Fields = new("n");

    public long Number { get; private set; }

    public static void Read(scoped ref WireReader r, out TickRecord value)
    {
        value = default;
        ulong seen = 0;
        r.BeginObject();
        while (r.NextField(Fields, ref seen, out var field))
        {
            if (field == 0)
            {
                value.Number = r.Long();
            }
            else
            {
                r.SkipUnknown();
            }
        }

        r.Require(Fields, seen, 0b1);
    }
}

/// <summary>The same, borrowing the frame.</summary>
internal ref struct TickFrame : IWire<TickFrame>
{
    private static readonly FieldTable Fields = new("n", "text");

    public long Number { get; private set; }

    public Utf8Text Text { get; private set; }

    public static void Read(scoped ref WireReader r, out TickFrame value)
    {
        value = default;
        ulong seen = 0;
        r.BeginObject();
        while (r.NextField(Fields, ref seen, out var field))
        {
            switch (field)
            {
                case 0: value.Number = r.Long(); break;
                case 1: value.Text = r.TextSpanOrEmpty(); break;
                default: r.SkipUnknown(); break;
            }
        }

        r.Require(Fields, seen, 0b1);
    }
}
