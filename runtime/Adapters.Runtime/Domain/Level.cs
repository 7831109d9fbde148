using System.Globalization;

namespace Adapters.Domain;

/// <summary>One price of a book and the quantity there, in base units. Quantity 0 in an update removes the price.
/// </summary>
/// <param name="price">Price in quote units.</param>
/// <param name="quantity">Quantity in base units.</param>
public readonly struct Level(decimal price, decimal quantity) : IEquatable<Level>
{
    /// <summary>Price in quote units.</summary>
    public decimal Price { get; } = price;

    /// <summary>Quantity in base units.</summary>
    public decimal Quantity { get; } = quantity;

    /// <summary>Quantity and price, for example <c>0.5 @ 64000.10</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Quantity} @ {Price}");

    /// <inheritdoc/>
    public bool Equals(Level other) => Price == other.Price && Quantity == other.Quantity;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Level other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Price, Quantity);

    /// <summary>Same price and quantity.</summary>
    public static bool operator ==(Level left, Level right) => left.Equals(right);

    /// <summary>Different price or quantity.</summary>
    public static bool operator !=(Level left, Level right) => !left.Equals(right);
}
