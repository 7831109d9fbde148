using System.Text;

namespace Adapters.Domain;

/// <summary>A currency or token by the venue's code, for example <c>BTC</c>. Codes are interned, so that reading one
/// that was seen before allocates nothing. Codes that differ only in case are different assets.</summary>
public readonly struct Asset : IEquatable<Asset>
{
    private const int MaxInterned = 65_536;
    internal static readonly Utf8Table<string> Interned = new();

    private readonly string? _code;

    internal Asset(string code) => _code = code;

    /// <summary>The code; empty for <c>default</c>, which is no asset.</summary>
    public string Code => _code ?? string.Empty;

    /// <summary>The asset of a code.</summary>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public static Asset Of(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return Of(Encoding.UTF8.GetBytes(code));
    }

    /// <summary>The asset of a code in UTF-8.</summary>
    /// <exception cref="ArgumentException">The code is empty or no UTF-8.</exception>
    public static Asset Of(ReadOnlySpan<byte> utf8)
    {
        if (Interned.TryGet(utf8, out var code))
        {
            return new Asset(code);
        }

        if (utf8.IsEmpty || !System.Text.Unicode.Utf8.IsValid(utf8))
        {
            throw new ArgumentException("An asset's code must be UTF-8 text and not empty.", nameof(utf8));
        }

        code = Encoding.UTF8.GetString(utf8);
        return new Asset(Interned.Count < MaxInterned ? Interned.GetOrAdd(utf8.ToArray(), code) : code);
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <inheritdoc/>
    public bool Equals(Asset other) => ReferenceEquals(_code, other._code) || Code == other.Code;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Asset other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>Same code.</summary>
    public static bool operator ==(Asset left, Asset right) => left.Equals(right);

    /// <summary>Different codes.</summary>
    public static bool operator !=(Asset left, Asset right) => !left.Equals(right);
}
