namespace Adapters.Simulation.Faults;

/// <summary>
/// One connection's way out under a plan: give it each message, do what it says in that order. Make one per connection,
/// because a connection that ends takes with it what was on its way. For one thread at a time.
/// </summary>
/// <param name="plan">What decides.</param>
public sealed class FaultyLine(FaultPlan plan)
{
    private readonly List<(int Overtakers, ReadOnlyMemory<byte> Payload)> _waiting = [];

    /// <summary>True once the connection has ended; no more is delivered.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Messages that are held back for now.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>What is to be done now that a message wants to go out.</summary>
    /// <param name="message">The message; kept where it is delayed, so its memory must not be reused.</param>
    public IReadOnlyList<Delivery> Send(ReadOnlyMemory<byte> message)
    {
        if (IsClosed)
        {
            return [];
        }

        var deliveries = new List<Delivery>();
        var decision = plan.NextMessage();
        switch (decision.Fault)
        {
            case StreamFault.None:
                deliveries.Add(Whole(message));
                break;
            case StreamFault.Duplicate:
                deliveries.Add(Whole(message));
                deliveries.Add(Whole(message));
                break;
            case StreamFault.Garbage:
                deliveries.Add(new Delivery(plan.NextGarbage(), IsDisconnect: false, IsDamaged: true));
                break;
            case StreamFault.Truncate:
                deliveries.Add(new Delivery(
                    message[..plan.NextCut(message.Length)], IsDisconnect: false, IsDamaged: true));
                break;
            case StreamFault.Disconnect:
                _waiting.Clear();
                IsClosed = true;
                return [new Delivery(default, IsDisconnect: true, IsDamaged: false)];
            default:
                break;
        }

        Overtake(deliveries);
        if (decision.Fault is StreamFault.Delay or StreamFault.SwapWithNext)
        {
            _waiting.Add((decision.Fault == StreamFault.Delay ? decision.DelayMessages : 1, message));
        }

        return deliveries;
    }

    /// <summary>Gives what is held back, for a line that becomes quiet.</summary>
    public IReadOnlyList<Delivery> Flush()
    {
        Delivery[] rest = [.. _waiting.Select(waiting => Whole(waiting.Payload))];
        _waiting.Clear();
        return rest;
    }

    private static Delivery Whole(ReadOnlyMemory<byte> message) => new(message, IsDisconnect: false, IsDamaged: false);

    private void Overtake(List<Delivery> deliveries)
    {
        for (var i = 0; i < _waiting.Count; i++)
        {
            _waiting[i] = (_waiting[i].Overtakers - 1, _waiting[i].Payload);
        }

        deliveries.AddRange(_waiting.Where(waiting => waiting.Overtakers <= 0).Select(w => Whole(w.Payload)));
        _waiting.RemoveAll(waiting => waiting.Overtakers <= 0);
    }
}
