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

    private async ValueTask<Fill[]> FillsAsync(
        Symbol symbol, GetMyTradesOptions options, CancellationToken cancellationToken) => Array.ConvertAll(
            await rest.GetMyTradesAsync(symbol, options, cancellationToken).ConfigureAwait(false),
            static trade => trade.ToFill());

    private static long? Number(OrderId? order) =>
        order is not { } id ? null : id.TryGetInt64(out var number) ? number : throw NotNumeric();

    private static ConversionException NotNumeric() => ConversionException.NotNumeric("id");
}
