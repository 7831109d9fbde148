using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Sockets;

/// <summary>The gate of a topic under threads that pass it, enter it, and give it to each other.</summary>
public sealed class DeliveryGateTests
{
    private readonly DeliveryGate _gate = new();
    private long _plain; // not interlocked: two inside at once would lose counts
    private int _inside;

    [Fact]
    public void Only_the_owner_passes()
    {
        var (owner, other) = (new Loop(), new Loop());
        Assert.False(_gate.TryPass(owner));
        _gate.Enter();
        Assert.False(_gate.TryPass(owner));
        _gate.Leave(owner);
        Assert.False(_gate.TryPass(other));
        Assert.True(_gate.TryPass(owner));
        owner.End();
        _gate.Enter();
        _gate.Leave(null);
        Assert.False(_gate.TryPass(owner));
    }

    [Fact]
    public void Whoever_is_inside_may_enter_again_and_give_the_gate_away()
    {
        var (owner, next) = (new Loop(), new Loop());
        owner.Run();
        _gate.Enter();
        _gate.Leave(owner);

        Assert.True(_gate.TryPass(owner));
        _gate.Enter();
        _gate.Enter();
        _gate.Leave(next);
        Assert.False(_gate.TryPass(next));
        _gate.Leave(next);
        Assert.False(_gate.TryPass(next)); // the owner is still inside

        owner.End();
        _gate.Enter();
        _gate.Leave(next);
        Assert.True(_gate.TryPass(next));
        next.End();
    }

    [Fact]
    public async Task Who_enters_waits_for_a_delivery_that_enters_itself()
    {
        var owner = new Loop();
        _gate.Enter();
        _gate.Leave(owner);
        owner.Run();
        Assert.True(_gate.TryPass(owner));
        var isInside = false;
        var waiting = Task.Run(() =>
        {
            _gate.Enter();
            Volatile.Write(ref isInside, true);
            _gate.Leave(owner);
        });

        for (var i = 0; i < 1_000; i++)
        {
            _gate.Enter();
            Assert.False(Volatile.Read(ref isInside));
            _gate.Leave(owner);
        }

        owner.End();
        await waiting;
        Assert.True(_gate.TryPass(owner));
        owner.End();
    }

    [Fact]
    public async Task Never_are_two_inside_and_nobody_waits_for_ever()
    {
        const int Deliveries = 300_000;
        var loops = new[] { new Loop(), new Loop() };
        var isDone = false;
        var passed = 0L;
        var delivering = loops.Select(loop => Task.Run(() =>
        {
            loop.Run();
            for (var i = 0; i < Deliveries; i++)
            {
                if (_gate.TryPass(loop))
                {
                    Inside();
                    loop.End();
                    Interlocked.Increment(ref passed);
                }
                else
                {
                    _gate.Enter();
                    Inside();
                    _gate.Leave(i % 7 == 0 ? null : loop);
                }
            }
        })).ToArray();
        var entering = Enumerable.Range(0, 2).Select(seed => Task.Run(() =>
        {
            var random = new Random(seed);
            var count = 0L;
            while (count < 500 || !Volatile.Read(ref isDone))
            {
                _gate.Enter();
                Inside();
                _gate.Leave(random.Next(3) is var owner and < 2 ? loops[owner] : null);
                count++;
                Thread.SpinWait(random.Next(2_000));
            }

            return count;
        })).ToArray();

        await Task.WhenAll(delivering);
        Volatile.Write(ref isDone, true);
        var entered = (await Task.WhenAll(entering)).Sum();
        Assert.Equal((2 * Deliveries) + entered, _plain);
        Assert.True(passed > 0 && entered > 0);
    }

    private void Inside()
    {
        Assert.Equal(0, _inside);
        _inside = 1;
        _plain++;
        _inside = 0;
    }

    private sealed class Loop : DeliveryLoop
    {
        public void Run() => OnThread();
    }
}
