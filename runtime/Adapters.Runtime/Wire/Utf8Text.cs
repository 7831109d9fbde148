using System.Text;

namespace Adapters.Wire;

/// <summary>Text that borrows the frame. Escapes are resolved and the bytes are valid UTF-8.</summary>
public readonly ref struct Utf8Text
{
    internal Utf8Text(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes;
        IsPresent = true;
    }

    /// <summary>The text in UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>False where the venue sent none (the field was absent or null).</summary>
    public bool IsPresent { get; }

    /// <summary>Compares with a text in UTF-8.</summary>
    public bool Is(ReadOnlySpan<byte> utf8) => IsPresent && Bytes.SequenceEqual(utf8);

    /// <summary>Copies to a string; empty where absent.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    /// <summary>Copies to a string; null where absent.</summary>
    public string? ToStringOrNull() => IsPresent ? Encoding.UTF8.GetString(Bytes) : null;
}
