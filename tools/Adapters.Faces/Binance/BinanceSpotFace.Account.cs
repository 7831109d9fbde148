using System.Globalization;
using Adapters.Faces.Binance.Wire.Spot;
using Adapters.Security;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Reason = Adapters.Simulation.Orders.RejectReason;
using Word = Adapters.Faces.Binance.Wire.Spot.RejectReason;

namespace Adapters.Faces.Binance;

/// <content>Balances, fills, sessions, and what happens to accounts.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md"/></content>
public sealed partial class BinanceSpotFace
{
    private static readonly WordTable<Reason> Reasons = new(
        (Reason.InsufficientBalance, Word.InsufficientBalances),
        (Reason.WouldTriggerImmediately, Word.StopPriceWouldTriggerImmediately),
        (Reason.WouldTake, Word.WouldMatchImmediately), (Reason.PairPricesWrong, Word.OcoBadPrices));

    private void AddAccount()
    {
        Events.Orders<ExecutionReport>((values, happened) => values.OrZero("TriggerPrice", "VisibleQuantity", "Fee")
            .With("RejectReason", Reasons.Word(happened.Rejection?.Reason))
            .With("ExecutionType", happened.Kind == ExecutionKind.Amended
                ? ExecutionType.Replaced
                : VenueTexts.Capitals(happened.Kind)));
        Events.Lists<ListStatus>();
        Events.Balances<AccountPosition>();
        Events.Funds<BalanceUpdate>();
        Events.Locks<ExternalLockUpdate>();
        Endpoints.One<AccountInfo>("GetAccount", call => new(name => Account(call, name), Style));
        Endpoints.One<Commission>("GetCommission", call => call.Values(call.Market).With(name => Rates(call, name)));
        Endpoints.Many<MyTrade>("GetMyTrades", call => call.Account.Fills(
            call.Market, call.History("fromId", "orderId")).Select(OrderValues.Of));
        Endpoints.Session<Session>("Logon", "GetSession", "Logout", SigningKeyKind.Ed25519, session => name =>
            name == "ReturnRateLimits" ? session.TellsLimits
            : name == "UserDataStream" ? session.Listening.Count > 0 : null);
        Endpoints.Listen<UserSubscription>("SubscribeUser", "SubscribeLoggedOn");
        Endpoints.Listening<UserSubscription>("GetSubscriptions");
        Endpoints.Nothing("UnsubscribeUser", call => call.Session!.StopListening(
            (int?)call.Arguments.Long("subscriptionId")));
    }

    private static object? Account(VenueCall call, string name) => name switch
    {
        "RawMakerCommission" => Points(call.Account.Commission.Maker),
        "RawTakerCommission" => Points(call.Account.Commission.Taker),
        "RawBuyerCommission" or "RawSellerCommission" => "0",
        "CommissionRates" or "CanWithdraw" or "CanDeposit" => true,
        "Buyer" or "Seller" => 0m,
        "Brokered" or "RequireSelfTradePrevention" or "PreventSor" => false,
        "AccountType" => "SPOT",
        "Permissions" => new[] { "SPOT" },
        "Uid" => 1L,
        "Balances" => call.Account.Balances
            .Where(balance => call.Arguments.Bool("omitZeroBalances") != true || balance.Total != 0m)
            .Select(balance => new ServerValues(AccountValues.Of(balance))),
        _ => AccountValues.Of(call.Account)(name),
    };

    /// <summary>The old form of a rate: ten-thousandths.</summary>
    private static string Points(decimal rate) =>
        decimal.Round(rate * 10_000m).ToString("0", CultureInfo.InvariantCulture);

    private static object? Rates(VenueCall call, string name) => name switch
    {
        "Buyer" or "Seller" => 0m,
        "Standard" => true,
        "Special" or "Tax" => new ServerValues(_ => 0m),
        _ => AccountValues.Of(call.Account)(name),
    };
}
