using Adapters.Faces;
using Adapters.Hosting;
using Adapters.Security;

namespace Adapters.Cli.Exchanges;

/// <summary>A simulated exchange that runs inside this program.</summary>
internal interface IEmbeddedVenue : IAsyncDisposable
{
    /// <summary>Makes a connector talk to it, with a key that it accepts.</summary>
    void Apply(ConnectorOptions options);
}

/// <summary>Starts a simulated exchange for a product.</summary>
/// <exception cref="ArgumentException">The product cannot be simulated.</exception>
internal delegate Task<IEmbeddedVenue> VenueStarter(
    string product, SimulatedVenueOptions options, CancellationToken cancellationToken);

/// <summary>A simulated exchange on a port of this machine.</summary>
internal sealed class LocalVenue(SimulatedVenue venue) : IEmbeddedVenue
{
    public static async Task<IEmbeddedVenue> StartAsync(
        string product, SimulatedVenueOptions options, CancellationToken cancellationToken) =>
        new LocalVenue(await SimulatedVenue.StartAsync(product, options, cancellationToken).ConfigureAwait(false));

    public void Apply(ConnectorOptions options)
    {
        options.CustomEnvironment = venue.Environment;
        options.Credentials = new Credentials(venue.Key, new HmacKey(venue.Secret));
    }

    public ValueTask DisposeAsync() => venue.DisposeAsync();
}
