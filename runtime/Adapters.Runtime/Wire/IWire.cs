namespace Adapters.Wire;

/// <summary>A message that reads itself from the wire; implemented by generated records.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IWire<TSelf>
    where TSelf : IWire<TSelf>, allows ref struct
{
    /// <summary>Reads one value from where the reader stands.</summary>
    /// <exception cref="WireException">The value is not what the venue documents.</exception>
    static abstract void Read(scoped ref WireReader r, out TSelf value);
}
