using System.Globalization;
using Adapters.Binance;
using Adapters.Binance.Spot;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Faces.Binance;
using Adapters.Hosting;
using Adapters.Security;
using Adapters.Simulation;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Rules;
using Adapters.Simulation.Server;
using Adapters.Simulation.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Faces.Tests.Harness;

/// <summary>How the adapter and the venue judged an order; a problem is what they must not disagree about.</summary>
internal readonly record struct Judgement(string Kind, string? Problem = null);

/// <summary>A venue with random limits, and the adapter that has read them.</summary>
internal sealed class TwoJudges : IAsyncDisposable
{
    private static readonly OrderKind[] Kinds =
    [
        OrderKind.Limit, OrderKind.Market, OrderKind.StopMarket, OrderKind.StopLimit, OrderKind.TakeProfitMarket,
        OrderKind.TakeProfitLimit,
    ];

    private readonly Random _random;
    private readonly InMemoryVenue _venue;
    private readonly BinanceSpot _adapter;
    private Symbol _symbol = null!;

    private TwoJudges(int seed)
    {
        _random = new Random(seed);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
        var (key, secret) = SimulatedVenue.KeyOf(1);
        _venue = new InMemoryVenue(new VenueServer(new BinanceSpotFace(), new VenueServerOptions
        {
            TimeProvider = clock,
            Symbols = ["BTCUSDT"],
            History = TimeSpan.FromMinutes(10),
            Fit = Fit,
            Accounts = [new AccountOptions { Id = "trader", Deposits = SampleMarkets.Deposits }],
            Keys = [VenueKey.OfSecret(key, "trader", secret)],
        }));
        _adapter = BinanceSpot.Connect(new ConnectorOptions
        {
            Credentials = new Credentials(key, new HmacKey(secret)),
            HttpHandler = _venue.Handler,
            WebSockets = _venue.WebSockets,
            TimeProvider = clock,
        });
    }

    /// <summary>The market as the adapter read it.</summary>
    private Market Market => _symbol.Market!;

    public static async Task<TwoJudges> OpenAsync(int seed)
    {
        var both = new TwoJudges(seed);
        both._venue.Server.Step();
        await both._adapter.MarketData.GetMarketsAsync();
        both._symbol = both._adapter.MarketData.Symbols.Get("BTCUSDT");
        return both;
    }

    /// <summary>An order whose numbers lie on a limit, or near it, or anywhere.</summary>
    public OrderRequest Draw()
    {
        var kind = Of(Kinds);
        var price = Near(Limit(Market.MinPrice, Market.MaxPrice, 100m, _random.Next(60, 140)), Market.Tick);
        var trigger = Near(Limit(Market.MinPrice, Market.MaxPrice, 100m, 120m), Market.Tick);
        var hasPrice = kind is OrderKind.Limit or OrderKind.StopLimit or OrderKind.TakeProfitLimit;
        var worth = hasPrice ? price : 100m;
        var quantity = Near(
            Limit(
                Market.MinQuantity, Market.MaxQuantity, Market.MarketMinQuantity, Market.MarketMaxQuantity,
                Market.MinNotional / worth, Market.MaxNotional / worth, _random.Next(1, 50)),
            Of(Market.Step, Market.MarketStep ?? 0m));
        var isByQuote = kind == OrderKind.Market && _random.Next(2) == 0;
        return new OrderRequest
        {
            Symbol = _symbol,
            Side = Of(Side.Buy, Side.Sell),
            Kind = kind,
            Price = hasPrice ? price : null,
            TriggerPrice = kind is OrderKind.Limit or OrderKind.Market ? null : trigger,
            Quantity = isByQuote ? null : quantity,
            QuoteQuantity = isByQuote ? Near(Limit(Market.MinNotional, Market.MaxNotional, 100m), 0.01m) + Of(0m, 0m, 3e-9m) : null,
            TimeInForce = hasPrice ? TimeInForce.GoodTillCancel : null,
            PostOnly = kind == OrderKind.Limit && _random.Next(4) == 0,
            IsExact = _random.Next(2) == 0,
            ClientId = ClientOrderId.Parse("mine"),
        };
    }

    public async Task<Judgement> JudgeAsync(OrderRequest request)
    {
        var (prepared, mine) = await PreparedAsync(request);
        var sent = prepared ?? Rounded(request);
        var its = await RefusedAsync(sent);
        var filter = its?.Problem.Replace("Filter failure: ", "", StringComparison.Ordinal);
        return (mine, its) switch
        {
            (null, null) => new("taken by both"),
            ({ } refused, _) when !request.IsExact && refused.Problem.Contains("no multiple", StringComparison.Ordinal) =>
                new("rounded beside the grid", refused.Message),
            ({ } refused, null) => new("refused by the adapter alone", refused.Message),
            (null, { } refused) when IsUnknowable(request, refused) => new($"left to the venue: {filter}"),
            (null, { } refused) => new("refused by the venue alone", refused.Message),
            // What is nothing once rounded is refused before anything else is looked at.
            var (ours, theirs) when sent is { QuoteQuantity: null, Quantity: > 0m, Price: null or > 0m, TriggerPrice: null or > 0m }
                && ours.Class != theirs.Class =>
                new("refused for different reasons", $"{ours.Message} {theirs.Message}"),
            _ => new($"refused by both: {filter}"),
        };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"tick {Market.Tick}, price {Market.MinPrice} to {Market.MaxPrice}; step {Market.Step}, quantity {Market.MinQuantity} to "
        + $"{Market.MaxQuantity}; at market step {Market.MarketStep}, quantity {Market.MarketMinQuantity} to "
        + $"{Market.MarketMaxQuantity}; value {Market.MinNotional} ({Market.MinNotionalForMarket}) to {Market.MaxNotional} "
        + $"({Market.MaxNotionalForMarket})");

    public async ValueTask DisposeAsync()
    {
        await _adapter.DisposeAsync();
        _venue.Dispose();
    }

    // Bands of prices and the value of a market order hang on the average price; what a quote quantity comes to, on
    // the book.
    private static bool IsUnknowable(OrderRequest request, ExchangeException refused) => refused.Problem switch
    {
        "Filter failure: PERCENT_PRICE_BY_SIDE" => request.Price is not null,
        "Filter failure: NOTIONAL" => request.Price is null && request.QuoteQuantity is null,
        "Filter failure: LOT_SIZE" or "Filter failure: MARKET_LOT_SIZE" => request.QuoteQuantity is not null,
        _ => request.QuoteQuantity is not null && refused.Class == ErrorClass.NoLiquidity,
    };

    private async Task<(OrderRequest? Prepared, ExchangeException? Refused)> PreparedAsync(OrderRequest request)
    {
        try
        {
            return (await _adapter.Trading.PrepareAsync(request), null);
        }
        catch (ExchangeException error) when (error.Problem.StartsWith("It was not sent: ", StringComparison.Ordinal))
        {
            return (null, error);
        }
    }

    private async Task<ExchangeException?> RefusedAsync(OrderRequest request)
    {
        try
        {
            await _adapter.Rest.TestOrderAsync(request.ToNewOrder());
            return null;
        }
        catch (ExchangeException error)
        {
            return error;
        }
    }

    // What would have been sent of an order that was refused.
    private OrderRequest Rounded(OrderRequest request) => request.IsExact ? request : request with
    {
        Price = request.Price is { } price
            ? Market.RoundPrice(price, request.Side == Side.Buy ? Rounding.Down : Rounding.Up)
            : null,
        TriggerPrice = request.TriggerPrice is { } trigger ? Market.RoundPrice(trigger, Rounding.Nearest) : null,
        Quantity = request.Quantity is not { } quantity ? null
            : request.Price is null ? Market.RoundMarketQuantity(quantity, Rounding.Down)
            : Market.RoundQuantity(quantity, Rounding.Down),
        QuoteQuantity = request.QuoteQuantity is { } quote ? Market.RoundQuoteQuantity(quote) : null,
    };

    private SimulatedMarketOptions Fit(SimulatedMarketOptions options)
    {
        var (step, isBanded) = (Of(0.001m, 0.004m, 0.01m, 0.03m), _random.Next(2) == 0);
        return options with
        {
            StartPrice = 100m,
            TypicalNotional = 1_000m,
            Volatility = 0,
            OrdersPerSide = 20,
            MakerActions = 0,
            TakerRate = 0,
            Rules = new TradingRules
            {
                BuyBandAbove = isBanded ? 1.2m : null,
                BuyBandBelow = isBanded ? 0.8m : null,
                SellBandAbove = isBanded ? 1.3m : null,
                SellBandBelow = isBanded ? 0.9m : null,
            },
            Market = new Market
            {
                Symbol = options.Market.Symbol,
                Kind = MarketKind.Spot,
                Base = options.Market.Base,
                Quote = options.Market.Quote,
                Status = MarketStatus.Trading,
                Tick = Of(0.01m, 0.05m, 0.1m, 0.25m, 1m),
                Step = step,
                MinPrice = Of(0m, 5m, 70m),
                MaxPrice = Of(0m, 130m, 1_000m),
                MinQuantity = Of(0m, step, step * 10m),
                MaxQuantity = Of(0m, 10m, 100m),
                MarketStep = Of<decimal?>(null, 0m, 0.002m, 0.01m, 0.05m),
                MarketMinQuantity = Of<decimal?>(null, 0m, 0.1m, 0.5m),
                MarketMaxQuantity = Of<decimal?>(null, 0m, 2m, 20m),
                MinNotional = Of<decimal?>(null, 0m, 5m, 50m),
                MaxNotional = Of<decimal?>(null, 0m, 500m, 5_000m),
                MinNotionalForMarket = _random.Next(2) == 0,
                MaxNotionalForMarket = _random.Next(2) == 0,
            },
        };
    }

    // On a limit, or half a step or a whole one beside it, or the smallest digit beside it.
    private decimal Near(decimal value, decimal step)
    {
        var near = decimal.Round(value + Of(0m, 0m, step, -step, step / 2m, -step / 2m, 0.00000001m, -0.00000001m), 8);
        return near > 0m ? near : 0.00000001m;
    }

    // Nothing lies near a limit that is not there.
    private decimal Limit(params decimal?[] limits) => Of([.. limits.OfType<decimal>().Where(static limit => limit > 0m)]);

    private T Of<T>(params T[] values) => values[_random.Next(values.Length)];
}
