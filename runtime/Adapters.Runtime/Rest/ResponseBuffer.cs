using System.Buffers;
using Adapters.Errors;

namespace Adapters.Rest;

/// <summary>The whole body of an answer in pooled memory.</summary>
internal readonly struct ResponseBuffer : IDisposable
{
    private readonly byte[] _bytes;
    private readonly int _length;

    private ResponseBuffer(byte[] bytes, int length)
    {
        _bytes = bytes;
        _length = length;
    }

    internal ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    /// <summary>Reads a body to its end.</summary>
    /// <exception cref="DecodeException">It is larger than allowed.</exception>
    internal static async ValueTask<ResponseBuffer> ReadAsync(
        HttpContent content, int maxBytes, string where, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > maxBytes)
        {
            throw TooLarge(where, maxBytes);
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var bytes = ArrayPool<byte>.Shared.Rent((int)(announced ?? 4_095) + 1); // one more tells the end from a full buffer
        var length = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (read == 0)
                {
                    var whole = new ResponseBuffer(bytes, length);
                    bytes = [];
                    return whole;
                }

                if (length > maxBytes)
                {
                    throw TooLarge(where, maxBytes);
                }

                if (length == bytes.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
                    bytes.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(bytes);
                    bytes = larger;
                }
            }
        }
        finally
        {
            if (bytes.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_bytes is { Length: > 0 })
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }

    private static DecodeException TooLarge(string where, int maxBytes) =>
        new(where, "$", $"the answer is larger than {maxBytes} bytes; RestOptions.MaxResponseBytes allows more");
}
