using System.Globalization;

namespace Adapters.Generator.Emission;

/// <summary>
/// A hash over what was emitted (FNV-1a, in four lanes): a comment or a moved line changes nothing, and the compiler may
/// not use cryptography of the host's choosing.
/// </summary>
internal static class SpecHash
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    /// <summary>The hash of an exchange's files, in their order.</summary>
    public static string Of(IEnumerable<OutputFile> files)
    {
        var hash = Offset;
        foreach (var file in files) hash = unchecked((hash ^ file.Hash) * Prime);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>The hash of a text.</summary>
    public static ulong Of(string text)
    {
        // One lane would wait for each product before the next character.
        var (a, b, c, d) = (Offset, Offset, Offset, Offset);
        var i = 0;
        unchecked
        {
            for (; i + 3 < text.Length; i += 4)
            {
                a = (a ^ text[i]) * Prime;
                b = (b ^ text[i + 1]) * Prime;
                c = (c ^ text[i + 2]) * Prime;
                d = (d ^ text[i + 3]) * Prime;
            }
            for (; i < text.Length; i++) a = (a ^ text[i]) * Prime;
            return (((((((a ^ b) * Prime) ^ c) * Prime) ^ d) * Prime) ^ (ulong)text.Length) * Prime;
        }
    }
}
