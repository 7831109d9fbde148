using Adapters.Domain;
using Microsoft.Extensions.Logging;

namespace Adapters.Books;

/// <summary>
/// Fetches one snapshot at a time until one fits. The first comes at once; further ones in a row wait, each twice as
/// long as the one before and with jitter, until the book has been right for a while.
/// </summary>
internal sealed partial class SnapshotFetcher : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<CancellationToken, ValueTask<OrderBook>> _fetch;
    private readonly Func<OrderBook, bool> _take;
    private readonly Action _countFailure;
    private readonly TimeProvider _timeProvider;
    private readonly BookSynchroniserOptions _options;
    private readonly ILogger? _logger;
    private readonly ITimer _timer;
    private bool _isBusy;
    private bool _isOutdated;
    private bool _isStopped;
    private int _inARow;
    private long _fitSince;

    internal SnapshotFetcher(
        Func<CancellationToken, ValueTask<OrderBook>> fetch,
        Func<OrderBook, bool> take,
        Action countFailure,
        TimeProvider timeProvider,
        BookSynchroniserOptions options,
        ILogger? logger)
    {
        _fetch = fetch;
        _take = take;
        _countFailure = countFailure;
        _timeProvider = timeProvider;
        _options = options;
        _logger = logger;
        _timer = timeProvider.CreateTimer(
            static state => ((SnapshotFetcher)state!).Run(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True where the snapshot on its way may be from before what the book has lost.</summary>
    internal bool IsOutdated
    {
        get
        {
            lock (_gate)
            {
                return _isOutdated;
            }
        }
    }

    /// <summary>Makes the snapshot on its way worthless; another follows it.</summary>
    internal void Invalidate()
    {
        lock (_gate)
        {
            _isOutdated = _isBusy;
        }
    }

    /// <summary>Asks for a snapshot; one that is on its way will do.</summary>
    internal void Request()
    {
        TimeSpan delay;
        lock (_gate)
        {
            if (_isBusy || _isStopped)
            {
                return;
            }

            _isBusy = true;
            if (_inARow > 0 && _timeProvider.GetElapsedTime(_fitSince) >= _options.StableAfter)
            {
                _inARow = 0;
            }

            delay = NextDelay();
        }

        RunAfter(delay);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isStopped)
            {
                return;
            }

            _isStopped = true;
        }

        _stopping.Cancel();
        _timer.Dispose();
        _stopping.Dispose();
    }

    private void RunAfter(TimeSpan delay)
    {
        if (delay == TimeSpan.Zero)
        {
            Run();
            return;
        }

        lock (_gate)
        {
            if (!_isStopped)
            {
                _timer.Change(delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private TimeSpan NextDelay()
    {
        var attempt = _inARow++;
        if (attempt == 0)
        {
            return TimeSpan.Zero;
        }

        var doubled = _options.FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 30));
        var delay = doubled < _options.MaxDelay ? doubled : _options.MaxDelay;
        return delay * (0.5 + (_options.Jitter.NextDouble() / 2));
    }

    private void Run()
    {
        CancellationToken stop;
        lock (_gate)
        {
            if (_isStopped)
            {
                return;
            }

            _isOutdated = false;
            stop = _stopping.Token;
        }

        _ = RunAsync(stop);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        var fits = false;
        try
        {
            var snapshot = await _fetch(stop).ConfigureAwait(false);
            fits = !stop.IsCancellationRequested && _take(snapshot);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // Whatever a snapshot fails with, the book must go on trying; the failure is logged.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _countFailure();
            if (_logger is not null)
            {
                LogFailure(_logger, error);
            }
        }

        Finish(fits);
    }

    private void Finish(bool fits)
    {
        TimeSpan delay;
        lock (_gate)
        {
            if (fits && !_isOutdated)
            {
                _isBusy = false;
                _fitSince = _timeProvider.GetTimestamp();
                return;
            }

            delay = NextDelay();
        }

        RunAfter(delay);
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning,
        Message = "A book's snapshot could not be fetched; it is tried again.")]
    private static partial void LogFailure(ILogger logger, Exception error);
}
