using System.Diagnostics;

namespace Adapters.Security;

/// <summary>Who calls: the public name of a key, and the key that signs. Neither is ever printed.</summary>
[DebuggerDisplay("Credentials(***)")]
public sealed class Credentials : IDisposable
{
    /// <summary>Makes credentials.</summary>
    /// <param name="key">The API key as the venue gave it.</param>
    /// <param name="signingKey">Signs requests; null where calls need the key alone.</param>
    /// <exception cref="ArgumentException">The key is empty or holds what cannot stand in a header.</exception>
    public Credentials(string key, SigningKey? signingKey = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Any(static c => c is <= ' ' or > '~'))
        {
            throw new ArgumentException("The API key holds blanks or characters beyond ASCII. Copy it again.", nameof(key));
        }

        Key = key;
        SigningKey = signingKey;
    }

    /// <summary>The API key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Key { get; }

    /// <summary>Signs requests.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public SigningKey? SigningKey { get; }

    /// <summary>Forgets the secret: nothing can be signed any more.</summary>
    public void Dispose() => SigningKey?.Dispose();

    /// <summary>Tells that there are credentials, and nothing of them.</summary>
    public override string ToString() => "Credentials(***)";
}
