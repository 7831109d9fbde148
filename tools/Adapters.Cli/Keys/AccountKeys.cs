using System.Security.Cryptography;
using Adapters.Cli.Exchanges;
using Adapters.Security;

namespace Adapters.Cli.Keys;

/// <summary>Keys of an account, from environment variables alone: a command line is seen by every process and kept by
/// shells. Nothing of a secret is shown, whatever is wrong with it.</summary>
internal static class AccountKeys
{
    private const string KeySuffix = "_API_KEY";
    private const string SecretSuffix = "_SECRET";
    private const string PassphraseSuffix = "_PASSPHRASE";

    /// <summary>The keys of a product; null where there are none.</summary>
    /// <param name="host">Reads variables.</param>
    /// <param name="exchange">The product.</param>
    /// <param name="name">The id or alias by which it was asked for: its own variables come first.</param>
    /// <exception cref="UsageException">A variable is missing beside another, or holds no key.</exception>
    public static Credentials? Find(ToolHost host, ExchangeEntry exchange, string name)
    {
        foreach (var prefix in Prefixes(exchange, name))
        {
            var key = Text(host, prefix + KeySuffix);
            var secret = Text(host, prefix + SecretSuffix);
            switch (key, secret)
            {
                case (null, null):
                    continue;
                case (null, _):
                    throw new UsageException($"{prefix}{KeySuffix} is missing beside {prefix}{SecretSuffix}. Set both.");
                case (_, null):
                    throw new UsageException($"{prefix}{SecretSuffix} is missing beside {prefix}{KeySuffix}. Set both.");
                default:
                    return Read(prefix, key, secret, host.Variable(prefix + PassphraseSuffix) ?? "");
            }
        }

        return null;
    }

    /// <summary>The keys of a product.</summary>
    /// <exception cref="UsageException">There are none; the message names the variables.</exception>
    public static Credentials Need(ToolHost host, ExchangeEntry exchange, string name) => Find(host, exchange, name)
        ?? throw new UsageException($"{exchange.Id} needs a key for this. {Remedy(exchange, name)} Or try --simulated.");

    /// <summary>Which variables to set.</summary>
    public static string Remedy(ExchangeEntry exchange, string name)
    {
        var prefix = Prefixes(exchange, name)[0];
        return $"Set {prefix}{KeySuffix} and {prefix}{SecretSuffix} (its text, PEM, or @file).";
    }

    private static string[] Prefixes(ExchangeEntry exchange, string name) =>
    [
        .. exchange.Names.OrderByDescending(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(static known => known.ToUpperInvariant().Replace('-', '_')),
    ];

    private static string? Text(ToolHost host, string variable) =>
        host.Variable(variable)?.Trim() is { Length: > 0 } text ? text : null;

    private static Credentials Read(string prefix, string key, string secret, string passphrase)
    {
        if (key.Any(static c => c is <= ' ' or > '~'))
        {
            throw new UsageException($"{prefix}{KeySuffix} holds blanks or characters beyond ASCII. Copy it again.");
        }

        var variable = prefix + SecretSuffix;
        try
        {
            return new Credentials(
                key, secret[0] == '@' ? SecretFile.Read(variable, secret[1..], passphrase) : SigningKey.FromText(secret, passphrase));
        }
        catch (FormatException error)
        {
            throw new UsageException($"{variable}: {error.Message}");
        }
        catch (CryptographicException)
        {
            throw new UsageException($"{variable}: the private key cannot be used. Write it anew as PKCS#8.");
        }
    }
}
