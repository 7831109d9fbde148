using System.Globalization;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Adapters.Faces;

/// <summary>
/// A simulated exchange that speaks a venue's REST and WebSocket interfaces on 127.0.0.1, so that any client of that venue
/// can use it. No keys of the venue and no network beyond this machine are needed.
/// </summary>
public sealed class SimulatedVenue : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly IDisposable _steps;

    private SimulatedVenue(WebApplication host, IDisposable steps, SimulatedExchange exchange, int port, string key, string secret)
    {
        _host = host;
        _steps = steps;
        Exchange = exchange;
        Rest = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        WebSocket = new Uri(string.Create(CultureInfo.InvariantCulture, $"ws://127.0.0.1:{port}"));
        Key = key;
        Secret = secret;
        Environment = new EnvironmentInfo(
            "simulated",
            new Dictionary<string, string>
            {
                ["rest"] = Rest.OriginalString,
                ["stream"] = WebSocket.OriginalString,
                ["api"] = WebSocket.OriginalString + "/ws-api/v3",
            },
            []);
    }

    /// <summary>Ids and aliases of the products that can be simulated, for example <c>binance-spot</c>.</summary>
    public static IReadOnlyList<string> Products { get; } = ["binance-spot", "binance"];

    /// <summary>Base address of REST calls, without a path.</summary>
    public Uri Rest { get; }

    /// <summary>Base address of WebSockets, without a path; the port is that of <see cref="Rest"/>.</summary>
    public Uri WebSocket { get; }

    /// <summary>A throw-away API key that the venue accepts.</summary>
    public string Key { get; }

    /// <summary>Its HMAC secret.</summary>
    public string Secret { get; }

    /// <summary>Named <c>simulated</c>; for <c>ConnectorOptions.CustomEnvironment</c>.</summary>
    public EnvironmentInfo Environment { get; }

    /// <summary>The markets behind the venue's face.</summary>
    public SimulatedExchange Exchange { get; }

    /// <summary>Starts a venue.</summary>
    /// <param name="product">An id or alias of <see cref="Products"/>.</param>
    /// <param name="options">How it is set up.</param>
    /// <param name="ct">Ends the attempt to start.</param>
    /// <exception cref="ArgumentException">No such product can be simulated, or an option makes no sense.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatedVenue> StartAsync(
        string product, SimulatedVenueOptions? options = null, CancellationToken ct = default)
    {
        if (!Products.Contains(product))
        {
            throw new ArgumentException(
                $"'{product}' cannot be simulated. Use one of {string.Join(", ", Products)}.", nameof(product));
        }

        options ??= new SimulatedVenueOptions();
        options.Check();
        var exchange = new SimulatedExchange(
            new SimulatedExchangeOptions { Seed = options.Seed, Markets = SampleMarkets.Spot(new SymbolTable()) },
            options.TimeProvider);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"));
        var host = builder.Build();
        host.Run(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await host.StartAsync(ct).ConfigureAwait(false);
        var random = new SeededRandom(options.Seed);
        return new SimulatedVenue(
            host, exchange.Run(options.StepPeriod), exchange, new Uri(host.Urls.Single()).Port, Letters(random), Letters(random));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _steps.Dispose();
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    private static string Letters(SeededRandom random)
    {
        const string From = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return string.Create(64, random, static (text, random) =>
        {
            foreach (ref var letter in text)
            {
                letter = From[random.Next(From.Length)];
            }
        });
    }
}
