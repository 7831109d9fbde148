using System.Buffers;
using System.Text;

namespace Adapters.Domain;

/// <summary>Text of RFC 3986's unreserved characters alone, which stands in a URL and in a JSON text as it is.</summary>
internal static class PlainText
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly bool[] IsPlain = [.. Enumerable.Range(0, 256).Select(static c => Characters.Contains((char)c))];

    /// <summary>The characters.</summary>
    internal static SearchValues<byte> Bytes { get; } = SearchValues.Create(Encoding.ASCII.GetBytes(Characters));

    internal static bool Is(ReadOnlySpan<byte> utf8) => !utf8.ContainsAnyExcept(Bytes);

    /// <summary>Copies a text that is plain; values are short, so that a loop costs less than calls that look at many
    /// characters at once.</summary>
    /// <returns>False, with something copied, where it is not.</returns>
    internal static bool TryCopy(ReadOnlySpan<char> text, Span<byte> output)
    {
        output = output[..text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c > byte.MaxValue || !IsPlain[c])
            {
                return false;
            }

            output[i] = (byte)c;
        }

        return true;
    }
}
