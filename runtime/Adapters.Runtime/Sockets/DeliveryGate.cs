using System.Runtime.CompilerServices;

namespace Adapters.Sockets;

/// <summary>
/// Lets one at a time hand out what belongs to a topic, or change its state. The loop that usually delivers passes it
/// without an interlocked instruction: it says that it delivers, and then looks whether the gate is still its own.
/// Everybody else takes a lock, takes the gate away from its owner, and waits until the owner delivers no longer.
/// </summary>
/// <remarks>Why no two are inside at once stands in docs/decisions/0022-a-gate-with-an-owner.md. It may be entered again
/// by whoever is inside.</remarks>
internal sealed class DeliveryGate
{
    private static long _lastId;

    private readonly Lock _lock = new();
    private readonly long _id = Interlocked.Increment(ref _lastId);
    private DeliveryLoop? _owner; // may pass without the lock
    private DeliveryLoop? _former; // the last that could; it may still be inside
    private int _depth;
    private int _waiting;

    /// <summary>Passes for a delivery of the usual kind.</summary>
    /// <param name="loop">The caller's.</param>
    /// <returns>False where the loop does not own the gate: it must <see cref="Enter"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPass(DeliveryLoop loop)
    {
        loop.Begin(_id);
        if (Volatile.Read(ref _owner) == loop)
        {
            return true;
        }

        loop.End();
        return false;
    }

    /// <summary>Enters, after whoever is inside has left.</summary>
    public void Enter()
    {
        _lock.Enter();
        if (!IsLeft())
        {
            // Not under the lock: the owner may need it, as its handlers may enter too. Nobody becomes owner meanwhile.
            _waiting++;
            do
            {
                var former = _former!;
                _lock.Exit();
                former.WaitWhileDelivering(_id);
                _lock.Enter();
            }
            while (!IsLeft());
            _waiting--;
        }

        _depth++;
    }

    /// <summary>Leaves.</summary>
    /// <param name="owner">Who may pass from now on; null where everybody has to enter.</param>
    public void Leave(DeliveryLoop? owner)
    {
        if (--_depth == 0 && _waiting == 0 && (_former is null || _former == owner))
        {
            Volatile.Write(ref _owner, owner);
        }

        _lock.Exit();
    }

    // Under the lock.
    private bool IsLeft()
    {
        if (_owner is { } owner)
        {
            Volatile.Write(ref _owner, null);
            Interlocked.MemoryBarrierProcessWide(); // the owner sees this, or what it said before is seen here
            _former = owner;
        }

        if (_former is null || !_former.IsDelivering(_id))
        {
            _former = null;
            return true;
        }

        return _former.IsOnThisThread;
    }
}

/// <summary>A loop that delivers messages one after the other, on one thread at a time.</summary>
internal abstract class DeliveryLoop
{
    private long _delivering; // the gate that it has passed; 0 while it is at none
    private int _thread;

    /// <summary>The caller is the loop itself, or what it called. To be asked while it delivers: it says where it runs before
    /// it says what it delivers.</summary>
    internal bool IsOnThisThread => Volatile.Read(ref _thread) == Environment.CurrentManagedThreadId;

    /// <summary>Says on which thread it runs; to be called before the first delivery there.</summary>
    protected void OnThread() => Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);

    /// <summary>It is about to pass a gate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin(long gate) => Volatile.Write(ref _delivering, gate);

    /// <summary>It has delivered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End() => Volatile.Write(ref _delivering, 0);

    internal bool IsDelivering(long gate) => Volatile.Read(ref _delivering) == gate;

    internal void WaitWhileDelivering(long gate)
    {
        var wait = default(SpinWait);
        while (IsDelivering(gate))
        {
            wait.SpinOnce();
        }
    }
}
