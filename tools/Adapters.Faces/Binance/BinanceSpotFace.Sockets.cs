using System.Text;
using System.Text.Json;

namespace Adapters.Faces.Binance;

/// <content>Paths of WebSockets, and what clients say there besides subscribing.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md"/></content>
public sealed partial class BinanceSpotFace
{
    private const string Methods = "`SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`";

    /// <inheritdoc/>
    public override SocketPlan? Open(string path, string query)
    {
        SocketInfo Socket(string name) => Catalogue.Sockets.First(socket => socket.Name == name);
        string[] Topics(string list) => Uri.UnescapeDataString(list).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var given = query.Split('&').Select(pair => pair.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[^1]);
        return path.TrimEnd('/') switch
        {
            "/ws" => new(Socket("market"), IsRaw: true, []),
            ['/', 'w', 's', '/', .. var topics] => new(Socket("market"), IsRaw: true, Topics(topics)),
            "/stream" => new(Socket("market"), IsRaw: false, Topics(given["streams"].FirstOrDefault(""))),
            "/ws-api/v3" => new(Socket("api"), IsRaw: false, [])
            {
                TellsLimits = !given["returnRateLimits"].Contains("false"),
            },
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte>? Answer(VenueSession session, ReadOnlyMemory<byte> frame)
    {
        try
        {
            using var json = JsonDocument.Parse(frame);
            return Encoding.UTF8.GetBytes(Answer(session, json.RootElement));
        }
        catch (JsonException error)
        {
            var (line, column) = (error.LineNumber + 1, error.BytePositionInLine + 1);
            return Encoding.UTF8.GetBytes(Error(3, $"Invalid JSON: expected value at line {line} column {column}"));
        }
    }

    private static string Answer(VenueSession session, JsonElement frame)
    {
        var end = $"at line 1 column {frame.GetRawText().Length}";
        if (frame.ValueKind != JsonValueKind.Object || !frame.TryGetProperty("method", out var method))
        {
            return Error(2, $"Invalid request: missing field `method` {end}");
        }

        if (!frame.TryGetProperty("id", out var id)
            || id.ValueKind is not (JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Null))
        {
            return Error(2, "Invalid request: request ID must be an unsigned integer");
        }

        var isList = frame.TryGetProperty("params", out var given) && given.ValueKind == JsonValueKind.Array;
        JsonElement[] values = isList ? [.. given.EnumerateArray()] : [];
        string Done(string result) => $$"""{"result":{{result}},"id":{{id.GetRawText()}}}""";
        switch (method.ToString())
        {
            case "LIST_SUBSCRIPTIONS":
                return Done($"[{string.Join(',', session.Topics.Select(JsonTexts.Quote))}]");
            case "SET_PROPERTY" or "GET_PROPERTY" or "SUBSCRIBE" or "UNSUBSCRIBE"
                when values is not [{ ValueKind: JsonValueKind.String }, ..]:
                return Error(2, "Invalid request: property name must be a string", id);
            case "SET_PROPERTY" or "GET_PROPERTY" when values[0].GetString() != "combined":
                return Error(0, "Unknown property", id);
            case "GET_PROPERTY":
                return Done(session.IsRaw ? "false" : "true");
            case "SET_PROPERTY" when values is [_, { ValueKind: JsonValueKind.True or JsonValueKind.False } isCombined]:
                session.IsRaw = isCombined.ValueKind == JsonValueKind.False;
                return Done("null");
            case "SET_PROPERTY":
                return Error(1, "Invalid value type: expected Boolean", id);
            default:
                return Error(2, $"Invalid request: unknown variant `{method}`, expected one of {Methods} {end}", id);
        }
    }

    private static string Error(int code, string text, JsonElement? id = null) =>
        $$"""{"code":{{code}},"msg":{{JsonTexts.Quote(text)}}{{(id is { } i ? $",\"id\":{i.GetRawText()}" : "")}}}""";
}
