namespace Adapters.Simulation.Server;

/// <summary>
/// What is to go out, in order. It is filled while the exchange's gate is held and emptied after, so that a client that
/// runs inline may call back; whoever empties it goes on until it is empty, and others leave it to that one.
/// </summary>
internal sealed class Outbox
{
    private readonly Lock _gate = new();
    private readonly Queue<(VenueSession Session, ReadOnlyMemory<byte> Frame)> _frames = new();
    private bool _isEmptying;

    internal void Add(VenueSession session, ReadOnlyMemory<byte> frame)
    {
        lock (_gate)
        {
            _frames.Enqueue((session, frame));
        }
    }

    internal void Empty()
    {
        lock (_gate)
        {
            if (_isEmptying)
            {
                return;
            }

            _isEmptying = true;
        }

        try
        {
            while (TryTake(out var next))
            {
                next.Session.Send(next.Frame);
            }
        }
        catch
        {
            lock (_gate)
            {
                _isEmptying = false;
            }

            throw;
        }
    }

    private bool TryTake(out (VenueSession Session, ReadOnlyMemory<byte> Frame) next)
    {
        lock (_gate)
        {
            if (_frames.TryDequeue(out next))
            {
                return true;
            }

            _isEmptying = false;
            return false;
        }
    }
}
