namespace Adapters.Simulation.Faults;

/// <summary>One thing to do on a connection.</summary>
/// <param name="Payload">Bytes to send.</param>
/// <param name="IsDisconnect">True: end the connection now; nothing is sent.</param>
/// <param name="IsDamaged">True where the bytes are no whole message; they may be no UTF-8 either.</param>
public readonly record struct Delivery(ReadOnlyMemory<byte> Payload, bool IsDisconnect, bool IsDamaged);
