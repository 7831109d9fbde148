using Adapters.Domain;

namespace Adapters.Rest;

/// <summary>Percent-encoding as RFC 3986 says: everything but the unreserved characters, so that no part of a request
/// line is left to anybody's taste.</summary>
internal static class PercentEncoding
{
    /// <summary>Appends UTF-8 text, encoded.</summary>
    internal static void Append(ByteBuffer output, ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var plain = utf8.IndexOfAnyExcept(PlainText.Bytes);
            if (plain < 0)
            {
                output.Append(utf8);
                return;
            }

            output.Append(utf8[..plain]);
            var escaped = output.GetSpan(3);
            escaped[0] = (byte)'%';
            escaped[1] = Hex(utf8[plain] >> 4);
            escaped[2] = Hex(utf8[plain] & 15);
            output.Advance(3);
            utf8 = utf8[(plain + 1)..];
        }
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
