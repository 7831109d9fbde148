using Adapters.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Accounts;

/// <summary>An account whose stream is over for good does nothing any more, whether or not anybody disposes of it.</summary>
public sealed class ClosedAccountTests
{
    [Theory]
    [InlineData(SubscriptionEventKind.Refused)]
    [InlineData(SubscriptionEventKind.Closed)]
    public async Task It_waits_for_nothing(SubscriptionEventKind kind)
    {
        var counting = new CountingTime();
        await using var venue = new AccountVenue(options => options.TimeProvider = counting);
        await using var account = await venue.OpenAsync();
        counting.Advance(TimeSpan.FromSeconds(2));
        Assert.True(counting.Timers > 1);

        venue.Change(kind);
        var timers = counting.Timers;
        for (var i = 0; i < 10; i++)
        {
            counting.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(timers, counting.Timers);
    }

    private sealed class CountingTime : FakeTimeProvider
    {
        public int Timers { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
