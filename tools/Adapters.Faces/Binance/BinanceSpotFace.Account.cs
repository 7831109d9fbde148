using System.Globalization;
using Adapters.Faces.Binance.Wire;
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
    private static readonly string[] Permissions = ["SPOT"];

    private void AddAccount()
    {
        this.Account<AccountInfo>("GetAccount", "omitZeroBalances", (account, name) => name switch
        {
            "RawMakerCommission" => Points(account.Commission.Maker),
            "RawTakerCommission" => Points(account.Commission.Taker),
            "RawBuyerCommission" or "RawSellerCommission" => "0",
            "Brokered" or "RequireSelfTradePrevention" or "PreventSor" => false,
            "AccountType" => "SPOT",
            "Permissions" => Permissions,
            "Uid" => 1L,
            _ => null,
        });
        Endpoints.About<Commission>("GetCommission", call => AccountValues.Of(call.Account));
        this.Rules<MyFilters>("GetMyFilters");
        this.OrderCounts<RateLimit>("GetOrderCounts");
        this.Fills<MyTrade>("GetMyTrades", "fromId", "orderId");
        this.Allocations<Allocation>("GetAllocations", "fromAllocationId", "orderId");
        this.Prevented<PreventedMatch>(
            "GetPreventedMatches", "preventedMatchId", "fromPreventedMatchId", "orderId");
        Endpoints.Session<Session>("Logon", "GetSession", "Logout", SigningKeyKind.Ed25519);
        Endpoints.Listen<UserSubscription>("SubscribeUser");
        Endpoints.Listen<UserSubscription>("SubscribeLoggedOn", isOfLogOn: true);
        Endpoints.Listening<UserSubscription>("GetSubscriptions");
        Endpoints.StopListening("UnsubscribeUser", "subscriptionId");
        Words.Reasons = new(
            (Reason.InsufficientBalance, Word.InsufficientBalances),
            (Reason.WouldTriggerImmediately, Word.StopPriceWouldTriggerImmediately),
            (Reason.WouldTake, Word.WouldMatchImmediately), (Reason.PairPricesWrong, Word.OcoBadPrices));
        Events.Orders<ExecutionReport>((values, happened) => values.OrZero("TriggerPrice", "VisibleQuantity", "Fee")
            .With("ExecutionType", happened.Kind == ExecutionKind.Amended
                ? ExecutionType.Replaced
                : VenueTexts.Capitals(happened.Kind)));
        Events.Lists<ListStatus>();
        Events.Balances<AccountPosition>();
        Events.Funds<BalanceUpdate>();
        Events.Locks<ExternalLockUpdate>();
        Events.Ended<StreamTerminated>();
    }

    /// <summary>The old form of a rate: ten-thousandths.</summary>
    private static string Points(decimal rate) =>
        decimal.Round(rate * 10_000m).ToString("0", CultureInfo.InvariantCulture);
}
