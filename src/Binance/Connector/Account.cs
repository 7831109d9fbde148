using Adapters.Accounts;
using Adapters.Binance.Spot;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Binance.Connector;

/// <summary>Which call answers which question about the account.</summary>
internal sealed class Account(BinanceSpotRest rest) : IAccountInfo
{
    public async ValueTask<IReadOnlyList<Balance>> GetBalancesAsync(CancellationToken cancellationToken = default) =>
        (await rest.GetAccountAsync(new() { OmitZeroBalances = true }, cancellationToken).ConfigureAwait(false))
        .ToBalances();

    public async ValueTask<IReadOnlyList<Fill>> GetFillsAsync(
        Symbol symbol, OrderId? order = null, Timestamp? from = null, Timestamp? to = null, int? limit = null,
        CancellationToken cancellationToken = default)
    {
        var options = new GetMyTradesOptions { OrderId = Number(order), StartTime = from, EndTime = to, Limit = limit };
        return await FillsAsync(symbol, options, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<Fill>> GetFillsFromAsync(
        Symbol symbol, TradeId first, int? limit = null, CancellationToken cancellationToken = default)
    {
        var id = first.TryGetInt64(out var number) ? number : throw NotNumeric();
        return await FillsAsync(symbol, new() { FromId = id, Limit = limit }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Fees> GetFeesAsync(Symbol symbol, CancellationToken cancellationToken = default) =>
        (await rest.GetCommissionAsync(symbol, cancellationToken).ConfigureAwait(false)).ToFees();

    /// <summary>What a message of the private stream means.</summary>
    public static void Tell(in UserEventFrame message, AccountSink sink)
    {
        switch (message.Case)
        {
            case UserEventCase.ExecutionReport:
                var report = message.ExecutionReport;
                sink.OnOrder(report.ToOrder(), report.ToFill(), message.ReceivedAt);
                break;
            case UserEventCase.AccountPosition:
                foreach (var balance in message.AccountPosition.Balances)
                {
                    sink.OnBalance(balance.ToBalance(message.AccountPosition), message.ReceivedAt);
                }

                break;
            case UserEventCase.BalanceUpdate or UserEventCase.ExternalLockUpdate:
                sink.OnDoubt(); // they tell a difference, not what there is
                break;
            case UserEventCase.Unknown:
                sink.OnUnknown();
                break;
            default:
                break; // order lists are told by their orders; the end of the stream is the kernel's
        }
    }

    private async ValueTask<Fill[]> FillsAsync(
        Symbol symbol, GetMyTradesOptions options, CancellationToken cancellationToken) => Array.ConvertAll(
            await rest.GetMyTradesAsync(symbol, options, cancellationToken).ConfigureAwait(false),
            static trade => trade.ToFill());

    private static long? Number(OrderId? order) =>
        order is not { } id ? null : id.TryGetInt64(out var number) ? number : throw NotNumeric();

    private static ConversionException NotNumeric() => ConversionException.NotNumeric("id");
}
