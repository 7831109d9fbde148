using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>What a venue sends of an account's events. Of events without a record it sends nothing.</summary>
/// <param name="face">The venue.</param>
public sealed class EventTable(VenueFace face)
{
    private readonly Dictionary<Type, Func<SimulatedAccount, AccountEvent, IServerWire>> _records = [];

    /// <summary>What happened to an order.</summary>
    /// <param name="finish">Adds what the venue says in its own way.</param>
    public void Orders<T>(Func<ServerValues, OrderEvent, ServerValues> finish)
        where T : IServerRecord<T> => Add<OrderEvent>((account, happened) => T.FromValues(finish(
            face.Words.Of(happened.Order, OrderValues.Of(happened, Told(happened.Fill)))
                .With("RejectReason", Reason(happened.Rejection))
                .With("TradeGroupId", happened.Prevented is null ? null : account.Options.TradeGroup),
            happened)));

    /// <summary>What happened to a list of orders.</summary>
    public void Lists<T>()
        where T : IServerRecord<T> => Add<OrderListEvent>((_, happened) => T.FromValues(
            face.Words.Of(happened.List, happened.Kind).With("RejectReason", Reason(happened.Rejection))
                .With("Time", happened.Time).With("EventTime", happened.Time)));

    /// <summary>Balances after a change.</summary>
    public void Balances<T>()
        where T : IServerRecord<T> => Add<BalancesEvent>(
            (_, happened) => T.FromValues(Values(happened, AccountValues.Of(happened))));

    /// <summary>What came from outside the exchange or went there.</summary>
    public void Funds<T>()
        where T : IServerRecord<T> => Add<FundsEvent>(
            (_, happened) => T.FromValues(Values(happened, AccountValues.Of(happened))));

    /// <summary>What something outside the exchange locked or released.</summary>
    public void Locks<T>()
        where T : IServerRecord<T> => Add<ExternalLockEvent>(
            (_, happened) => T.FromValues(Values(happened, AccountValues.Of(happened))));

    /// <summary>A connection's subscription to the account's events has ended.</summary>
    public void Ended<T>()
        where T : IServerRecord<T> => MakeEnd = now => T.FromValues(new ServerValues(_ => now));

    internal Func<Domain.Timestamp, IServerWire>? MakeEnd { get; private set; }

    internal IServerWire? Make(SimulatedAccount account, AccountEvent happened) =>
        _records.TryGetValue(happened.GetType(), out var make) ? make(account, happened) : null;

    private string? Reason(Rejection? rejection) => face.Words.Reasons.Word(rejection?.Reason);

    private Func<string, object?>? Told(AccountFill? fill) => fill is null ? null : face.Words.Of(fill).Find;

    private ServerValues Values(AccountEvent happened, Func<string, object?> known) =>
        new ServerValues(known, face.Style).With("EventTime", happened.Time);

    private void Add<TEvent>(Func<SimulatedAccount, TEvent, IServerWire> make)
        where TEvent : AccountEvent => _records.Add(
            typeof(TEvent), (account, happened) => make(account, (TEvent)happened));
}
