namespace Adapters.Wire;

/// <summary>Numbers the borrowed lists of frames: each generated list field keeps its own buffer per context.</summary>
public static class WireSlots
{
    private static int _last = -1;

    /// <summary>A number nobody else has.</summary>
    public static int Next() => Interlocked.Increment(ref _last);
}

/// <summary>A message that is a list of records, borrowed from the context's reused buffer.</summary>
public readonly ref struct WireList<T> : IWire<WireList<T>>
    where T : struct, IWire<T>
{
    private static readonly int Slot = WireSlots.Next();

    private WireList(ReadOnlySpan<T> items) => Items = items;

    /// <summary>The records; valid only inside the handler.</summary>
    public ReadOnlySpan<T> Items { get; }

    /// <inheritdoc/>
    public static void Read(scoped ref WireReader r, out WireList<T> value) => value = new WireList<T>(r.Span<T>(Slot));

    /// <inheritdoc/>
    public static int ReadExpected(ReadOnlySpan<byte> utf8, WireContext context, int depth, out WireList<T> value)
    {
        var left = WireCursor.ReadSpan<T>(utf8, context, depth, Slot, out var items);
        value = new WireList<T>(items);
        return left;
    }
}
