using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <summary>
/// Moves a topic from an old connection to a new one without gap or duplicate. Both deliver the same messages: the
/// first of the new connection is looked for among those of the old one, and from there on the new one is followed.
/// </summary>
internal sealed class HandOver(StreamTopic topic, StreamConnection old, StreamConnection successor)
{
    private const int Remembered = 1_024;

    private readonly Lock _gate = new();
    private readonly Queue<int> _delivered = new(); // hashes of what the old connection delivered
    private readonly List<(byte[] Payload, Timestamp At)> _waiting = []; // what the new connection brought before the two met
    private int _skip;
    private bool _isDone;

    public StreamConnection Old => old;

    public StreamConnection Successor => successor;

    /// <summary>Timestamp of the new connection's acknowledgement; 0 before it.</summary>
    public long AcknowledgedAt { get; set; }

    /// <summary>Takes a message of either connection.</summary>
    /// <returns>True when the new connection has taken over and the old one is not needed any more.</returns>
    public bool OnMessage(StreamConnection from, ReadOnlySpan<byte> payload, WireContext context)
    {
        lock (_gate)
        {
            return from == successor ? OnNew(payload, context) : from == old && OnOld(payload, context);
        }
    }

    /// <summary>The two never met (or the old one died): what the new connection brought is delivered now.</summary>
    /// <returns>True when it brought anything, so that messages may be missing.</returns>
    public bool Force()
    {
        lock (_gate)
        {
            _isDone = true;
            Flush(0);
            return _waiting.Count > 0;
        }
    }

    private bool OnOld(ReadOnlySpan<byte> payload, WireContext context)
    {
        if (_isDone)
        {
            return false;
        }

        topic.Dispatch(payload, context);
        var hash = Hash(payload);
        _delivered.Enqueue(hash);
        if (_delivered.Count > Remembered)
        {
            _delivered.Dequeue();
        }

        if (_waiting.Count == 0 || Hash(_waiting[0].Payload) != hash)
        {
            return false;
        }

        Flush(1);
        _isDone = true;
        return true;
    }

    private bool OnNew(ReadOnlySpan<byte> payload, WireContext context)
    {
        if (_isDone)
        {
            if (_skip > 0)
            {
                _skip--; // the old connection was ahead by so many
                return _skip == 0;
            }

            topic.Dispatch(payload, context);
            return true;
        }

        if (_waiting.Count == 0 && Behind(Hash(payload)) is { } behind)
        {
            _isDone = true;
            _skip = behind;
            return behind == 0;
        }

        _waiting.Add((payload.ToArray(), context.ReceivedAt));
        return false;
    }

    // How many messages the old connection has delivered after this one; null where it has not delivered it.
    private int? Behind(int hash)
    {
        var at = 0;
        int? found = null;
        foreach (var delivered in _delivered)
        {
            at++;
            if (delivered == hash)
            {
                found = at;
            }
        }

        return _delivered.Count - found;
    }

    // A context of its own: the new connection's is in use by its receiving loop.
    private void Flush(int from)
    {
        var context = new WireContext(successor.Context.Symbols);
        foreach (var (payload, at) in _waiting.Skip(from))
        {
            context.ReceivedAt = at;
            topic.Dispatch(payload, context);
        }
    }

    private static int Hash(ReadOnlySpan<byte> payload)
    {
        var hash = default(HashCode);
        hash.AddBytes(payload);
        return hash.ToHashCode();
    }
}
