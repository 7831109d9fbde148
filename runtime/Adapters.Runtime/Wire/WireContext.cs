using Adapters.Domain;

namespace Adapters.Wire;

/// <summary>What reading needs beyond the bytes: symbols, the time of arrival and reused memory for borrowed lists.
/// One per connection or call; not for several threads at once.</summary>
public sealed class WireContext
{
    private Array?[] _slots = [];
    private byte[] _text = [];
    private int _textUsed;

    /// <summary>Makes a context over a venue's symbols.</summary>
    public WireContext(SymbolTable symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        Symbols = symbols;
    }

    /// <summary>The symbols of the product.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>When the present message arrived; set once per frame by whoever receives.</summary>
    public Timestamp ReceivedAt { get; set; }

    /// <summary>Hears of unknown fields and values; null where nobody listens.</summary>
    public IWireObserver? Observer { get; set; }

    /// <summary>The reader leapt over a list that it read without the parser, whose lines and columns are no longer
    /// those of the message.</summary>
    internal bool HasLeapt { get; set; }

    /// <summary>A field came out of the declared order since this was last set to false.</summary>
    internal bool HasStrayed { get; set; }

    /// <summary>What the numbers of the present kind of message looked like last time; empty where nobody remembers.</summary>
    internal NumberShape[] Shapes { get; set; } = [];

    /// <summary>The buffer of a slot, at least <paramref name="length"/> long; what it held is kept when it grows.
    /// </summary>
    internal T[] Borrow<T>(int slot, int length)
    {
        if (slot >= _slots.Length)
        {
            Array.Resize(ref _slots, slot + 1);
        }

        if (_slots[slot] is T[] present && present.Length >= length)
        {
            return present;
        }

        var larger = new T[Math.Max(length, 32)];
        if (_slots[slot] is T[] smaller)
        {
            smaller.CopyTo(larger, 0);
        }

        _slots[slot] = larger;
        return larger;
    }

    /// <summary>Memory for text whose escapes are resolved; valid until the next message.</summary>
    internal Span<byte> BorrowText(int length)
    {
        if (_text.Length - _textUsed < length)
        {
            // Spans handed out before keep the old array alive.
            _text = new byte[Math.Max(length, Math.Max(1_024, _text.Length * 2))];
            _textUsed = 0;
        }

        var borrowed = _text.AsSpan(_textUsed, length);
        _textUsed += length;
        return borrowed;
    }

    /// <summary>A message begins: what was borrowed for the last one may be used again.</summary>
    internal void Restart()
    {
        _textUsed = 0;
        HasStrayed = false;
        HasLeapt = false;
    }
}
