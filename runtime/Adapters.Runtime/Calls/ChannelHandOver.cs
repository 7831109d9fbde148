using Adapters.Domain;

namespace Adapters.Calls;

/// <summary>A channel moves to a new connection. Until the old one has brought everything, what the new one brings waits;
/// what both have brought is delivered once. Used under the channel's gate.</summary>
internal sealed class ChannelHandOver(CallConnection successor)
{
    private readonly List<byte[]> _delivered = []; // by the old one; few, for it takes a round trip
    private readonly List<(byte[] Payload, Timestamp ReceivedAt)> _waiting = [];

    internal CallConnection Successor => successor;

    /// <summary>Takes a message of either connection.</summary>
    /// <returns>It is to be delivered now.</returns>
    internal bool Passes(CallConnection from, ReadOnlySpan<byte> payload, Timestamp receivedAt)
    {
        if (from == successor)
        {
            _waiting.Add((payload.ToArray(), receivedAt));
            return false;
        }

        _delivered.Add(payload.ToArray());
        return true;
    }

    /// <summary>What the new one has brought and the old one has not.</summary>
    internal IEnumerable<(byte[] Payload, Timestamp ReceivedAt)> Rest() =>
        _waiting.Where(message => !_delivered.Exists(known => known.AsSpan().SequenceEqual(message.Payload)));
}
