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

    [Theory]
    [InlineData("10", "1000", null, "No limit is broken.")]
    [InlineData("10", "1000.1", MarketRule.MaxNotional, "Price times quantity is 10001; the market takes 10000 or less.")]
    public void A_value_has_an_upper_limit(string price, string quantity, MarketRule? expected, string sentence)
    {
        var check = Limited().Check(Decimal(price), Decimal(quantity));

        Assert.Equal((expected, sentence), (check.Rule, check.ToString()));
    }

    [Theory]
    [InlineData("0.2", null, "No limit is broken.")]
    [InlineData("20", null, "No limit is broken.")]
    [InlineData("0", MarketRule.MinQuantity, "The quantity is 0; the market takes 0.0001 or more.")]
    [InlineData("9000.1", MarketRule.MaxQuantity, "The quantity is 9000.1; the market takes 9000 or less.")]
    [InlineData("0.20005", MarketRule.Step, "The quantity 0.20005 is no multiple of the step 0.0001.")]
    [InlineData("0.1999", MarketRule.MarketMinQuantity, "The quantity is 0.1999; the market takes 0.2 or more of orders at its price.")]
    [InlineData("20.0001", MarketRule.MarketMaxQuantity, "The quantity is 20.0001; the market takes 20 or less of orders at its price.")]
    [InlineData("0.2001", MarketRule.MarketStep, "The quantity 0.2001 is no multiple of 0.0025, the step of orders at the market's price.")]
    public void Orders_at_the_markets_price_keep_both_lots(string quantity, MarketRule? expected, string sentence)
    {
        var check = Limited().CheckMarketQuantity(Decimal(quantity));

        Assert.Equal((expected, sentence), (check.Rule, check.ToString()));
    }

    [Theory]
    [InlineData(true, true, "4.99", MarketRule.MinNotional)]
    [InlineData(true, true, "5", null)]
    [InlineData(true, true, "10000", null)]
    [InlineData(true, true, "10000.01", MarketRule.MaxNotional)]
    [InlineData(true, false, "10000.01", null)]
    [InlineData(false, true, "4.99", null)]
    [InlineData(null, null, "4.99", null)]
    [InlineData(null, null, "10000.01", null)]
    public void Quote_quantities_keep_the_values_that_hold_for_market_orders(
        bool? hasMin, bool? hasMax, string quantity, MarketRule? expected) =>
        Assert.Equal(expected, Limited(hasMin, hasMax).CheckQuoteQuantity(Decimal(quantity)).Rule);

    [Fact]
    public void Zeros_and_what_is_absent_are_no_limits()
    {
        foreach (var zero in new decimal?[] { null, 0m })
        {
            var market = new Market
            {
                Symbol = _market.Symbol,
                Kind = MarketKind.Spot,
                Base = _market.Base,
                Quote = _market.Quote,
                Status = MarketStatus.Trading,
                Tick = 0m,
                Step = 0m,
                MinPrice = zero,
                MaxPrice = zero,
                MinQuantity = zero,
                MaxQuantity = zero,
                MarketStep = zero,
                MarketMinQuantity = zero,
                MarketMaxQuantity = zero,
                MinNotional = zero,
                MaxNotional = zero,
                MinNotionalForMarket = true,
                MaxNotionalForMarket = true,
            };

            Assert.True(market.Check(123.456789m, 987_654.321m).IsValid);
            Assert.True(market.CheckMarketQuantity(987_654.321m).IsValid);
            Assert.True(market.CheckQuoteQuantity(0.000_000_01m).IsValid);
            Assert.Equal(987_654.321m, market.RoundMarketQuantity(987_654.321m, Rounding.Down));
        }
    }

    [Theory]
    [InlineData("0.0001", "0", "1.23456", "1.2345")]
    [InlineData("0", "0.01", "1.23456", "1.23")]
    [InlineData("0.0001", "0.01", "1.23456", "1.23")]
    [InlineData("0.01", "0.0001", "1.23456", "1.23")]
    [InlineData("0.4", "0.6", "5", "4.8")]
    [InlineData("0.03", "0.1", "1.99", "1.8")]
    public void Orders_at_the_markets_price_go_to_the_grid_of_both_steps(string step, string marketStep, string quantity, string expected)
    {
        var market = Limited(step: Decimal(step), marketStep: Decimal(marketStep));

        Assert.Equal(Decimal(expected), market.RoundMarketQuantity(Decimal(quantity), Rounding.Down));
    }

    [Fact]
    public void Random_steps_have_the_least_grid_in_common()
    {
        const int Seed = 909;
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var (one, other) = (Step(), Step());
            var common = Grid.Common(one, other);
            var half = common / 2m;

            Assert.True(common % one == 0m && common % other == 0m, $"{one} and {other}, seed {Seed}");
            Assert.False(half % one == 0m && half % other == 0m, $"{one} and {other}, seed {Seed}");
            Assert.Equal(common, Grid.Common(other, one));
        }

        decimal Step() => new(random.Next(1, 1_000), 0, 0, false, (byte)random.Next(10));
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

    [Fact]
    public void A_step_of_market_orders_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Limited(marketStep: -0.1m));

    private Market Limited(bool? hasMin = null, bool? hasMax = null, decimal step = 0.0001m, decimal marketStep = 0.0025m) => new()
    {
        Symbol = _market.Symbol,
        Kind = MarketKind.Spot,
        Base = _market.Base,
        Quote = _market.Quote,
        Status = MarketStatus.Trading,
        Tick = 0.01m,
        Step = step,
        MinQuantity = 0.0001m,
        MaxQuantity = 9_000m,
        MarketStep = marketStep,
        MarketMinQuantity = 0.2m,
        MarketMaxQuantity = 20m,
        MinNotional = 5m,
        MaxNotional = 10_000m,
        MinNotionalForMarket = hasMin,
        MaxNotionalForMarket = hasMax,
    };

    private static string Name(MarketKind kind, string quote, string? settle, Timestamp? expiry) =>
        Markets.Contract(kind, quote, settle, expiry).UnifiedName;

    private static decimal Decimal(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
