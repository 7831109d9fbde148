namespace Adapters.Domain;

/// <summary>The venue's id of an order:
/// up to 36 ASCII characters or a 64-bit number, held inline without allocating.
/// A number and its digits are the same id. <c>default</c> is no id.</summary>
public readonly struct OrderId : IEquatable<OrderId>, ISpanFormattable
{
    private readonly InlineText _text;

    private OrderId(InlineText text) => _text = text;

    /// <summary>False for <c>default</c>.</summary>
    public bool IsPresent => _text.IsPresent;

    /// <summary>Makes an id from a number.</summary>
    public static OrderId FromInt64(long value) => new(InlineText.FromInt64(value));

    /// <summary>Makes an id from text.</summary>
    /// <exception cref="FormatException">The text is empty, longer than 36 characters or not printable ASCII.
    /// </exception>
    public static OrderId Parse(ReadOnlySpan<char> text) => new(InlineText.Parse(text, nameof(OrderId)));

    /// <summary>Makes an id from text in UTF-8.</summary>
    /// <exception cref="FormatException">The text is empty, longer than 36 characters or not printable ASCII.
    /// </exception>
    public static OrderId Parse(ReadOnlySpan<byte> utf8) => new(InlineText.Parse(utf8, nameof(OrderId)));

    /// <summary>Makes an id from text in UTF-8; false where it does not fit.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out OrderId id)
    {
        var fits = InlineText.TryParse(utf8, out var text);
        id = new(text);
        return fits;
    }

    /// <summary>Gives the id as a number; false where it is text.</summary>
    public bool TryGetInt64(out long value) => _text.TryGetInt64(out value);

    /// <summary>Writes the id's ASCII characters.</summary>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten) =>
        _text.TryFormat(utf8Destination, out bytesWritten);

    /// <inheritdoc/>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        _text.TryFormat(destination, out charsWritten);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>The id's characters.</summary>
    public override string ToString() => _text.ToString();

    /// <inheritdoc/>
    public bool Equals(OrderId other) => _text.Equals(other._text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OrderId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode();

    /// <summary>Same id.</summary>
    public static bool operator ==(OrderId left, OrderId right) => left.Equals(right);

    /// <summary>Different ids.</summary>
    public static bool operator !=(OrderId left, OrderId right) => !left.Equals(right);
}
