using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

public sealed class MarketTests
{
    private readonly Market _market = Markets.Spot(new SymbolTable().Get("BTCUSDT"), "BTC", "USDT");

    [Theory]
    [InlineData("64000.119", Rounding.Down, "64000.11")]
    [InlineData("64000.111", Rounding.Up, "64000.12")]
    [InlineData("64000.114", Rounding.Nearest, "64000.11")]
    [InlineData("64000.115", Rounding.Nearest, "64000.12")]
    [InlineData("64000.11", Rounding.Up, "64000.11")]
    [InlineData("0.001", Rounding.Down, "0")]
    public void Prices_go_to_the_tick(string price, Rounding rounding, string expected) =>
        Assert.Equal(Decimal(expected), _market.RoundPrice(Decimal(price), rounding));

    [Fact]
    public void Quantities_go_to_the_step()
    {
        Assert.Equal(1.2345m, _market.RoundQuantity(1.23459999m, Rounding.Down));
        Assert.Equal(1.2346m, _market.RoundQuantity(1.23451m, Rounding.Up));
    }

    [Theory]
    [InlineData("0.25", "10.6", "10.5")]
    [InlineData("0.3", "1", "0.9")]
    [InlineData("3", "100", "99")]
    [InlineData("0.0000001", "0.12345678", "0.1234567")]
    [InlineData("0", "0.12345678", "0.12345678")]
    public void Any_tick_is_exact(string tick, string price, string expected) =>
        Assert.Equal(Decimal(expected), Grid.Round(Decimal(price), Decimal(tick), Rounding.Down));

    [Fact]
    public void Random_values_land_on_the_grid_within_one_step()
    {
        const int Seed = 808;
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var step = new decimal(random.Next(1, 1_000), 0, 0, false, (byte)random.Next(10));
            var value = new decimal(random.Next(), random.Next(100), 0, false, (byte)random.Next(12));
            var (down, up) = (Grid.Round(value, step, Rounding.Down), Grid.Round(value, step, Rounding.Up));
            var nearest = Grid.Round(value, step, Rounding.Nearest);

            Assert.True(down % step == 0m && up % step == 0m, $"{value} on {step}, seed {Seed}");
            Assert.True(down <= value && value <= up && up - down <= step, $"{value} on {step}, seed {Seed}");
            Assert.True(nearest == (value - down < up - value ? down : up), $"{value} on {step}, seed {Seed}");
        }
    }

    [Fact]
    public void What_cannot_be_rounded_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _market.RoundPrice(-1m, Rounding.Down));
        Assert.Throws<ArgumentOutOfRangeException>(() => _market.RoundPrice(1m, default));
        Assert.Throws<OverflowException>(() => Grid.Round(decimal.MaxValue, 1.1m, Rounding.Down));
    }

    [Theory]
    [InlineData("64000.11", "0.5", null, "No limit is broken.")]
    [InlineData("64000.111", "0.5", MarketRule.Tick, "The price 64000.111 is no multiple of the tick 0.01.")]
    [InlineData("0.001", "0.5", MarketRule.MinPrice, "The price is 0.001; the market takes 0.01 or more.")]
    [InlineData("1000000.01", "0.5", MarketRule.MaxPrice, "The price is 1000000.01; the market takes 1000000 or less.")]
    [InlineData("64000", "0.00015", MarketRule.Step, "The quantity 0.00015 is no multiple of the step 0.0001.")]
    [InlineData("64000", "0", MarketRule.MinQuantity, "The quantity is 0; the market takes 0.0001 or more.")]
    [InlineData("64000", "9000.1", MarketRule.MaxQuantity, "The quantity is 9000.1; the market takes 9000 or less.")]
    [InlineData("10", "0.4999", MarketRule.MinNotional, "Price times quantity is 4.999; the market takes 5 or more.")]
    [InlineData("10", "0.5", null, "No limit is broken.")]
    public void The_first_broken_limit_is_named(string price, string quantity, MarketRule? expected, string sentence)
    {
        var check = _market.Check(Decimal(price), Decimal(quantity));

        Assert.Equal(expected, check.Rule);
        Assert.Equal(expected is null, check.IsValid);
        Assert.Equal(sentence, check.ToString());
    }

    [Fact]
    public void Unified_names_come_from_the_assets()
    {
        var expiry = Timestamp.From(new DateTimeOffset(2026, 12, 25, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal("BTC/USDT", _market.UnifiedName);
        Assert.Equal("BTC/USDT:USDT", Name(MarketKind.LinearPerpetual, "USDT", "USDT", null));
        Assert.Equal("BTC/USD:BTC", Name(MarketKind.InversePerpetual, "USD", "BTC", null));
        Assert.Equal("BTC/USDT:USDT-261225", Name(MarketKind.LinearFuture, "USDT", "USDT", expiry));
    }

    [Fact]
    public void A_contract_that_its_assets_do_not_identify_keeps_the_venues_name()
    {
        Assert.Equal("VENUE_NAME", Name(MarketKind.LinearPerpetual, "USDT", null, null));
        Assert.Equal("VENUE_NAME", Name(MarketKind.LinearFuture, "USDT", "USDT", null));
        Assert.Equal("VENUE_NAME", Name(MarketKind.Option, "USDT", "USDT", Timestamp.Epoch));
    }

    [Fact]
    public void A_tick_below_zero_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Market
    {
        Symbol = _market.Symbol,
        Kind = MarketKind.Spot,
        Base = _market.Base,
        Quote = _market.Quote,
        Status = MarketStatus.Trading,
        Tick = -0.01m,
        Step = 1m,
    });

    private static string Name(MarketKind kind, string quote, string? settle, Timestamp? expiry) =>
        Markets.Contract(kind, quote, settle, expiry).UnifiedName;

    private static decimal Decimal(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
