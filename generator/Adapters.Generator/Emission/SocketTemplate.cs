using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>The description of a socket inside the catalogue.</summary>
internal static class SocketTemplate
{
    /// <summary>The expression that makes it.</summary>
    public static string Text(SocketModel socket, ExchangeModel exchange)
    {
        var lines = new List<string>
        {
            $"Name = {CodeWriter.Literal(socket.Name)}, Url = {CodeWriter.Literal(socket.Url)},",
        };
        if (socket.Envelopes.Count > 0) lines.Add($"Envelopes = [{string.Join(", ", socket.Envelopes.Select(Frame))}],");
        if (socket.Subscribe is not null) lines.Add($"Subscribe = {Frame(socket.Subscribe)},");
        if (socket.Unsubscribe is not null) lines.Add($"Unsubscribe = {Frame(socket.Unsubscribe)},");
        if (socket.Accepted.Count > 0) lines.Add($"Accepted = [{string.Join(", ", socket.Accepted.Select(Frame))}],");
        if (socket.Rejected.Count > 0) lines.Add($"Rejected = [{string.Join(", ", socket.Rejected.Select(Frame))}],");
        if (socket.Call is not null) lines.Add($"Call = {Frame(socket.Call)},");
        if (socket.Answer is not null) lines.Add($"Answer = {Frame(socket.Answer)},");
        if (socket.Login is { } login) lines.Add($"Login = new({CodeWriter.Literal(login.Call)}, {CodeWriter.LiteralOrNull(login.KeyKind)}),");
        if (socket.Ping is { } ping)
        {
            lines.Add($"Ping = {Frame(ping.Send)}, PingEvery = {Duration(ping.EveryMilliseconds)}, Pong = {Frame(ping.Answer)},");
        }
        var bounds = socket.Bounds;
        if (bounds.Topics is not null) lines.Add($"MaxTopics = {bounds.Topics},");
        if (bounds.Frames is not null) lines.Add($"MaxFrames = {bounds.Frames}, FramesPer = {Duration(bounds.FramesPer)},");
        if (bounds.Life is not null) lines.Add($"Life = {Duration(bounds.Life)},");
        if (bounds.ServerPing is not null) lines.Add($"ServerPing = {Duration(bounds.ServerPing)},");
        if (bounds.Silence is not null) lines.Add($"Silence = {Duration(bounds.Silence)},");
        if (socket.Counts.Count > 0) lines.Add($"Counts = [{EndpointTemplate.Counts(socket.Counts)}],");
        if (socket.Signals.Count > 0) lines.Add($"Signals = [{string.Join(", ", socket.Signals.Select(signal => Signal(signal, exchange)))}],");
        return "new()\n{\n    " + string.Join("\n    ", lines) + "\n}";
    }

    /// <summary>A frame's template, or <c>null</c>.</summary>
    public static string Frame(string? json) => json is null ? "null" : $"new FrameTemplate({CodeWriter.Literal(json)})";

    // Its constants tell it apart from other frames.
    private static string Signal(PairModel signal, ExchangeModel exchange)
    {
        var record = exchange.Records.First(item => item.Name == signal.Name);
        var constants = record.Fields.Where(field => field.Role == FieldRole.Constant)
            .Select(field => $"{CodeWriter.Literal(field.WireNames[0])}:{CodeWriter.Literal(field.Constant!)}");
        return $"new({CodeWriter.Literal(signal.Name)}, {CodeWriter.Literal(signal.Value)}, {Frame("{" + string.Join(",", constants) + "}")})";
    }

    private static string Duration(long? milliseconds) =>
        milliseconds is null ? "null" : $"TimeSpan.FromMilliseconds({milliseconds})";
}
