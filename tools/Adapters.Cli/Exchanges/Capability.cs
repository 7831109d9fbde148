using Adapters.Capabilities;

namespace Adapters.Cli.Exchanges;

/// <summary>A question that a connector may answer.</summary>
/// <param name="Name">As the tool shows it.</param>
/// <param name="Has">Whether a connector answers it.</param>
internal sealed record Capability(string Name, Func<IExchangeConnector, bool> Has)
{
    public static IReadOnlyList<Capability> All { get; } =
    [
        new("markets", static connector => connector.MarketData is IInstruments),
        new("ticker", static connector => connector.MarketData is ITickers),
        new("book", static connector => connector.MarketData is IBooks),
        new("trades", static connector => connector.MarketData is ITrades),
        new("klines", static connector => connector.MarketData is IKlines),
        new("trading", static connector => connector is ITradingConnector),
    ];
}
