using System.Security.Cryptography;

namespace Adapters.Security;

/// <summary>Bytes that are wiped when they are no longer needed. The collector never moves them, so that no copy stays
/// behind.</summary>
internal sealed class SecretBytes : IDisposable
{
    private readonly byte[] _bytes;

    internal SecretBytes(int length) => _bytes = GC.AllocateArray<byte>(length, pinned: true);

    internal SecretBytes(ReadOnlySpan<byte> bytes)
        : this(bytes.Length) => bytes.CopyTo(_bytes);

    internal byte[] Array => _bytes;

    internal Span<byte> Span => _bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
