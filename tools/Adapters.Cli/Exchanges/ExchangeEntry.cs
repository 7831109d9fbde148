using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Hosting;
using Adapters.Security;

namespace Adapters.Cli.Exchanges;

/// <summary>A product that the tool knows: what its specification says, how to connect, and what it wants signed.</summary>
internal sealed record ExchangeEntry(
    ProductCatalogue Catalogue, Func<ConnectorOptions, IExchangeConnector> Connect, IRequestSigner Signer)
{
    /// <summary>The embedded simulated exchange.</summary>
    public const string Simulated = "simulated";

    /// <summary>For example <c>binance-spot</c>.</summary>
    public string Id => Catalogue.Id;

    /// <summary>Id and aliases.</summary>
    public IReadOnlyList<string> Names { get; } = [Catalogue.Id, .. Catalogue.Aliases];

    /// <summary>Environments, the default first, the embedded one last.</summary>
    public IReadOnlyList<string> Environments { get; } =
        [.. Catalogue.Environments.Select(static environment => environment.Name), Simulated];

    /// <summary>An environment takes orders: it offers a call that changes something.</summary>
    public bool CanTradeIn(string environment) => environment == Simulated
        || Catalogue.Endpoints.Any(endpoint => endpoint is { IsRepeatable: false, Auth: { } auth }
            && !Catalogue.Environment(environment).Without.Any(without => without == auth || without == endpoint.Name));
}
