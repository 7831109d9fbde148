using System.Text;
using System.Text.Json;

namespace Adapters.Simulation.Server;

/// <summary>What clients may ask of a socket that publishes, besides subscribing. Refusals have the form that the
/// specification gives last.</summary>
/// <param name="face">The venue.</param>
/// <param name="method">Member of a frame that holds the method.</param>
/// <param name="parameters">Member of a frame that holds the list of parameters.</param>
public sealed class SocketRequests(VenueFace face, string method, string parameters)
{
    private const string Id = "id";

    private readonly Dictionary<string, Func<VenueSession, IReadOnlyList<JsonElement>, string>> _answers =
        new(StringComparer.Ordinal);

    /// <summary>Answers a method.</summary>
    /// <param name="name">The method.</param>
    /// <param name="answer">The result as JSON, from the parameters.</param>
    public void Add(string name, Func<VenueSession, IReadOnlyList<JsonElement>, string> answer) =>
        _answers.Add(name, answer);

    internal byte[] Answer(VenueSession session, ReadOnlyMemory<byte> frame)
    {
        try
        {
            using var json = JsonDocument.Parse(frame);
            return Answer(session, json.RootElement);
        }
        catch (JsonException error)
        {
            return Rejected(session, null, face.Refusals.Of(
                SocketProblem.BadJson, null, ("line", error.LineNumber + 1), ("column", error.BytePositionInLine + 1)));
        }
    }

    private byte[] Answer(VenueSession session, JsonElement frame)
    {
        var end = ("column", (object?)frame.GetRawText().Length);
        if (frame.ValueKind != JsonValueKind.Object || !frame.TryGetProperty(method, out var name))
        {
            return Rejected(session, null, face.Refusals.Of(SocketProblem.NoMethod, null, end));
        }

        if (!frame.TryGetProperty(Id, out var id)
            || id.ValueKind is not (JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Null))
        {
            return Rejected(session, null, face.Refusals.Of(SocketProblem.BadId));
        }

        if (!_answers.TryGetValue(name.ToString(), out var answer))
        {
            return Rejected(session, id.GetRawText(), face.Refusals.Of(
                SocketProblem.UnknownMethod, null, ("name", name), end));
        }

        var isList = frame.TryGetProperty(parameters, out var given) && given.ValueKind == JsonValueKind.Array;
        try
        {
            var result = answer(session, isList ? [.. given.EnumerateArray()] : []);
            return Encoding.UTF8.GetBytes($$"""{"result":{{result}},"{{Id}}":{{id.GetRawText()}}}""");
        }
        catch (VenueException refused)
        {
            return Rejected(session, id.GetRawText(), refused.Failure);
        }
    }

    private static byte[] Rejected(VenueSession session, string? id, VenueFailure failure) =>
        session.Socket.Rejected[^1].Fill(
            ("code", failure.Code), ("message", JsonTexts.Quote(failure.Message)), (Id, id));
}
