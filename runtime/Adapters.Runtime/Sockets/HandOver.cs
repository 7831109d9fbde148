using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <summary>
/// Moves a topic from an old connection to a new one without gap or duplicate. Both deliver the same messages, so the
/// first of the new connection is looked for among those of the old one; once the new one has shown everything that
/// the old one delivered, it is followed. Used under the topic's gate.
/// </summary>
internal sealed class HandOver(StreamTopic topic, StreamConnection old, StreamConnection successor)
{
    private const int Remembered = 1_024;

    private readonly Queue<ulong> _delivered = new(); // by the old one; once matched only what the new one still has to show
    private readonly List<(byte[] Payload, Timestamp At)> _waiting = []; // what the new one brought before the two met
    private bool _isMatched;
    private bool _oldSpokeSince; // the old one delivered something after the first that waits

    /// <summary>What a message means for the hand-over.</summary>
    public enum Outcome
    {
        /// <summary>It goes on.</summary>
        GoesOn,

        /// <summary>The new connection has taken over.</summary>
        Done,

        /// <summary>The new connection has taken over with a message whose predecessor is unknown; not delivered yet.</summary>
        DoneWithGap,
    }

    public StreamConnection Old => old;

    public StreamConnection Successor => successor;

    /// <summary>Timestamp of the new connection's acknowledgement; 0 before it.</summary>
    public long AcknowledgedAt { get; set; }

    /// <summary>The old connection is still followed.</summary>
    public bool FollowsOld { get; private set; } = true;

    /// <summary>Takes a message of either connection.</summary>
    public Outcome OnMessage(StreamConnection from, ReadOnlySpan<byte> payload, WireContext context)
    {
        if (from == successor)
        {
            return OnNew(payload, context);
        }

        return from == old && FollowsOld ? OnOld(payload, context) : Outcome.GoesOn;
    }

    /// <summary>The new connection broke and starts anew; the old one is followed further.</summary>
    public void Restart()
    {
        AcknowledgedAt = 0;
        _waiting.Clear();
        _oldSpokeSince = false;
        if (_isMatched)
        {
            _isMatched = false; // the hashes that are left are the latest delivered
        }
    }

    /// <summary>The old connection is gone, or there was time enough: from now on only the new one is followed.</summary>
    /// <returns>Messages may be missing before those that <see cref="Flush"/> delivers.</returns>
    public bool LeaveOld(bool isLost)
    {
        FollowsOld = false;
        if (_isMatched)
        {
            return false; // the new one shows everything, at first again what was delivered already
        }

        if (_oldSpokeSince)
        {
            _waiting.Clear(); // the two cannot be compared; these may have been delivered by the old one
            _delivered.Clear();
            return true;
        }

        return isLost || _waiting.Count > 0;
    }

    /// <summary>Delivers what the new connection brought and nobody has seen.</summary>
    /// <returns>True when there was anything, so that nothing is left to compare.</returns>
    public bool Flush(int from = 0)
    {
        if (_waiting.Count == 0)
        {
            return false;
        }

        // A context of its own: the new connection's may be in use by its receiving loop.
        var context = new WireContext(successor.Context.Symbols);
        foreach (var (payload, at) in _waiting.Skip(from))
        {
            context.ReceivedAt = at;
            topic.Dispatch(payload, context);
        }

        _waiting.Clear();
        return true;
    }

    private Outcome OnOld(ReadOnlySpan<byte> payload, WireContext context)
    {
        topic.Dispatch(payload, context);
        var hash = Hash(payload);
        if (_waiting.Count > 0 && Hash(_waiting[0].Payload) == hash)
        {
            Flush(1);
            return Outcome.Done;
        }

        _oldSpokeSince |= _waiting.Count > 0;
        _delivered.Enqueue(hash);
        if (_delivered.Count > Remembered && !_isMatched)
        {
            _delivered.Dequeue();
        }

        return Outcome.GoesOn;
    }

    private Outcome OnNew(ReadOnlySpan<byte> payload, WireContext context)
    {
        var hash = Hash(payload);
        if (_waiting.Count == 0 && Match(hash))
        {
            return _delivered.Count == 0 ? Outcome.Done : Outcome.GoesOn;
        }

        if (_isMatched)
        {
            return Outcome.DoneWithGap; // the two show different things
        }

        if (!FollowsOld)
        {
            topic.Dispatch(payload, context); // what may be missing before it was told when the old one was left
            return Outcome.Done;
        }

        _waiting.Add((payload.ToArray(), context.ReceivedAt));
        return Outcome.GoesOn;
    }

    // Forgets everything up to the message, so that what is left is what the old connection is ahead by.
    private bool Match(ulong hash)
    {
        if (_isMatched)
        {
            return _delivered.TryPeek(out var next) && next == hash && _delivered.TryDequeue(out _);
        }

        var at = 0;
        var found = 0;
        foreach (var delivered in _delivered)
        {
            at++;
            found = delivered == hash ? at : found;
        }

        for (var i = 0; i < found; i++)
        {
            _delivered.Dequeue();
        }

        return _isMatched = found > 0;
    }

    private static ulong Hash(ReadOnlySpan<byte> payload)
    {
        var hash = 14695981039346656037;
        foreach (var b in payload)
        {
            hash = unchecked((hash ^ b) * 1099511628211);
        }

        return hash;
    }
}
