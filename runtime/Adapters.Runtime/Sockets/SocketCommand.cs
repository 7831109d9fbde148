using System.Globalization;
using System.Buffers;
using System.Text.Json;
using Adapters.Catalogue;

namespace Adapters.Sockets;

/// <summary>A subscribe or unsubscribe frame that waits for its answer.</summary>
internal sealed class SocketCommand(long id, bool isSubscribe, StreamTopic[] topics, long sentAt)
{
    public long Id => id;

    public bool IsSubscribe => isSubscribe;

    public StreamTopic[] Topics => topics;

    /// <summary>Timestamp of the time provider.</summary>
    public long SentAt => sentAt;

    /// <summary>The frame by the venue's template.</summary>
    public static byte[] Frame(FrameTemplate template, long id, IEnumerable<StreamTopic> topics)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        template.Write(buffer, name => name switch
        {
            "id" => id.ToString(CultureInfo.InvariantCulture),
            "topics" => List(topics),
            _ => null,
        });
        return buffer.WrittenSpan.ToArray();
    }

    private static string List(IEnumerable<StreamTopic> topics)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var topic in topics)
            {
                json.WriteStringValue(topic.Utf8);
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
