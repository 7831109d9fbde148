using Adapters.Diagnostics;
using Adapters.Domain;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Adapters.Rest;

/// <summary>
/// The server's clock: what it answered when it was asked, and the time that has passed since, so that it goes on evenly
/// where the local clock is set anew. The answer is taken for the time half a round trip ago, and of several measurements
/// the one with the shortest round trip counts. Safe from any thread.
/// </summary>
public sealed class ServerClock
{
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromMinutes(10);

    private readonly Func<Action, CancellationToken, ValueTask<Timestamp>> _ask;
    private readonly TimeProvider _timeProvider;
    private readonly string _exchange;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private volatile Measurement? _best;
    private Task? _measuring;

    /// <summary>Makes a clock that asks by a delegate.</summary>
    /// <param name="ask">Gives the server's time.</param>
    /// <param name="timeProvider">The local clock.</param>
    /// <param name="exchange">The product's id, for logs.</param>
    /// <param name="logger">Hears of measurements; null for nobody.</param>
    public ServerClock(
        Func<CancellationToken, ValueTask<Timestamp>> ask, TimeProvider timeProvider, string exchange,
        ILogger? logger = null)
        : this(WithoutWaits(ask), timeProvider, exchange, logger)
    {
    }

    /// <param name="ask">Gives the server's time, and calls the action whenever a question leaves: waits and attempts that
    /// failed before are no part of the round trip.</param>
    /// <param name="timeProvider">The local clock.</param>
    /// <param name="exchange">The product's id, for logs.</param>
    /// <param name="logger">Hears of measurements; null for nobody.</param>
    private ServerClock(
        Func<Action, CancellationToken, ValueTask<Timestamp>> ask, TimeProvider timeProvider, string exchange,
        ILogger? logger)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _ask = ask;
        _timeProvider = timeProvider;
        _exchange = exchange;
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>How far the server's clock was ahead of the local one when it was measured; zero before the first
    /// measurement.</summary>
    public TimeSpan Offset => _best?.Offset ?? TimeSpan.Zero;

    /// <summary>It was measured, and nothing has shown since that it is wrong.</summary>
    public bool IsMeasured => _best is { IsDoubted: false };

    /// <summary>The round trip of the measurement that counts; the offset is wrong by half of it at most. Null before the
    /// first.</summary>
    public TimeSpan? RoundTrip => _best?.RoundTrip;

    /// <summary>A clock that asks the endpoint which the catalogue names.</summary>
    /// <exception cref="InvalidOperationException">The product tells no time.</exception>
    public static ServerClock Of(RestClient client, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var catalogue = client.Catalogue;
        var endpoint = catalogue.Endpoints.FirstOrDefault(endpoint => endpoint.Name == catalogue.Clock);
        if (endpoint is not { Decode: { } decode } || catalogue.ReadClock is not { } read)
        {
            throw new InvalidOperationException($"The specification of {catalogue.Id} names no endpoint that tells the time.");
        }

        return new ServerClock(
            async (leaving, cancellationToken) =>
            {
                var request = client.Create(endpoint);
                request.Leaving = _ => leaving();
                request.Priority = Limits.LimitPriority.Reserved; // a cancel may wait for the answer
                var answer = await client.SendBytesAsync(request, cancellationToken).ConfigureAwait(false);
                return read(decode(answer, new Wire.WireContext(client.Symbols)).Items[0]);
            },
            client.TimeProvider,
            catalogue.Id,
            logger);
    }

    /// <summary>The server's time now, as far as is known: before the first measurement, the local one.</summary>
    public Timestamp Now() => _best is { } best
        ? best.Sent + best.Offset + _timeProvider.GetElapsedTime(best.At)
        : Timestamp.From(_timeProvider.GetUtcNow());

    /// <summary>Measures anew; what was measured before is forgotten when it succeeds.</summary>
    /// <param name="samples">How often to ask, at least once.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="Errors.ExchangeException">The server does not answer.</exception>
    public async ValueTask MeasureAsync(int samples = 5, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        Measurement? best = null;
        for (var i = 0; i < samples; i++)
        {
            var (sent, started) = Read();
            var server = await _ask(() => (sent, started) = Read(), cancellationToken).ConfigureAwait(false);
            var roundTrip = _timeProvider.GetElapsedTime(started);
            if (best is null || roundTrip < best.RoundTrip)
            {
                best = new Measurement(sent, server - (sent + (roundTrip / 2)), roundTrip, started);
            }
        }

        _best = best;
        RestLog.ClockMeasured(_logger, _exchange, best!.Offset, best.RoundTrip);
    }

    /// <summary>The venue has refused a time: whoever needs the clock next measures it anew. Until then it goes on.
    /// </summary>
    public void Forget() => _best = _best is { } best ? best with { IsDoubted = true } : null;

    /// <summary>Measures where that is needed before the clock can be used; whoever comes meanwhile waits for the same
    /// answer. A measurement that has grown old serves until the next, which nobody waits for.</summary>
    /// <exception cref="Errors.ExchangeException">The server does not answer.</exception>
    internal ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        if (_best is { IsDoubted: false } best)
        {
            if (_timeProvider.GetElapsedTime(best.At) > RefreshAfter)
            {
                _ = RefreshAsync();
            }

            return ValueTask.CompletedTask;
        }

        return new ValueTask(Measuring().WaitAsync(cancellationToken));
    }

    private static Func<Action, CancellationToken, ValueTask<Timestamp>> WithoutWaits(
        Func<CancellationToken, ValueTask<Timestamp>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return (_, cancellationToken) => ask(cancellationToken);
    }

    private (Timestamp Time, long Elapsed) Read() =>
        (Timestamp.From(_timeProvider.GetUtcNow()), _timeProvider.GetTimestamp());

    private Task Measuring()
    {
        lock (_gate)
        {
            var measuring = _measuring ?? OnceAsync();
            _measuring = measuring.IsCompleted ? null : measuring;
            return measuring;
        }
    }

    private async Task OnceAsync()
    {
        try
        {
            await MeasureAsync(1, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _measuring = null;
            }
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            await Measuring().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // the old measurement goes on; the next call tries again
        catch (Exception error)
#pragma warning restore CA1031
        {
            RestLog.ClockNotMeasured(_logger, _exchange, error.Message);
        }
    }

    private sealed record Measurement(Timestamp Sent, TimeSpan Offset, TimeSpan RoundTrip, long At, bool IsDoubted = false);
}
