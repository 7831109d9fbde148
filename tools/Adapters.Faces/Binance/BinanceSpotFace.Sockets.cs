using System.Text.Json;

namespace Adapters.Faces.Binance;

/// <content>Paths of WebSockets, and what clients say there besides subscribing.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md"/></content>
public sealed partial class BinanceSpotFace
{
    /// <inheritdoc/>
    public override IReadOnlyList<SocketPath> Paths { get; } =
    [
        new("/ws", "market") { IsRaw = true },
        new("/stream", "market") { TopicsIn = "streams" },
        new("/ws-api/v3", "api") { LimitsIn = "returnRateLimits" },
    ];

    private void AddRequests(SocketRequests requests)
    {
        requests.Add("SUBSCRIBE", (_, given) => Property(given)); // comes here only where it is malformed
        requests.Add("UNSUBSCRIBE", (_, given) => Property(given));
        requests.Add("LIST_SUBSCRIPTIONS", (session, _) => JsonTexts.Array(session.Topics));
        requests.Add("SET_PROPERTY", (session, given) =>
        {
            var result = Property(given);
            session.IsRaw = (given.Count > 1 ? given[1].ValueKind : JsonValueKind.Null) switch
            {
                JsonValueKind.True => false,
                JsonValueKind.False => true,
                _ => throw Refusals.Of(SocketProblem.BadProperty).Thrown(),
            };
            return result;
        });
        requests.Add("GET_PROPERTY", (session, given) => Property(given) is { } && session.IsRaw ? "false" : "true");
    }

    private string Property(IReadOnlyList<JsonElement> given) => given switch
    {
        [{ ValueKind: JsonValueKind.String } name, ..] when name.GetString() == "combined" => "null",
        [{ ValueKind: JsonValueKind.String }, ..] => throw Refusals.Of(SocketProblem.UnknownProperty).Thrown(),
        _ => throw Refusals.Of(SocketProblem.NoText).Thrown(),
    };
}
