using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Benchmarks.Sockets;

/// <summary>This project's way: a stream client over the same transport, every trade decoded and handed to a handler.
/// </summary>
internal sealed class AdaptersReceiver : IReceiver
{
    public string Name => "Adapters, decoded and handled";

    public async Task ReceiveAsync(string address, Tally tally)
    {
        var catalogue = BinanceSpotCatalogue.Instance;
        var environment = new EnvironmentInfo("loopback", new Dictionary<string, string> { ["stream"] = address }, []);
        await using var client = new StreamClient(
            catalogue, catalogue.Sockets.First(static socket => socket.Name == "market"), environment, new StreamOptions(),
            new ClientWebSocketFactory(BareReceiver.KeepAlive, TimeProvider.System), new SymbolTable(), TimeProvider.System);
        await using var trades = await client.SubscribeAsync(
            BinanceSpotChannels.Trades, "btcusdt@trade", (in TradeEvent trade) => tally.Add(trade.Id));
        await tally.Done;
    }
}
