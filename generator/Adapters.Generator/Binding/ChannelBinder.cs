using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>channels</c>, each with a topic or opened by a call, and the login of a socket.</summary>
internal sealed class ChannelBinder(BindContext context, TypeBinder types, IReadOnlyList<EndpointModel> calls)
{
    private static readonly string[] KeyKinds = ["Hmac", "Rsa", "Ed25519"];

    private readonly TopicBinder _topics = new(context);

    /// <summary>The channels in the order written.</summary>
    public EquatableArray<ChannelModel> Bind(SpecNode? node, SpecItem socket)
    {
        if (node is null || context.Map(node, "channels") is not { } map) return [];
        var channels = new List<ChannelModel>();
        foreach (var entry in map.Entries)
        {
            if (!context.IsName(entry.Key)) continue;
            if (context.Map(entry.Value, $"The channel {entry.Key.Value}") is not { } channel) continue;
            context.CheckKeys(channel, "channel");
            if (One(entry.Key, channel, socket) is { } bound) channels.Add(bound);
        }
        return channels.ToEquatableArray();
    }

    /// <summary>The login of a socket.</summary>
    public LoginModel? Login(SpecNode? node, string? scope)
    {
        if (node is null || context.Map(node, "login") is not { } map) return null;
        context.CheckKeys(map, "login");
        var kind = context.Scalar(map["key"], "key");
        if (kind is not null && !KeyKinds.Contains(kind.Value))
        {
            context.Report("ADP013", kind, kind.Value, "Hmac, Rsa or Ed25519", Nearest.Hint(kind.Value, KeyKinds));
        }
        if (map["call"] is null) context.Report("ADP012", map, "A login", "call");
        return Call(map["call"], "call", scope) is { } call ? new LoginModel(call.Name, kind?.Value) : null;
    }

    private ChannelModel? One(ScalarNode name, MapNode channel, SpecItem socket)
    {
        var open = Call(channel["open"], "open", socket.Scope);
        if (context.Scalar(channel["sends"], "sends") is not { } sends || (channel["topic"] is null && channel["open"] is null))
        {
            context.Report("ADP012", name, $"The channel {name.Value}", channel["sends"] is null ? "sends" : "topic");
            return null;
        }
        if (types.Message(sends, socket.Scope) is not { } type) return null;
        var docs = socket.Link(channel["docs"]);
        if (context.Scalar(channel["topic"], "topic") is { } topic)
        {
            return _topics.Bind(topic, socket.Scope) is { } parts
                ? new ChannelModel(name.Value, topic.Value, parts, type, docs)
                : null;
        }
        if (open is null || Key(name, channel["key"], open) is not { } key) return null;
        var loggedOn = Call(channel["logged-on"], "logged-on", socket.Scope);
        var close = Call(channel["close"], "close", socket.Scope);
        return new ChannelModel(name.Value, "", [], type, docs, new OpeningModel(open.Name, loggedOn?.Name, close?.Name, key));
    }

    private string? Key(ScalarNode channel, SpecNode? node, EndpointModel open)
    {
        if (node is null) context.Report("ADP012", channel, $"The channel {channel.Value}", "key");
        if (context.Scalar(node, "key") is not { } scalar) return null;
        var fields = context.RecordOf(open.Returns)?.Fields.Where(field => field.Name is not null).ToList() ?? [];
        if (fields.FirstOrDefault(field => field.Name == scalar.Value) is { } found) return found.WireNames[0];
        var hint = Nearest.Hint(scalar.Value, fields.Select(field => field.Name!));
        context.Report("ADP060", scalar, open.Returns?.Name ?? open.Name, scalar.Value, hint);
        return null;
    }

    private EndpointModel? Call(SpecNode? node, string what, string? scope)
    {
        if (context.Scalar(node, what) is not { } scalar) return null;
        var usable = calls.Where(call => call.SocketMethod is not null && (call.Scope is null || call.Scope == scope)).ToList();
        if (usable.FirstOrDefault(call => call.Name == scalar.Value) is { } found) return found;
        var hint = Nearest.Hint(scalar.Value, usable.Select(call => call.Name));
        context.Report("ADP014", scalar, "endpoint with a socket method", scalar.Value, hint);
        return null;
    }
}
