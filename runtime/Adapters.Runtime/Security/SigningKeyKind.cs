using System.Diagnostics.CodeAnalysis;

namespace Adapters.Security;

/// <summary>Kinds of signing key.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum SigningKeyKind
{
    /// <summary>A secret shared with the venue, HMAC-SHA256.</summary>
    Hmac = 1,

    /// <summary>An RSA key, PKCS#1 v1.5 over SHA-256.</summary>
    Rsa,

    /// <summary>An Ed25519 key.</summary>
    Ed25519,

    /// <summary>Something else.</summary>
    Other,
}
