using System.Security.Cryptography;
using System.Text;
using Adapters.Security;

namespace Adapters.Cli.Keys;

/// <summary>A file with a secret, which only its owner may read.</summary>
internal static class SecretFile
{
    private const int MostBytes = 64 * 1024;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a signing key; what was read is wiped.</summary>
    /// <param name="variable">The variable that names the file, for messages.</param>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">Decrypts the key.</param>
    /// <exception cref="UsageException">It is not there, or others may read it.</exception>
    /// <exception cref="FormatException">It holds no key; nothing of it is shown.</exception>
    public static SigningKey Read(string variable, string path, string passphrase)
    {
        var bytes = new byte[MostBytes];
        var text = Array.Empty<char>();
        try
        {
            var length = Fill(variable, path, bytes);
            var content = bytes.AsSpan(0, length);
            content = content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
            text = new char[content.Length];
            return SigningKey.FromText(text.AsSpan(0, Encoding.UTF8.GetChars(content, text)), passphrase);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            Array.Clear(text);
        }
    }

    // The mode is asked of the open file: what stands under the name could be another one by then.
    private static int Fill(string variable, string path, byte[] bytes)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new UsageException(
                $"{variable}: who may read '{path}' cannot be told on this system. Put the secret itself into the variable.");
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if ((File.GetUnixFileMode(file.SafeFileHandle) & Others) != 0)
            {
                throw new UsageException($"{variable}: others may read or change '{path}'. Run: chmod 600 '{path}'");
            }

            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length < bytes.Length
                ? length
                : throw new UsageException($"{variable}: '{path}' is too large for a key. Name the file of the key.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(
                Directory.Exists(path) ? $"{variable}: '{path}' is a folder. Name the file of the key."
                : File.Exists(path) ? $"{variable}: '{path}' may not be read. Run: chmod 600 '{path}', as its owner."
                : $"{variable}: there is no file '{path}'.");
        }
    }
}
