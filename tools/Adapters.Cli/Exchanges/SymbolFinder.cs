using Adapters.Cli.CommandLine;
using Adapters.Domain;

namespace Adapters.Cli.Exchanges;

/// <summary>Finds a market by what a person writes: <c>BTC/USDT</c>, <c>BTC/USDT:USDT</c>,
/// <c>BTC/USDT:USDT-261225</c>, or the venue's own text, in any case where only one market is meant.</summary>
/// <param name="exchange">The product's id, for messages.</param>
/// <param name="markets">The venue's instruments.</param>
internal sealed class SymbolFinder(string exchange, IReadOnlyList<Market> markets)
{
    private const int Shown = 3;

    /// <summary>The symbol of a text.</summary>
    /// <exception cref="UsageException">There is none; the message names the nearest.</exception>
    public Symbol Find(string text) =>
        One(text, static market => market.UnifiedName, StringComparison.Ordinal)
        ?? One(text, static market => market.Symbol.Name, StringComparison.Ordinal)
        ?? One(text, static market => market.UnifiedName, StringComparison.OrdinalIgnoreCase)
        ?? One(text, static market => market.Symbol.Name, StringComparison.OrdinalIgnoreCase)
        ?? throw new UsageException(
            $"{exchange} has no market '{text}'.{Meant.Of(text, Near(text), Shown)} 'adapters markets {exchange}' lists them.");

    // Two instruments may share a unified name; the one that trades is meant.
    private Symbol? One(string text, Func<Market, string> name, StringComparison comparison)
    {
        var found = markets.Where(market => name(market).Equals(text, comparison)).ToArray();
        return found switch
        {
            [] => null,
            [var only] => only.Symbol,
            _ when found.Where(static market => market.Status == MarketStatus.Trading).ToArray() is [var trading] => trading.Symbol,
            _ => throw new UsageException(
                $"'{text}' means several markets of {exchange}: {string.Join(", ", found.Select(static m => m.Symbol.Name))}."),
        };
    }

    // A unified name is offered for one, a venue's text for one.
    private IEnumerable<string> Near(string text) => text.Contains('/', StringComparison.Ordinal)
        ? markets.Select(static market => market.UnifiedName)
        : markets.SelectMany(static market => new[] { market.Symbol.Name, market.UnifiedName });
}
