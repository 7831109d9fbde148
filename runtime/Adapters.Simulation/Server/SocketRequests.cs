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

    /// <summary>Refuses methods that come here only where their parameters are malformed: those that subscribe.</summary>
    public void Malformed(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Add(name, (_, given) => Property(given, ""));
        }
    }

    /// <summary>Tells what is subscribed.</summary>
    public void Topics(string name) => Add(name, static (session, _) => JsonTexts.Array(session.Topics));

    /// <summary>Lets clients say whether messages come in envelopes, and ask it.</summary>
    /// <param name="set">Says it.</param>
    /// <param name="get">Asks it.</param>
    /// <param name="property">The only property that there is.</param>
    public void Envelopes(string set, string get, string property)
    {
        Add(set, (session, given) =>
        {
            var result = Property(given, property);
            session.IsRaw = (given.Count > 1 ? given[1].ValueKind : JsonValueKind.Null) switch
            {
                JsonValueKind.True => false,
                JsonValueKind.False => true,
                _ => throw face.Refusals.Of(SocketProblem.BadProperty).Thrown(),
            };
            return result;
        });
        Add(get, (session, given) => Property(given, property) is { } && session.IsRaw ? "false" : "true");
    }

    private string Property(IReadOnlyList<JsonElement> given, string property) => given switch
    {
        [{ ValueKind: JsonValueKind.String } name, ..] when name.GetString() == property => "null",
        [{ ValueKind: JsonValueKind.String }, ..] => throw face.Refusals.Of(SocketProblem.UnknownProperty).Thrown(),
        _ => throw face.Refusals.Of(SocketProblem.NoText).Thrown(),
    };

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
                SocketProblem.UnknownMethod, null, ("name", name), ("names", string.Join("`, `", _answers.Keys)), end));
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
