using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Rest;

namespace Adapters.Trading;

/// <summary>
/// Places, cancels and asks for orders over one transport. A connector says which call does what; what an outcome is,
/// how it is settled, and what is refused before it is sent is decided here, the same for every venue.
/// </summary>
public abstract partial class OrderDesk : ITrading
{
    private readonly IInstruments _instruments;
    private readonly OrderPreparation _preparation;
    private readonly ICaller _caller;
    private Task? _loading;

    /// <summary>Makes a desk.</summary>
    /// <param name="kernel">What the connector stands on.</param>
    /// <param name="caller">Sends the calls: over HTTP or over a socket.</param>
    /// <param name="instruments">Gives the markets where they are not loaded yet.</param>
    /// <exception cref="ArgumentException">The specification has no table of orders.</exception>
    protected OrderDesk(ConnectorKernel kernel, ICaller caller, IInstruments instruments)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(instruments);
        Kernel = kernel;
        _caller = caller;
        _instruments = instruments;
        _preparation = new OrderPreparation(kernel.Catalogue.Id, Rules(kernel), kernel.ClientOrderIds);
    }

    /// <summary>What the connector stands on.</summary>
    protected ConnectorKernel Kernel { get; }

    /// <inheritdoc/>
    public async ValueTask<OrderRequest> PrepareAsync(OrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await LoadAsync(request.Symbol, cancellationToken).ConfigureAwait(false);
        return _preparation.Prepare(request);
    }

    /// <inheritdoc/>
    public async ValueTask<OrderOutcome> PlaceAsync(
        OrderRequest request, TimeSpan maxWait = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        (var attempt, request) = Attempt(request);
        var caller = new OrderCaller(_caller, LimitPriority.Normal, maxWait, Now);
        try
        {
            ThrowIfBlocked(maxWait);
            var prepared = await PrepareAsync(request, cancellationToken).ConfigureAwait(false);
            await Kernel.PrepareClockAsync(cancellationToken).ConfigureAwait(false);
            attempt = attempt with { Request = prepared };
            var placed = await PlaceAsync(caller, prepared, cancellationToken).ConfigureAwait(false);
            return Ended(OrderOutcome.Acknowledged(Sent(attempt, caller), placed.Order ?? Pending(prepared, placed.Id), placed.Fills));
        }
        catch (Exception error) when (IsOutcome(error, caller))
        {
            return Ended(Outcome(Sent(attempt, caller), error));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<OrderOutcome> CancelAsync(
        OrderRef order, TimeSpan maxWait = default, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var attempt = new OrderAttempt(OrderOperation.Cancel, order);
        var caller = new OrderCaller(_caller, LimitPriority.Reserved, maxWait, Now);
        try
        {
            ThrowIfBlocked(maxWait);
            await Kernel.PrepareClockAsync(cancellationToken).ConfigureAwait(false);
            var told = await CancelAsync(caller, order, cancellationToken).ConfigureAwait(false);
            var canceled = told ?? await AskAsync(order, cancellationToken).ConfigureAwait(false);
            return Ended(OrderOutcome.Acknowledged(Sent(attempt, caller), canceled));
        }
        catch (Exception error) when (IsOutcome(error, caller))
        {
            return Ended(Outcome(Sent(attempt, caller), error));
        }
    }

    /// <inheritdoc/>
    public abstract ValueTask<Order?> GetOrderAsync(OrderRef order, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask<IReadOnlyList<Order>> GetOpenOrdersAsync(
        Symbol? symbol = null, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask<IReadOnlyList<Order>> GetOrdersAsync(
        Symbol symbol, Timestamp? from = null, Timestamp? to = null, int? limit = null,
        CancellationToken cancellationToken = default);

    /// <summary>Sends an order that was prepared.</summary>
    /// <param name="caller">Sends one call.</param>
    /// <param name="request">The order, with a client id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected abstract ValueTask<PlacedOrder> PlaceAsync(
        ICaller caller, OrderRequest request, CancellationToken cancellationToken);

    /// <summary>Sends a cancel.</summary>
    /// <param name="caller">Sends one call.</param>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cancelled order, or null where the answer does not tell it.</returns>
    protected abstract ValueTask<Order?> CancelAsync(ICaller caller, OrderRef order, CancellationToken cancellationToken);

    /// <summary>Changes an order, for connectors whose venue can do that.</summary>
    /// <param name="request">The change.</param>
    /// <param name="maxWait">How long it may wait for the rate limiter.</param>
    /// <param name="send">Sends the change, and gives the order, or null where the answer does not tell it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected async ValueTask<OrderOutcome> AmendAsync(
        AmendRequest request, TimeSpan maxWait,
        Func<ICaller, AmendRequest, CancellationToken, ValueTask<Order?>> send, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(send);
        cancellationToken.ThrowIfCancellationRequested();
        var attempt = new OrderAttempt(OrderOperation.Amend, request.Order) { Change = request };
        var caller = new OrderCaller(_caller, LimitPriority.Normal, maxWait, Now);
        try
        {
            ThrowIfBlocked(maxWait);
            await LoadAsync(request.Order.Symbol, cancellationToken).ConfigureAwait(false);
            var prepared = _preparation.Prepare(request);
            await Kernel.PrepareClockAsync(cancellationToken).ConfigureAwait(false);
            attempt = attempt with { Change = prepared };
            var told = await send(caller, prepared, cancellationToken).ConfigureAwait(false);
            var changed = told ?? await AskAsync(request.Order, cancellationToken).ConfigureAwait(false);
            return Ended(OrderOutcome.Acknowledged(Sent(attempt, caller), changed));
        }
        catch (Exception error) when (IsOutcome(error, caller))
        {
            return Ended(Outcome(Sent(attempt, caller), error));
        }
    }

    /// <summary>Cancels many orders with one call, which draws on the share of the limits that is reserved for cancels.
    /// </summary>
    /// <param name="send">Sends it and reads the answer.</param>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached; class
    /// <see cref="ErrorClass.UnknownOutcome"/> where it may have happened.</exception>
    protected async ValueTask<T> CancelManyAsync<T>(Func<ICaller, ValueTask<T>> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        ThrowIfBlocked(TimeSpan.Zero);
        try
        {
            return await send(new OrderCaller(_caller, LimitPriority.Reserved, TimeSpan.Zero, Now)).ConfigureAwait(false);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw Unknown("The answer could not be read: " + error.Message, error);
        }
    }

    /// <summary>A caller for questions.</summary>
    protected ICaller Asking => _caller;

    /// <summary>An answer, or null where the venue knows no such order.</summary>
    /// <exception cref="ExchangeException">The venue refused otherwise, or could not be reached.</exception>
    protected static async ValueTask<Order?> OrNoneAsync(ValueTask<Order> asking)
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (ExchangeException error) when (error.Class == ErrorClass.UnknownOrder)
        {
            return null;
        }
    }

    private static Catalogue.OrderRules Rules(ConnectorKernel kernel) => kernel.Catalogue.Orders
        ?? throw new ArgumentException($"The specification of {kernel.Catalogue.Id} has no table of orders.", nameof(kernel));

    private Timestamp Now() => Kernel.Now();

    /// <summary>While the venue takes no calls at all, whoever gives no time to wait hears so at once: markets and clock,
    /// which an order may need first, are questions, and questions wait.</summary>
    private void ThrowIfBlocked(TimeSpan maxWait)
    {
        if (Kernel.Limiter.BlockedUntil - Kernel.TimeProvider.GetUtcNow() is { } wait && wait > maxWait)
        {
            throw new ExchangeException(
                Kernel.Catalogue.Id, "order", ErrorClass.RateLimited,
                $"It was not sent: The venue has blocked all calls for another {wait}.")
            { RetryAfter = wait };
        }
    }

    /// <summary>Loads the markets once, where a symbol is not resolved.</summary>
    private async ValueTask LoadAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.IsResolved)
        {
            return;
        }

        var loading = Volatile.Read(ref _loading);
        if (loading is null or { IsFaulted: true } or { IsCanceled: true })
        {
            loading = _instruments.GetMarketsAsync(CancellationToken.None).AsTask();
            Volatile.Write(ref _loading, loading);
        }

        await loading.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
