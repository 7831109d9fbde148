using Adapters.Domain;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

public sealed class AdapterTests
{
    [Fact]
    public async Task Markets_have_their_limits()
    {
        await using var spot = new Spot();
        var markets = await spot.Adapter.MarketData.GetMarketsAsync();
        Assert.Equal(spot.Venue.Server.Exchange.Markets.Select(m => m.Symbol.Name), markets.Select(m => m.Symbol.Name));
        foreach (var (market, simulated) in markets.Zip(spot.Venue.Server.Exchange.Markets))
        {
            Assert.Equal(simulated.Instrument.Tick, market.Tick);
            Assert.Equal(simulated.Instrument.Step, market.Step);
            Assert.Equal(
                (simulated.Instrument.MinNotional, simulated.Instrument.MinNotionalForMarket),
                (market.MinNotional, market.MinNotionalForMarket));
            Assert.Equal(
                (simulated.Instrument.MaxNotional, simulated.Instrument.MaxNotionalForMarket),
                (market.MaxNotional, market.MaxNotionalForMarket));
            Assert.Equal(simulated.Instrument.MarketMaxQuantity, market.MarketMaxQuantity);
            Assert.Equal(simulated.Instrument.UnifiedName, market.UnifiedName);
            Assert.Equal(MarketStatus.Trading, market.Status);
        }
    }

    [Fact]
    public async Task A_live_book_is_the_venues()
    {
        await using var spot = new Spot();
        await spot.Adapter.MarketData.GetMarketsAsync();
        var opening = spot.Adapter.MarketData.OpenBookAsync(spot.Btc, null, default).AsTask();
        spot.Pass(TimeSpan.FromSeconds(3));
        Assert.True(opening.IsCompleted);
        var book = await opening;
        Assert.Equal(Adapters.Books.BookState.Synchronised, book.State);
    }

    [Fact]
    public async Task A_book_whose_connector_is_gone_is_no_longer_to_be_trusted()
    {
        await using var spot = new Spot();
        await spot.Adapter.MarketData.GetMarketsAsync();
        var opening = spot.Adapter.MarketData.OpenBookAsync(spot.Btc, null, default).AsTask();
        spot.Pass(TimeSpan.FromSeconds(3));
        var book = await opening;

        await spot.Adapter.DisposeAsync();

        Assert.Equal(Adapters.Books.BookState.Stale, book.State);
    }
}
