using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;

namespace Adapters.Accounts;

/// <content>Reading the account after a gap, comparing it now and then, and asking for what looks incomplete.</content>
internal sealed partial class LiveAccount
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestAudit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private const int MostUnreadable = 5; // more in a row are no accident
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10); // the venue's times and ours may differ

    private Timestamp _sureUntil; // whatever happened before this, on the server's clock, is known
    private TimeSpan _delay = FirstDelay;
    private int _unreadable; // readings in a row that ended in an answer that cannot be read

    private async Task RunAsync()
    {
        var readAt = _kernel.TimeProvider.GetTimestamp();
        while (State != AccountState.Closed)
        {
            var delay = Tick;
#pragma warning disable CA1031 // whatever goes wrong, the account is read again
            try
            {
                if (IsToBeRead())
                {
                    await ResumeAsync().ConfigureAwait(false);
                    readAt = _kernel.TimeProvider.GetTimestamp();
                }
                else if (IsToBeAudited(readAt))
                {
                    await AuditAsync().ConfigureAwait(false);
                    readAt = _kernel.TimeProvider.GetTimestamp();
                }
                else
                {
                    await RepairAsync().ConfigureAwait(false);
                }

                _delay = FirstDelay;
                _unreadable = 0;
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                AccountLog.NotRead(
                    _kernel.Logger, _kernel.Catalogue.Id, _delay, error is ExchangeException known ? known.Message : error.ToString());
                _unreadable = error is DecodeException or ConversionException or NumberRangeException ? _unreadable + 1 : 0;
                if ((error is ExchangeException { Advice: ErrorAdvice.GiveUp } || _unreadable >= MostUnreadable) && !_wasLive)
                {
                    _first.TrySetException(error); // whoever opens it hears at once; nobody waits for what cannot be
                    _ = _first.Task.Exception;
                }

                delay = _delay;
                _delay = _delay * 2 < LongestDelay ? _delay * 2 : LongestDelay;
            }
#pragma warning restore CA1031

            await PauseAsync(delay).ConfigureAwait(false);
        }
    }

    private bool IsToBeRead()
    {
        lock (_gate)
        {
            return _isSubscribed && _state == AccountState.Stale;
        }
    }

    private bool IsToBeAudited(long readAt)
    {
        lock (_gate)
        {
            return _state == AccountState.Live
                && _kernel.TimeProvider.GetElapsedTime(readAt) >= (IsInDoubt ? ShortestAudit : _kernel.Options.Accounts.AuditEvery);
        }
    }

    /// <summary>Reads what was missed, tells it, then what came meanwhile, and says so.</summary>
    private async ValueTask ResumeAsync()
    {
        int generation, before, doubts;
        lock (_gate)
        {
            doubts = _doubts;
            generation = _generation;
            before = _waiting.Count;
        }

        var now = _kernel.Now();
        var reading = await ReadAsync(now).ConfigureAwait(false);
        var known = await KnownBeforeAsync(reading).ConfigureAwait(false);
        lock (_gate)
        {
            if (generation != _generation || _state != AccountState.Stale)
            {
                return; // lost again meanwhile
            }

            foreach (var fill in known)
            {
                _record.Add(fill);
            }

            // What came before anything was asked is older than the answers, even where the venue's times are equal.
            ApplyWaiting(before);
            var (orders, fills, _) = Apply(reading with { Since = _record.Sequence });
            while (_waiting.Count > 0)
            {
                ApplyWaiting(_waiting.Count);
            }

            _state = AccountState.Live;
            _settledDoubts = doubts;
            _sureUntil = now;
            var kind = _wasLive ? SubscriptionEventKind.Resumed : SubscriptionEventKind.Connected;
            _wasLive = true;
            AccountLog.Resumed(_kernel.Logger, _kernel.Catalogue.Id, orders, fills);
            Tell(new SubscriptionEvent(kind, kind == SubscriptionEventKind.Resumed ? _gap.From : now, now));
        }

        _first.TrySetResult();
    }

    private async ValueTask AuditAsync()
    {
        int doubts;
        lock (_gate)
        {
            doubts = _doubts;
        }

        var now = _kernel.Now();
        var reading = await ReadAsync(now).ConfigureAwait(false);
        lock (_gate)
        {
            if (_state != AccountState.Live)
            {
                return;
            }

            var (orders, fills, balances) = Apply(reading);
            _settledDoubts = doubts;
            _sureUntil = now;
            if (orders + fills + balances > 0)
            {
                AccountLog.Lost(_kernel.Logger, _kernel.Catalogue.Id, orders, fills, balances);
            }
        }
    }

    private ValueTask<AccountReading> ReadAsync(Timestamp now)
    {
        long since;
        Order[] believed;
        HashSet<Symbol> symbols;
        lock (_gate)
        {
            since = _record.Sequence;
            believed = [.. _record.Open.Select(static known => known.Order), .. OpenAmongWaiting()];
            symbols = [.. _record.Symbols, .. _kernel.Options.Accounts.Symbols.Select(_kernel.Symbols.Get)];
        }

        return _reader.ReadAsync(since, _sureUntil - Overlap, now, believed, symbols, _stop.Token);
    }

    /// <summary>Fills, from before the account was opened, of orders that are still open: known, so that what an order says
    /// of itself adds up, but not told.</summary>
    private async ValueTask<IReadOnlyList<Fill>> KnownBeforeAsync(AccountReading reading)
    {
        if (_wasLive)
        {
            return [];
        }

        var before = new List<Fill>();
        foreach (var order in reading.Orders.DistinctBy(static order => (order.Symbol, order.Id)))
        {
            if (order.IsOpen && order.FilledQuantity > 0)
            {
                var fills = await _reader.FillsOfAsync(order, _stop.Token).ConfigureAwait(false);
                before.AddRange(fills.Where(fill => fill.Time < _openedAt));
            }
        }

        return before;
    }

    /// <summary>Asks for orders that look incomplete, and for their fills.</summary>
    private async ValueTask RepairAsync()
    {
        Order[] doubted;
        long since;
        lock (_gate)
        {
            var now = _kernel.Now();
            since = _record.Sequence;
            doubted = _state != AccountState.Live
                ? []
                : [.. _record.Doubted.Where(known => known.DoubtedSince <= now - Patience(known)).Select(static known => known.Order)];
        }

        foreach (var order in doubted)
        {
            var asked = await _reader.AskAsync(order, _kernel.Now(), _stop.Token).ConfigureAwait(false);
            var fills = await _reader.FillsOfAsync(order, _stop.Token).ConfigureAwait(false);
            lock (_gate)
            {
                if (_state != AccountState.Live)
                {
                    return;
                }

                foreach (var fill in fills)
                {
                    Apply(new Telling(null, fill, null), since);
                }

                Apply(new Telling(asked, null, null), since);
                if (asked is not null && _record.Find(order.Ref) is { } known)
                {
                    known.DoubtedSince = known.LacksFills ? _kernel.Now() : null; // the venue's records may lag behind
                    known.Asked = known.LacksFills ? known.Asked + 1 : 0;
                }
            }
        }
    }

    // What the venue does not show after several questions it may never show, and questions use up its limits.
    private TimeSpan Patience(KnownOrder known)
    {
        var first = _kernel.Options.Accounts.DoubtFor;
        var grown = first * (1 << Math.Min(known.Asked, 10));
        return TimeSpan.FromTicks(Math.Max(first.Ticks, Math.Min(grown.Ticks, LongestDelay.Ticks)));
    }

    private async ValueTask PauseAsync(TimeSpan delay)
    {
        TaskCompletionSource wake;
        lock (_gate)
        {
            wake = _wake;
        }

        await Task.WhenAny(wake.Task, Task.Delay(delay, _kernel.TimeProvider, _stop.Token)).ConfigureAwait(false);
        lock (_gate)
        {
            if (_wake.Task.IsCompleted)
            {
                _wake = new TaskCompletionSource(Continuations);
            }
        }
    }
}
