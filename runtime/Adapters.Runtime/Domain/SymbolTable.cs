using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Adapters.Domain;

/// <summary>
/// The symbols of one product of one venue. Safe from any thread; finding a known symbol allocates nothing. Names
/// that no instrument list has told are kept as unresolved symbols, up to a bound; beyond it they are made anew.
/// </summary>
public sealed class SymbolTable
{
    private const int MaxInterned = 131_072;

    private readonly Utf8Table<Symbol> _symbols = new();
    private readonly ConcurrentDictionary<string, Symbol> _unified = new(StringComparer.Ordinal);

    /// <summary>Number of symbols seen so far, resolved or not.</summary>
    public int Count => _symbols.Count;

    internal Utf8Table<Symbol> Table => _symbols;

    /// <summary>Every symbol seen so far, in no particular order.</summary>
    public IEnumerable<Symbol> All => _symbols.Values();

    /// <summary>The symbol of a venue's text in UTF-8.</summary>
    /// <exception cref="ArgumentException">The text is empty or no UTF-8.</exception>
    public Symbol Resolve(ReadOnlySpan<byte> utf8) =>
        _symbols.TryGet(utf8, out var symbol) ? symbol : Add(utf8);

    /// <summary>The symbol of a venue's text.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public Symbol Get(string venueName)
    {
        ArgumentException.ThrowIfNullOrEmpty(venueName);
        return Resolve(Encoding.UTF8.GetBytes(venueName));
    }

    /// <summary>Finds a symbol by its unified name, for example <c>BTC/USDT:USDT</c>; only loaded instruments have one.
    /// </summary>
    public bool TryGetUnified(string unified, [NotNullWhen(true)] out Symbol? symbol) =>
        _unified.TryGetValue(unified, out symbol);

    /// <summary>
    /// Takes the venue's instruments. Symbols that were handed out before become resolved in place. Where two
    /// instruments share a unified name, the one that is trading keeps it.
    /// </summary>
    public void Load(IEnumerable<Market> markets)
    {
        ArgumentNullException.ThrowIfNull(markets);
        foreach (var market in markets)
        {
            var symbol = Get(market.Symbol.Name);
            symbol.Resolve(market);
            market.Symbol.Resolve(market);
            _unified.AddOrUpdate(
                market.UnifiedName,
                static (_, added) => added.Symbol,
                static (_, present, added) => Prefer(present, added.Symbol, added.Market) ? added.Symbol : present,
                (Symbol: symbol, Market: market));
        }
    }

    private static bool Prefer(Symbol present, Symbol added, Market market) =>
        ReferenceEquals(present, added)
        || (market.Status == MarketStatus.Trading && present.Market?.Status != MarketStatus.Trading);

    private Symbol Add(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || !System.Text.Unicode.Utf8.IsValid(utf8))
        {
            throw new ArgumentException("A symbol must be UTF-8 text and not empty.", nameof(utf8));
        }

        var symbol = new Symbol(Encoding.UTF8.GetString(utf8));
        return _symbols.Count < MaxInterned ? _symbols.GetOrAdd(utf8.ToArray(), symbol) : symbol;
    }
}
