using System.Text;

namespace Adapters.Wire;

/// <summary>A piece of JSON kept as the venue sent it; valid JSON by construction.</summary>
public readonly struct JsonText : IEquatable<JsonText>
{
    private readonly byte[]? _utf8;

    internal JsonText(byte[] utf8) => _utf8 = utf8;

    /// <summary>The text in UTF-8; empty for <c>default</c>.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8;

    /// <summary>The text.</summary>
    public override string ToString() => _utf8 is null ? string.Empty : Encoding.UTF8.GetString(_utf8);

    /// <summary>Same bytes.</summary>
    public bool Equals(JsonText other) => Utf8.Span.SequenceEqual(other.Utf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Utf8.Span);
        return hash.ToHashCode();
    }

    /// <summary>Same bytes.</summary>
    public static bool operator ==(JsonText left, JsonText right) => left.Equals(right);

    /// <summary>Different bytes.</summary>
    public static bool operator !=(JsonText left, JsonText right) => !left.Equals(right);
}
