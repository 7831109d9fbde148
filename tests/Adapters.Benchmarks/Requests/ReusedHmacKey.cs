using System.Security.Cryptography;
using Adapters.Security;

namespace Adapters.Benchmarks.Requests;

/// <summary>HMAC-SHA256 by one instance that is used again and again, written as hexadecimal.</summary>
internal sealed class ReusedHmacKey(byte[] secret) : SigningKey
{
    private readonly HMACSHA256 _hmac = new(secret);

    public override int MaxSignatureLength => 64;

    public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[32];
        _hmac.TryComputeHash(payload, hash, out _);
        Convert.TryToHexStringLower(hash, signature, out var written);
        return written;
    }

    protected override void Dispose(bool disposing)
    {
        _hmac.Dispose();
        base.Dispose(disposing);
    }
}
