using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Runtime.Tests.Sockets;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Capabilities;

/// <summary>Market data whose trades and tickers are the numbers of a stream.</summary>
internal sealed class StreamOfTicks(Streams streams) : ITrades, ITickers
{
    public ValueTask<Subscription> SubscribeTradesAsync(
        Symbol symbol, MessageHandler<Trade> handler, Action<SubscriptionEvent>? changed, CancellationToken cancellationToken) =>
        Subscribe(
            number =>
            {
                var trade = new Trade
                {
                    Symbol = symbol,
                    Id = TradeId.FromInt64(number),
                    Price = 1,
                    Quantity = 1,
                    Side = Side.Buy,
                    Time = Timestamp.Epoch,
                };
                handler(in trade);
            },
            changed, cancellationToken);

    public ValueTask<Subscription> SubscribeTickersAsync(
        Symbol symbol, MessageHandler<Ticker> handler, Action<SubscriptionEvent>? changed, CancellationToken cancellationToken) =>
        Subscribe(
            number =>
            {
                var ticker = new Ticker { Symbol = symbol, Last = number };
                handler(in ticker);
            },
            changed, cancellationToken);

    public ValueTask<IReadOnlyList<Trade>> GetTradesAsync(
        Symbol symbol, int? limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<Ticker> GetTickerAsync(Symbol symbol, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Ticker>> GetTickersAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<Quote> GetQuoteAsync(Symbol symbol, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<Subscription> SubscribeQuotesAsync(
        Symbol symbol, MessageHandler<Quote> handler, Action<SubscriptionEvent>? changed, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private ValueTask<Subscription> Subscribe(
        Action<long> handler, Action<SubscriptionEvent>? changed, CancellationToken cancellationToken) =>
        streams.Client.SubscribeAsync(
            Streams.Ticks, "a", (in TickRecord tick) => handler(tick.Number), changed, cancellationToken);
}
