namespace Adapters.Wire;

/// <summary>A message that is a list of records which are objects of their own: the handler may keep them.</summary>
public readonly struct WireArray<T> : IWire<WireArray<T>>, IEquatable<WireArray<T>>
    where T : class, IWire<T>
{
    private readonly T[] _items;

    private WireArray(T[] items) => _items = items;

    /// <summary>The records, in the venue's order.</summary>
    public ReadOnlySpan<T> Items => _items;

    /// <inheritdoc/>
    public static void Read(scoped ref WireReader r, out WireArray<T> value) => value = new WireArray<T>(r.List<T>());

    /// <inheritdoc/>
    public static int ReadExpected(ReadOnlySpan<byte> utf8, WireContext context, int depth, out WireArray<T> value)
    {
        var left = WireCursor.ReadList<T>(utf8, context, depth, out var items);
        value = new WireArray<T>(items);
        return left;
    }

    /// <summary>The same list.</summary>
    public bool Equals(WireArray<T> other) => ReferenceEquals(_items, other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WireArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.GetHashCode();

    /// <summary>The same list.</summary>
    public static bool operator ==(WireArray<T> left, WireArray<T> right) => left.Equals(right);

    /// <summary>Another list.</summary>
    public static bool operator !=(WireArray<T> left, WireArray<T> right) => !left.Equals(right);
}
