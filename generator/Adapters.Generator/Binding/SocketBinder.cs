using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>sockets</c> with their channels.</summary>
internal sealed class SocketBinder(
    BindContext context, TypeBinder types, EndpointBinder endpoints, IReadOnlyList<EndpointModel> calls,
    ErrorBinder errors, IReadOnlyDictionary<(string, string), SpecItem> items)
{
    private readonly TemplateBinder _templates = new(context);
    private readonly ChannelBinder _channels = new(context, types, calls);

    /// <summary>Binds one socket; null for a shape without url, or after a report.</summary>
    public SocketModel? Bind(SpecItem item, List<ErrorRuleModel> rules)
    {
        if (context.Map(item.Node, $"The socket {item.Name}") is not { } own) return null;
        context.CheckKeys(own, "socket");
        if (Inherit(own, item, []) is not { } map || map["url"] is null) return null;
        if (map["errors"] is { } table) rules.AddRange(errors.Classes(table, item.Scope, item.Name));
        return new SocketModel(
            item.Name, item.Scope, context.Text(map["url"], "url") ?? "",
            _templates.Many(map["envelope"]), _templates.One(map["subscribe"]), _templates.One(map["unsubscribe"]),
            _templates.Many(map["accepted"]), _templates.Many(map["rejected"]),
            _templates.One(map["call"]), _templates.One(map["answer"]), Ping(map["ping"]), Bounds(map["bounds"]),
            endpoints.Counts(map["counts"]), Signals(map["signals"], item.Scope),
            _channels.Bind(map["channels"], item), item.Link(own["docs"]), _channels.Login(map["login"], item.Scope));
    }

    private MapNode? Inherit(MapNode map, SpecItem item, HashSet<string> seen)
    {
        if (context.Scalar(map["like"], "like") is not { } like) return map;
        if (!seen.Add(like.Value))
        {
            context.Report("ADP025", like, like.Value);
            return null;
        }
        if (BindContext.Find(items, item.Scope, like.Value) is not { } found)
        {
            context.Report("ADP014", like, "socket", like.Value, Nearest.Hint(like.Value, items.Keys.Select(key => key.Item2)));
            return null;
        }
        if (items[found].Node is not MapNode baseMap || Inherit(baseMap, items[found], seen) is not { } inherited) return null;
        var entries = inherited.Entries.Where(entry => map[entry.Key.Value] is null)
            .Concat(map.Entries.Where(entry => entry.Key.Value != "like"));
        return new MapNode(map.Path, map.Place, entries.ToList());
    }

    private PingModel? Ping(SpecNode? node)
    {
        if (node is null || context.Map(node, "ping") is not { } map) return null;
        context.CheckKeys(map, "ping");
        if (map["send"] is not null && context.Duration(map["every"], "every") is { } every)
        {
            return new PingModel(_templates.One(map["send"])!, every, _templates.One(map["answer"]));
        }
        context.Report("ADP012", map, "A ping", map["send"] is null ? "send" : "every");
        return null;
    }

    private BoundsModel Bounds(SpecNode? node)
    {
        if (node is null || context.Map(node, "bounds") is not { } map) return new BoundsModel(null, null, null, null, null, null);
        context.CheckKeys(map, "bounds");
        var frames = context.Scalar(map["frames"], "frames");
        var (count, per) = frames is null ? (null, null) : Rate(frames);
        return new BoundsModel(
            context.Int(map["topics"], "topics"), count, per, context.Duration(map["life"], "life"),
            context.Duration(map["server-ping"], "server-ping"), context.Duration(map["silence"], "silence"));
    }

    private (int? Count, long? Per) Rate(ScalarNode node)
    {
        var cut = node.Value.Split('/');
        if (cut.Length == 2 && Texts.TryInt(cut[0], out var count) && count > 0)
        {
            var period = cut[1].Length > 0 && char.IsDigit(cut[1][0]) ? cut[1] : "1" + cut[1];
            if (Texts.TryDuration(period, out var per)) return ((int)count, per);
        }
        context.Report("ADP013", node, node.Value, "a rate such as 5/s", "");
        return (null, null);
    }

    private EquatableArray<PairModel> Signals(SpecNode? node, string? scope)
    {
        if (node is null || context.Map(node, "signals") is not { } map) return [];
        var signals = new List<PairModel>();
        foreach (var entry in map.Entries)
        {
            if (BindContext.Find(context.RecordNames, scope, entry.Key.Value) is null)
            {
                var known = context.RecordNames.Select(record => record.Name);
                context.Report("ADP014", entry.Key, "record", entry.Key.Value, Nearest.Hint(entry.Key.Value, known));
            }
            else if (context.Text(entry.Value, "A signal") is { } action)
            {
                string[] actions = ["rotate", "renew", "resubscribe", "resync"];
                if (actions.Contains(action)) signals.Add(new PairModel(entry.Key.Value, action));
                else context.Report("ADP013", entry.Value, action, "rotate, renew, resubscribe or resync", Nearest.Hint(action, actions));
            }
        }
        return signals.ToEquatableArray();
    }
}
