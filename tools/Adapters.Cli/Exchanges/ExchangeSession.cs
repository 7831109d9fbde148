using Adapters.Capabilities;
using Adapters.Faces;
using Adapters.Hosting;
using Adapters.Security;

namespace Adapters.Cli.Exchanges;

/// <summary>A connector for the time of one command, and the simulated exchange behind it where that was asked for.</summary>
internal sealed class ExchangeSession : IAsyncDisposable
{
    private readonly IEmbeddedVenue? _venue;

    private ExchangeSession(ExchangeEntry exchange, EnvironmentChoice environment, IExchangeConnector connector, IEmbeddedVenue? venue)
    {
        Exchange = exchange;
        Environment = environment;
        Connector = connector;
        _venue = venue;
    }

    public ExchangeEntry Exchange { get; }

    public EnvironmentChoice Environment { get; }

    public IExchangeConnector Connector { get; }

    /// <summary>The account's side of the connector.</summary>
    /// <exception cref="UsageException">The exchange cannot be traded on.</exception>
    public ITradingConnector Account => Connector as ITradingConnector
        ?? throw new UsageException($"{Exchange.Id} cannot be traded on yet.");

    /// <summary>Connects; only a simulated exchange is started, nothing is sent yet.</summary>
    /// <param name="host">What surrounds the tool.</param>
    /// <param name="exchange">The product.</param>
    /// <param name="environment">Where it is reached.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <param name="credentials">Keys of an account; the session takes them over. A simulated exchange has its own.</param>
    /// <exception cref="UsageException">The exchange cannot be simulated.</exception>
    public static async Task<ExchangeSession> OpenAsync(
        ToolHost host, ExchangeEntry exchange, EnvironmentChoice environment, CancellationToken cancellationToken,
        Credentials? credentials = null)
    {
        var options = new ConnectorOptions
        {
            TimeProvider = host.Time,
            HttpHandler = host.HttpHandler,
            WebSockets = host.WebSockets,
            Credentials = credentials,
        };
        IEmbeddedVenue? venue = null;
        if (environment.Running is not null)
        {
            options.CustomEnvironment = environment.Hosts(exchange);
        }
        else if (!environment.IsSimulated)
        {
            options.Environment = environment.Name;
        }
        else
        {
            ThrowIfNotSimulated(exchange);
            venue = await host.StartVenue(
                exchange.Id, new SimulatedVenueOptions { TimeProvider = host.Time }, cancellationToken).ConfigureAwait(false);
            venue.Apply(options);
        }

        return new ExchangeSession(exchange, environment, exchange.Connect(options), venue);
    }

    /// <summary>Throws where an exchange has no simulated one.</summary>
    /// <exception cref="UsageException">It has none; the message lists those that have.</exception>
    public static void ThrowIfNotSimulated(ExchangeEntry exchange)
    {
        if (!SimulatedVenue.Products.Contains(exchange.Id))
        {
            throw new UsageException(
                $"{exchange.Id} cannot be simulated yet; {string.Join(", ", SimulatedVenue.Products)} can.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync().ConfigureAwait(false);
        if (_venue is not null)
        {
            await _venue.DisposeAsync().ConfigureAwait(false);
        }
    }
}
