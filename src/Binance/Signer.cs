using System.Buffers;
using System.Text;
using Adapters.Security;

namespace Adapters.Binance;

/// <summary>
/// Writes what Binance wants signed. Over HTTP the parameters as they are sent, percent-encoded; over the WebSocket API
/// every parameter with the key and the time, sorted by name and not encoded.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md"/>, "Signed endpoint security".
/// </summary>
public sealed class BinanceSigner : IRequestSigner
{
    /// <inheritdoc/>
    public void WritePayload(in SigningInput input, IBufferWriter<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (!input.IsFrame)
        {
            payload.Write(input.Parameters);
            return;
        }

        input.Frame.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var separator = ""u8;
        foreach (var (name, value) in input.Frame)
        {
            payload.Write(separator);
            Encoding.UTF8.GetBytes(name, payload);
            payload.Write("="u8);
            payload.Write(value.Span);
            separator = "&"u8;
        }
    }
}
