using System.Text;

namespace Adapters.Domain;

/// <summary>
/// One tradable pair or contract by the venue's own name, one instance per <see cref="SymbolTable"/>. It is resolved
/// once the venue's instruments are loaded; until then nothing is guessed from its letters.
/// </summary>
public sealed class Symbol : IEquatable<Symbol>
{
    private readonly byte[] _utf8;
    private Market? _market;

    internal Symbol(string name)
    {
        Name = name;
        NameLower = name.ToLowerInvariant();
        _utf8 = Encoding.UTF8.GetBytes(name);
        IsPlain = PlainText.Is(_utf8);
    }

    /// <summary>The venue's text, for example <c>BTCUSDT</c>.</summary>
    public string Name { get; }

    /// <summary>The venue's text in lower case, as some topics want it.</summary>
    public string NameLower { get; }

    /// <summary>The venue's text in UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8;

    /// <summary>The instrument, once the venue's list of instruments has named it.</summary>
    public Market? Market => Volatile.Read(ref _market);

    /// <summary>True once the instrument is known.</summary>
    public bool IsResolved => Market is not null;

    /// <summary>The name stands in a URL and in a JSON text as it is.</summary>
    internal bool IsPlain { get; }

    internal void Resolve(Market market) => Volatile.Write(ref _market, market);

    /// <summary>The unified name, for example <c>BTC/USDT</c>; the venue's text while unresolved.</summary>
    public override string ToString() => Market?.UnifiedName ?? Name;

    /// <summary>Same venue text. Symbols of different venues should not be compared.</summary>
    public bool Equals(Symbol? other) => ReferenceEquals(this, other) || (other is not null && Name == other.Name);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Symbol);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
