using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Limits;

public sealed class RateLimiterFaultTests
{
    private static readonly LimitWindow[] Windows =
    [
        new("10s", TimeSpan.FromSeconds(10), 20), new("1m", TimeSpan.FromMinutes(1), 70),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task No_window_is_ever_exceeded_and_nobody_is_forgotten(int seed)
    {
        var random = new Random(seed);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 59, 47, TimeSpan.Zero));
        using var limiter = new RateLimiter(
            [new LimitInfo("weight", "ip", LimitKind.Weight, null, Windows), new LimitInfo(
                "orders", "account", LimitKind.Orders, null, new LimitWindow("10s", TimeSpan.FromSeconds(10), 4))],
            time,
            new RateLimiterOptions { ReservedShare = 0.1 });
        var calls = new List<Call>();
        for (var step = 0; step < 1_500; step++)
        {
            if (random.Next(3) > 0)
            {
                calls.Add(Ask(random, limiter));
            }

            if (calls.Count > 0 && random.Next(8) == 0)
            {
                await calls[random.Next(calls.Count)].Cancel.CancelAsync();
            }

            if (random.Next(100) == 0)
            {
                limiter.Block(time.GetUtcNow() + TimeSpan.FromMilliseconds(random.Next(20_000)));
            }

            time.Advance(TimeSpan.FromMilliseconds(random.Next(2_500)));
        }

        for (var windows = 0; windows < 1_000 && calls.Exists(static call => !call.Turn.IsCompleted); windows++)
        {
            time.Advance(TimeSpan.FromSeconds(10));
        }

        var granted = calls.Where(static call => call.Turn.IsCompletedSuccessfully).ToArray();
        Assert.All(calls, call => Assert.True(
            call.Turn.IsCompletedSuccessfully || call.Cancel.IsCancellationRequested || call.HasDeadline, $"seed {seed}"));
        Assert.True(granted.Length > 100, $"seed {seed}: only {granted.Length} granted");
        foreach (var window in Windows)
        {
            AssertWithin(granted, window, static call => call.Weight, seed);
        }

        AssertWithin(granted, new LimitWindow("10s", TimeSpan.FromSeconds(10), 4), static call => call.Orders, seed);
    }

    private static Call Ask(Random random, RateLimiter limiter)
    {
        var cancel = new CancellationTokenSource();
        var weight = random.Next(1, 12);
        var orders = random.Next(4) == 0 ? 1 : 0;
        TimeSpan? deadline = random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(15_000)) : null;
        var priority = random.Next(6) == 0 ? LimitPriority.Reserved : LimitPriority.Normal;
        LimitCost[] costs = orders > 0
            ? [new("weight", weight), new("orders", orders)]
            : [new("weight", weight)];
        return new Call(
            limiter.AcquireAsync(costs, priority, deadline, cancel.Token).AsTask(), cancel, weight, orders, deadline is not null);
    }

    private static void AssertWithin(Call[] granted, LimitWindow window, Func<Call, int> amount, int seed)
    {
        foreach (var slice in granted.GroupBy(call => call.Turn.Result.At.UtcTicks / window.Length.Ticks))
        {
            Assert.True(slice.Sum(amount) <= window.Capacity, $"seed {seed}: {slice.Sum(amount)} in {window.Text}");
        }
    }

    private sealed record Call(
        Task<LimitGrant> Turn, CancellationTokenSource Cancel, int Weight, int Orders, bool HasDeadline);
}
