namespace Adapters.Wire;

/// <summary>A message that reads itself from the wire; implemented by generated records.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IWire<TSelf>
    where TSelf : IWire<TSelf>, allows ref struct
{
    /// <summary>Reads one value from where the reader stands.</summary>
    /// <exception cref="WireException">The value is not what the venue documents.</exception>
    static abstract void Read(scoped ref WireReader r, out TSelf value);

    /// <summary>Reads one value in its expected layout, several times faster and with the same result. Without a layout
    /// it is read in any order.</summary>
    /// <param name="utf8">Starts with the value and may go on behind it.</param>
    /// <param name="context">What reading needs.</param>
    /// <param name="depth">Values around this one.</param>
    /// <param name="value">The value.</param>
    /// <returns>Number of bytes behind the value; -1 where it has another form, or cannot be read at all:
    /// <see cref="Read"/>, from the message's start, decides.</returns>
    static virtual int ReadExpected(ReadOnlySpan<byte> utf8, WireContext context, int depth, out TSelf value) =>
        WireCursor.ReadInAnyOrder(utf8, context, out value);
}
