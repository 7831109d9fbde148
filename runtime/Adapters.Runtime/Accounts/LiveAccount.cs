using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Hosting;
using Adapters.Orders;
using Adapters.Sockets;

namespace Adapters.Accounts;

/// <summary>
/// Follows an account: what the private stream tells and what answers tell is put together, and after every gap, and now
/// and then, compared with what the venue answers when asked. Between a gap and its end nothing is told but what was read,
/// then what came meanwhile.
/// </summary>
internal sealed partial class LiveAccount : AccountSink, ILiveAccount, IOrderWitness
{
    private readonly Lock _gate = new();
    private readonly ConnectorKernel _kernel;
    private readonly AccountReader _reader;
    private readonly AccountHandlers _handlers;
    private readonly AccountRecord _record = new();
    private readonly List<Telling> _waiting = []; // what came while the account was being read
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _first;
    private readonly Timestamp _openedAt;
    private AccountState _state = AccountState.Stale;
    private TaskCompletionSource _wake;
    private SubscriptionEvent _gap;
    private IAsyncDisposable? _subscription;
    private Task _loop = Task.CompletedTask;
    private int _generation; // of the subscription; grows with every loss
    private bool _isSubscribed;
    private bool _wasLive;
    private int _knowsOfUnknown;
    private int _doubts; // grows with whatever happened that was not told whole
    private int _settledDoubts; // those that a reading came after

    internal LiveAccount(ConnectorKernel kernel, AccountReader reader, AccountHandlers handlers)
    {
        _kernel = kernel;
        _reader = reader;
        _handlers = handlers;
        _first = new TaskCompletionSource(Continuations);
        _wake = new TaskCompletionSource(Continuations);

        // What happens from here on is told. The clock is wrong by half a round trip.
        _openedAt = kernel.Now() - (kernel.Rest.Clock?.RoundTrip ?? TimeSpan.Zero);
        _sureUntil = _openedAt;
    }

    /// <inheritdoc/>
    public AccountState State
    {
        get
        {
            lock (_gate)
            {
                return _state == AccountState.Live && IsInDoubt ? AccountState.Stale : _state;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Order> OpenOrders
    {
        get
        {
            lock (_gate)
            {
                return [.. _record.Open.Select(static known => known.Order)];
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Balance> Balances
    {
        get
        {
            lock (_gate)
            {
                return [.. _record.Balances];
            }
        }
    }

    private TaskCreationOptions Continuations => _kernel.Options.Streams.Continuations;

    /// <summary>Opens the stream and reads the account.</summary>
    internal async ValueTask OpenAsync(AccountSubscriber subscribe, CancellationToken cancellationToken)
    {
        _kernel.Witnesses.Add(this);
        try
        {
            _subscription = await subscribe(this, OnChanged, cancellationToken).ConfigureAwait(false);
            _loop = RunAsync();
            await _first.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            _state = AccountState.Closed;
            _stop.Cancel();
        }

        if (_gate.IsHeldByCurrentThread)
        {
            await Task.Yield(); // a handler disposes it: the stream may wait for this lock with one that closing it needs
        }

        _kernel.Witnesses.Remove(this);
        Wake();
        if (_subscription is { } subscription)
        {
            await subscription.DisposeAsync().ConfigureAwait(false);
        }

        await _loop.ConfigureAwait(false);
        _first.TrySetCanceled();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    public Order? Find(OrderRef order)
    {
        lock (_gate)
        {
            return _record.Find(order)?.Order;
        }
    }

    /// <inheritdoc/>
    public void Witness(OrderOutcome outcome)
    {
        lock (_gate)
        {
            _record.Symbols.Add(outcome.Ref.Symbol);
            if (outcome.Order is not { } order)
            {
                return;
            }

            foreach (var fill in outcome.Fills)
            {
                Take(new Telling(null, fill, null));
            }

            Take(new Telling(order, null, null));
        }
    }

    /// <inheritdoc/>
    public override void OnOrder(in Order order, in Fill? fill, Timestamp receivedAt) => TakeLocked(new Telling(
        order with { ReceivedAt = receivedAt }, fill is { } traded ? traded with { ReceivedAt = receivedAt } : null, null));

    /// <inheritdoc/>
    public override void OnFill(in Fill fill, Timestamp receivedAt) =>
        TakeLocked(new Telling(null, fill with { ReceivedAt = receivedAt }, null));

    /// <inheritdoc/>
    public override void OnBalance(in Balance balance, Timestamp receivedAt) =>
        TakeLocked(new Telling(null, null, balance with { ReceivedAt = receivedAt }));

    /// <inheritdoc/>
    public override void OnDoubt()
    {
        lock (_gate)
        {
            _doubts++;
        }

        Wake();
    }

    /// <inheritdoc/>
    public override void OnUnknown()
    {
        if (Interlocked.Exchange(ref _knowsOfUnknown, 1) == 0)
        {
            AccountLog.Unknown(_kernel.Logger, _kernel.Catalogue.Id);
            OnDoubt();
        }
    }

    // Under the lock.
    private bool IsInDoubt => _doubts != _settledDoubts;

    private void TakeLocked(in Telling telling)
    {
        lock (_gate)
        {
            Take(telling);
        }
    }

    // Under the lock.
    private void Take(in Telling telling)
    {
        if (_state == AccountState.Live)
        {
            Apply(telling, since: null);
        }
        else if (_state == AccountState.Stale)
        {
            _waiting.Add(telling);
            if ((telling.Order?.Symbol ?? telling.Fill?.Symbol) is { } symbol)
            {
                _record.Symbols.Add(symbol); // what is missing of it is read too
            }
        }
    }

    private void OnChanged(SubscriptionEvent change)
    {
        Exception? ended = null;
        lock (_gate)
        {
            switch (change.Kind)
            {
                case SubscriptionEventKind.Connected or SubscriptionEventKind.Resumed:
                    _isSubscribed = true;
                    break;
                case SubscriptionEventKind.Failed:
                    _doubts++; // a message could not be read: whatever it said is missing
                    Tell(change);
                    break;
                case SubscriptionEventKind.Refused or SubscriptionEventKind.Closed:
                    Tell(change);
                    _isSubscribed = false;
                    _state = AccountState.Closed;
                    ended = change.Error ?? new ObjectDisposedException(nameof(LiveAccount));
                    break;
                default:
                    _generation++;
                    _isSubscribed = false;
                    if (_state == AccountState.Live)
                    {
                        _state = AccountState.Stale;
                        _gap = change;
                        Tell(change);
                    }

                    break;
            }
        }

        if (ended is not null && _first.TrySetException(ended)) // whoever opens it would wait for ever
        {
            _ = _first.Task.Exception;
        }

        Wake();
    }

    private void Wake()
    {
        lock (_gate)
        {
            _wake.TrySetResult();
        }
    }

    /// <summary>What was told together.</summary>
    private readonly record struct Telling(Order? Order, Fill? Fill, Balance? Balance);
}
