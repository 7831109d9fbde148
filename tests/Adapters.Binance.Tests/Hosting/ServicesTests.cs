using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Hosting;
using Adapters.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Binance.Tests.Hosting;

/// <summary>The connector in a collection of services.</summary>
public sealed class ServicesTests
{
    [Fact]
    public async Task It_is_one_connector_under_every_name()
    {
        await using var services = new ServiceCollection().AddBinance(options => options.Environment = "testnet").BuildServiceProvider();

        var spot = services.GetRequiredService<BinanceSpot>();

        Assert.Equal("testnet", spot.Environment.Name);
        Assert.Same(spot, services.GetRequiredService<IExchangeConnector>());
        Assert.Same(spot, services.GetRequiredKeyedService<IExchangeConnector>("binance-spot"));
    }

    [Fact]
    public async Task Clock_and_loggers_of_the_collection_are_taken_where_none_are_given()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero));
        ConnectorOptions? seen = null;
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddBinance(options => seen = options)
            .BuildServiceProvider();

        services.GetRequiredService<BinanceSpot>();

        Assert.Same(clock, seen!.TimeProvider);
        Assert.Same(NullLoggerFactory.Instance, seen.LoggerFactory);
    }

    [Fact]
    public async Task What_makes_no_sense_is_named_when_it_is_made_for_each_product()
    {
        await using var services = new ServiceCollection()
            .AddBinance(options => options.Environment = "tesnet")
            .AddConnector(
                Other.Described, static options => new Other(options), static options => options.Rest = new RestOptions { MaxAttempts = 0 })
            .BuildServiceProvider();

        var binance = Assert.Throws<OptionsValidationException>(services.GetRequiredService<BinanceSpot>);
        var other = Assert.Throws<OptionsValidationException>(services.GetRequiredService<Other>);

        Assert.Contains("tesnet", binance.Message, StringComparison.Ordinal);
        Assert.Contains("MaxAttempts", other.Message, StringComparison.Ordinal);
    }

    private sealed class Other(ConnectorOptions options) : IExchangeConnector
    {
        public static readonly ProductCatalogue Described = new()
        {
            Exchange = "Other",
            Product = "spot",
            Id = "other-spot",
            SpecHash = "",
            Environments = [new EnvironmentInfo("live", new Dictionary<string, string>(), [])],
            Rest = new RestShape(),
            Errors = new ErrorTable(),
            Endpoints = [],
        };

        public ProductCatalogue Catalogue => Described;

        public EnvironmentInfo Environment => Catalogue.Environment(options.Environment);

        public IMarketDataSource MarketData => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
