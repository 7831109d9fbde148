using System.Security.Cryptography;
using System.Text;

namespace Adapters.Faces;

/// <summary>A key and a secret that open nothing but a simulated venue.</summary>
internal static class ThrowAwayKey
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The pair of a seed; the same each time.</summary>
    internal static (string Key, string Secret) Of(long seed)
    {
        var random = new SeededRandom(seed);
        return (Text(random), Text(random));
    }

    /// <summary>The key under which a venue knows a public key; the same each time.</summary>
    internal static string Of(string publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(publicKey.ReplaceLineEndings("\n").Trim())));

    private static string Text(SeededRandom random) => string.Create(64, random, static (text, random) =>
    {
        foreach (ref var letter in text)
        {
            letter = Letters[random.Next(Letters.Length)];
        }
    });
}
