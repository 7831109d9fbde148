using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>Calls about what an account has, did and may do.</summary>
public static class AccountEndpoints
{
    /// <summary>Tells the account with its balances.</summary>
    /// <param name="face">The venue.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="omitZero">Name of the parameter that leaves out balances of nothing.</param>
    /// <param name="more">What the venue tells of an account besides, by name.</param>
    public static void Account<T>(
        this VenueFace face, string endpoint, string omitZero, Func<SimulatedAccount, string, object?> more)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(face);
        face.Endpoints.One<T>(endpoint, call => new ServerValues(AccountValues.Of(call.Account), face.Style)
            .With("Balances", call.Account.Balances
                .Where(balance => call.Arguments.Bool(omitZero) != true || balance.Total != 0m)
                .Select(static balance => new ServerValues(AccountValues.Of(balance))))
            .With(name => more(call.Account, name)));
    }

    /// <summary>Tells what is asked of the account's orders in a market, and in all markets together.</summary>
    public static void Rules<T>(this VenueFace face, string endpoint)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(face);
        face.Endpoints.One<T>(endpoint, call => call.Values(call.Market)
            .With("SymbolFilters", new ServerValues(RuleValues.Of(call.Market, face.RuleWords)))
            .With("ExchangeFilters", new ServerValues(RuleValues.Of(call.Exchange.Rules, face.RuleWords))));
    }

    /// <summary>Tells fills by trades.</summary>
    /// <param name="face">The venue.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="fromId">Name of the parameter that holds the first trade's id.</param>
    /// <param name="orderId">Name of the parameter that holds the order.</param>
    public static void Fills<T>(this VenueFace face, string endpoint, string fromId, string orderId)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(face);
        face.Endpoints.List<T>(endpoint, call => call.Account.Fills(
            call.Market, call.History(fromId, orderId)).Select(face.Words.Of));
    }

    /// <summary>Tells fills by the venue's router, from the oldest on.</summary>
    /// <param name="face">The venue.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="fromId">Name of the parameter that holds the first allocation's id.</param>
    /// <param name="orderId">Name of the parameter that holds the order.</param>
    public static void Allocations<T>(this VenueFace face, string endpoint, string fromId, string orderId)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(face);
        face.Endpoints.List<T>(endpoint, call => call.Account.Allocations(
            call.Market, call.History(fromId, orderId).FromOldest()).Select(face.Words.Of));
    }

    /// <summary>Tells the matches with oneself that did not happen, from the oldest on.</summary>
    /// <param name="face">The venue.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="id">Name of the parameter that holds the only one asked for.</param>
    /// <param name="fromId">Name of the parameter that holds the first one's id.</param>
    /// <param name="orderId">Name of the parameter that holds the order.</param>
    public static void Prevented<T>(this VenueFace face, string endpoint, string id, string fromId, string orderId)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(face);
        face.Endpoints.List<T>(endpoint, call =>
        {
            var query = call.History(fromId, orderId).FromOldest();
            var only = call.Arguments.Long(id);
            return call.Account.PreventedMatches(call.Market, only is null ? query : query with { FromId = only, Limit = 1 })
                .Where(match => only is null || match.Id == only)
                .Select(match => call.Values(call.Market).With(OrderValues.Of(match))
                    .With("TradeGroupId", call.Account.Options.TradeGroup));
        });
    }

    /// <summary>Tells how many orders the account has placed, in each window of the limits.</summary>
    public static void OrderCounts<T>(this VenueFace face, string endpoint)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(face);
        face.Endpoints.List<T>(endpoint, call => face.Told(call.Server.Used(LimitKind.Orders, call), LimitKind.Orders));
    }
}
