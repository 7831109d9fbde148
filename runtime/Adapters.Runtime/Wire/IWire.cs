namespace Adapters.Wire;

/// <summary>A message that reads itself from the wire; implemented by generated records.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IWire<TSelf>
    where TSelf : IWire<TSelf>, allows ref struct
{
    /// <summary>Reads one value from where the reader stands.</summary>
    /// <exception cref="WireException">The value is not what the venue documents.</exception>
    static abstract void Read(scoped ref WireReader r, out TSelf value);

    /// <summary>Reads one value in its expected layout. False where it has another form, or cannot be read at all:
    /// <see cref="Read"/>, from the message's start, decides. Without an expected layout it is read in any order.
    /// </summary>
    static virtual bool TryRead(scoped ref WireCursor cursor, out TSelf value) => cursor.TryInAnyOrder(out value);
}
