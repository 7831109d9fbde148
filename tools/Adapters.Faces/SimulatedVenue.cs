using System.Globalization;
using Adapters.Faces.Hosting;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Transport;

namespace Adapters.Faces;

/// <summary>
/// A simulated exchange that speaks a venue's REST and WebSocket interfaces on 127.0.0.1, so that any client of that
/// venue can use it. No keys of the venue and no network beyond this machine are needed.
/// </summary>
public sealed class SimulatedVenue : IAsyncDisposable
{
    private const string AccountId = "trader";

    private readonly KestrelHost _host;
    private readonly IDisposable _steps;

    private SimulatedVenue(VenueServer server, KestrelHost host, IDisposable steps, SimulatedVenueOptions options)
    {
        Server = server;
        _host = host;
        _steps = steps;
        Rest = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{host.Port}"));
        WebSocket = new Uri(string.Create(CultureInfo.InvariantCulture, $"ws://127.0.0.1:{host.Port}"));
        (Key, Secret) = ThrowAwayKey.Of(options.Seed);
        Environment = VenueFaces.Environment(server.Face, Rest.OriginalString, WebSocket.OriginalString);
    }

    /// <summary>Ids and aliases of the products that can be simulated, for example <c>binance-spot</c>.</summary>
    public static IReadOnlyList<string> Products => VenueFaces.Names;

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

    /// <summary>What answers.</summary>
    public VenueServer Server { get; }

    /// <summary>The markets behind the venue's face.</summary>
    public SimulatedExchange Exchange => Server.Exchange;

    /// <summary>Starts a venue.</summary>
    /// <param name="product">An id or alias of <see cref="Products"/>.</param>
    /// <param name="options">How it is set up.</param>
    /// <param name="ct">Ends the attempt to start.</param>
    /// <exception cref="ArgumentException">No such product can be simulated, or an option makes no sense.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatedVenue> StartAsync(
        string product, SimulatedVenueOptions? options = null, CancellationToken ct = default)
    {
        options ??= new SimulatedVenueOptions();
        var server = Serve(product, options);
        var host = await KestrelHost.StartAsync(server, options.Port, ct).ConfigureAwait(false);
        return new SimulatedVenue(server, host, server.Run(options.StepPeriod), options);
    }

    /// <summary>Sets a venue up without a network, for tests: everything runs inline, and nothing moves before the
    /// server is told to step.</summary>
    /// <param name="product">An id or alias of <see cref="Products"/>.</param>
    /// <param name="options">How it is set up; give it a clock that stands still.</param>
    /// <exception cref="ArgumentException">No such product can be simulated, or an option makes no sense.</exception>
    public static InMemoryVenue InMemory(string product, SimulatedVenueOptions? options = null) =>
        new(Serve(product, options ?? new SimulatedVenueOptions()));

    /// <summary>The environment of a venue that runs already, in this process or another of this machine; for
    /// <c>ConnectorOptions.CustomEnvironment</c>.</summary>
    /// <param name="product">An id or alias of <see cref="Products"/>.</param>
    /// <param name="rest">The <see cref="Rest"/> of the venue; its sockets have the same port.</param>
    /// <exception cref="ArgumentException">No such product can be simulated.</exception>
    public static EnvironmentInfo EnvironmentAt(string product, Uri rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return VenueFaces.Environment(VenueFaces.Make(product), $"http://{rest.Authority}", $"ws://{rest.Authority}");
    }

    /// <summary>The throw-away key of a seed and its HMAC secret, which the venue of that seed accepts.</summary>
    public static (string Key, string Secret) KeyOf(long seed) => ThrowAwayKey.Of(seed);

    /// <summary>An API key for a public key in PEM, for <see cref="SimulatedVenueOptions.PublicKeys"/>; the same each
    /// time.</summary>
    public static string KeyOf(string publicKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(publicKey);
        return ThrowAwayKey.Of(publicKey);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _steps.Dispose();
        await _host.DisposeAsync().ConfigureAwait(false);
        Server.Dispose();
    }

    private static VenueServer Serve(string product, SimulatedVenueOptions options)
    {
        options.Check();
        var (key, secret) = ThrowAwayKey.Of(options.Seed);
        return new VenueServer(VenueFaces.Make(product), new VenueServerOptions
        {
            Seed = options.Seed,
            TimeProvider = options.TimeProvider,
            History = options.History,
            Symbols = options.Symbols,
            Fit = options.OrdersPerSide is { } orders ? market => market with { OrdersPerSide = orders } : null,
            Accounts = [new AccountOptions { Id = AccountId, Deposits = options.Deposits ?? SampleMarkets.Deposits }],
            Keys =
            [
                VenueKey.OfSecret(key, AccountId, secret),
                .. options.PublicKeys.Select(static pair => VenueKey.OfPublicKey(pair.Key, AccountId, pair.Value)),
            ],
            Faults = options.Faults is { } rates ? new FaultPlan(options.Seed, rates) : null,
        });
    }
}
