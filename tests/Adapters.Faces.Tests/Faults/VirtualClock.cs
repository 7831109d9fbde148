namespace Adapters.Faces.Tests.Faults;

/// <summary>A clock that stands still until it is run. Timers, and whatever else is to happen, wait in one queue and run
/// inline, each at its own moment. For one thread.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<Action, (long At, long Number)> _queue = new();
    private long _now = start.UtcTicks;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _number;

    /// <summary>Where something ran on another thread, so that the run cannot be repeated; null where nothing did.</summary>
    public string? Trespasser { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Has something happen after a while; what is to happen at one moment happens in the order of asking.</summary>
    public void After(TimeSpan delay, Action action)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Trespasser ??= Environment.StackTrace;
        }

        _queue.Enqueue(action, (_now + Math.Max(0, delay.Ticks), _number++));
    }

    /// <summary>Lets time pass.</summary>
    public void Run(TimeSpan time)
    {
        var until = _now + time.Ticks;
        while (_queue.TryPeek(out _, out var next) && next.At <= until)
        {
            var action = _queue.Dequeue();
            _now = next.At;
            action();
        }

        _now = until;
    }

    /// <summary>Waits for something, giving it up after a while where that is said. Giving up may end it on another thread;
    /// whoever waits goes on here all the same.</summary>
    public async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> start, TimeSpan? patience)
    {
        using var stop = new CancellationTokenSource();
        var (task, done) = (start(stop.Token), new TaskCompletionSource());
        _ = task.ContinueWith(
            _ => Environment.CurrentManagedThreadId == _thread && done.TrySetResult(), CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (patience is { } time && !task.IsCompleted)
        {
            After(time, () =>
            {
                if (!task.IsCompleted)
                {
                    stop.Cancel();
                    SpinWait.SpinUntil(() => task.IsCompleted, TimeSpan.FromMinutes(1));
                    done.TrySetResult();
                }
            });
        }

        await done.Task.ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    /// <summary>The same clock, set wrong.</summary>
    public TimeProvider Ahead(TimeSpan by) => new Skewed(this, by);

    private sealed class Skewed(VirtualClock clock, TimeSpan by) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + by;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class Timer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private long _setting; // what was asked for before the last change does not happen

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var setting = ++_setting;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                clock.After(dueTime, () => Fire(setting, period));
            }

            return true;
        }

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(long setting, TimeSpan period)
        {
            if (setting != _setting)
            {
                return;
            }

            if (period > TimeSpan.Zero)
            {
                clock.After(period, () => Fire(setting, period));
            }

            callback(state);
        }
    }
}
