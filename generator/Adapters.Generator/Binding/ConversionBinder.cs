using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>conversions</c>: every member of the domain type decided, by rule or by name.</summary>
internal sealed class ConversionBinder(
    BindContext context, IReadOnlyList<EndpointModel> endpoints, IReadOnlyList<SocketModel> sockets,
    IReadOnlyDictionary<(string, string), SpecItem> items)
{
    private readonly ExpressionBinder _expressions = new(context);
    private readonly PathBinder _paths = new(context);

    private readonly ILookup<(string?, string), EndpointModel> _endpoints = endpoints
        .Where(endpoint => Yielded(endpoint.Returns) is not null).ToLookup(endpoint => Yielded(endpoint.Returns)!.Value);

    private readonly ILookup<(string?, string), ChannelModel> _channels = sockets
        .SelectMany(socket => socket.Channels).Where(channel => Yielded(channel.Sends) is not null)
        .ToLookup(channel => Yielded(channel.Sends)!.Value);

    /// <summary>Binds one conversion; null after a report.</summary>
    public ConversionModel? Bind(SpecItem item)
    {
        var words = Texts.Words(item.Name);
        if (words.Count != 3 || words[1].Text != "->")
        {
            context.Report("ADP013", item.Key, item.Name, "a conversion such as 'TradeEvent -> Trade'", "");
            return null;
        }
        if (BindContext.Find(context.Records, item.Scope, words[0].Text) is not { } found)
        {
            var hint = Nearest.Hint(words[0].Text, context.Records.Keys.Select(key => key.Name));
            context.ReportAt("ADP014", item.Key, words[0].Offset, words[0].Text.Length, "record", words[0].Text, hint);
            return null;
        }
        if (!DomainCatalogue.Types.TryGetValue(words[2].Text, out var target))
        {
            var hint = Nearest.Hint(words[2].Text, DomainCatalogue.Types.Keys);
            context.ReportAt("ADP014", item.Key, words[2].Offset, words[2].Text.Length, "domain type", words[2].Text, hint);
            return null;
        }
        if (context.Map(item.Node, $"The conversion {item.Name}") is not { } own) return null;
        return Inherit(own, item, target.Name, []) is { } map ? Bind(item, context.Records[found], target, map) : null;
    }

    // The lines of another record's conversion into the same type, except those written here.
    private MapNode? Inherit(MapNode map, SpecItem item, string target, HashSet<string> seen)
    {
        if (context.Scalar(map["$like"], "$like") is not { } like) return map;
        if (!seen.Add(like.Value))
        {
            context.Report("ADP025", like, like.Value);
            return null;
        }
        if (BindContext.Find(items, item.Scope, $"{like.Value} -> {target}") is not { } found)
        {
            var known = items.Keys.Select(key => Texts.Words(key.Item2)).Where(w => w.Count == 3 && w[2].Text == target).Select(w => w[0].Text);
            context.Report("ADP014", like, $"record with a conversion into {target}:", like.Value, Nearest.Hint(like.Value, known));
            return null;
        }
        if (items[found].Node is not MapNode other || Inherit(other, items[found], target, seen) is not { } inherited) return null;
        var entries = inherited.Entries.Where(entry => map[entry.Key.Value] is null)
            .Concat(map.Entries.Where(entry => entry.Key.Value != "$like"));
        return new MapNode(map.Path, map.Place, entries.ToList());
    }

    private ConversionModel? Bind(SpecItem item, RecordModel source, DomainType target, MapNode map)
    {
        var arguments = Arguments(source, item.Scope);
        var outer = new ConversionScope(source, null, arguments);
        EquatableArray<PathStep> each = [];
        var scope = outer;
        if (context.Scalar(map["$each"], "$each") is { } eachNode)
        {
            if (_paths.Bind(eachNode, eachNode.Value, 0, outer) is not { } path) return null;
            var listed = path.Steps[path.Steps.Count - 1].Type;
            if (context.RecordOf(listed.Kind == TypeKind.List ? listed.Element : listed) is not { } element)
            {
                context.Report("ADP013", eachNode, eachNode.Value, "a record or a list of records", "");
                return null;
            }
            each = path.Steps;
            scope = new ConversionScope(element, source, arguments);
        }
        // Without a required member it would not compile; the reports say why it is not there.
        if (Members(item, source, target, map, scope) is not { } members) return null;
        var type = new TypeRef(TypeKind.Record, source.Name, source.Scope);
        var used = arguments.Where(argument => members.Any(member => Uses(member.Value, argument.Name)));
        return new ConversionModel(
            item.Scope, type, target.Name, each, When(map["$when"], scope), used.ToEquatableArray(), members.ToEquatableArray());
    }

    private List<MemberModel>? Members(SpecItem item, RecordModel source, DomainType target, MapNode map, ConversionScope scope)
    {
        var members = new List<MemberModel>();
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value.StartsWith("$", StringComparison.Ordinal))
            {
                if (!Grammar.KeysOf("conversionWords").Contains(entry.Key.Value))
                {
                    var hint = Nearest.Hint(entry.Key.Value, Grammar.KeysOf("conversionWords"));
                    context.Report("ADP010", entry.Key, entry.Key.Value, "a conversion", hint);
                }
            }
            else if (target.Members.All(member => member.Key != entry.Key.Value))
            {
                var known = target.Members.Select(member => member.Key);
                context.Report("ADP060", entry.Key, target.Name, entry.Key.Value, Nearest.Hint(entry.Key.Value, known));
            }
        }
        var isWhole = true;
        foreach (var member in target.Members)
        {
            var written = map[member.Key];
            if (written is ScalarNode { Value: "none" } && !member.IsRequired) continue; // a name that is equal by accident
            var value = written is not null ? _expressions.Bind(written, member, target.Name, scope) : ByName(member, scope);
            if (value is null)
            {
                isWhole &= !member.IsRequired;
                if (written is null && member.IsRequired) context.Report("ADP061", item.Key, target.Name, member.Name, source.Name);
                continue;
            }
            if (member.IsRequired && Expressions.MayBeAbsent(value))
            {
                var text = written is ScalarNode scalar ? scalar.Value : member.Key;
                context.Report("ADP062", written ?? item.Key, target.Name, member.Name, text);
                isWhole = false;
                continue;
            }
            members.Add(new MemberModel(member, value));
        }
        return isWhole ? members : null;
    }

    private PathExpression? ByName(DomainMember member, ConversionScope scope) =>
        PathBinder.TryRoot(member.Key, scope) is { } found && TypeFit.Fits(member, found.Step.Type, context.EnumOf)
            ? new PathExpression(found.Root, new[] { found.Step }.ToEquatableArray(), false)
            : null;

    private ConversionWhen? When(SpecNode? node, ConversionScope scope)
    {
        switch (node)
        {
            case ScalarNode scalar:
                return _paths.Bind(scalar, scalar.Value, 0, scope) is { } path ? new ConversionWhen(path.Steps, null) : null;
            case MapNode { Entries.Count: 1 } map:
                var key = map.Entries[0].Key;
                return _paths.Bind(key, key.Value, 0, scope) is { } subject && context.Text(map.Entries[0].Value, "$when") is { } value
                    ? new ConversionWhen(subject.Steps, value == "present" ? null : value)
                    : null;
            case null:
                return null;
            default:
                context.Report("ADP011", node, "$when", "a path, or { path: VALUE }");
                return null;
        }
    }

    private static bool Uses(Expression expression, string argument) => expression switch
    {
        PathExpression path => path.Root == PathRoot.Argument && path.Steps[0].Property == argument,
        FirstExpression first => first.Items.Any(item => Uses(item, argument)),
        SumExpression sum => Uses(sum.Left, argument) || Uses(sum.Right, argument),
        TableExpression table => Uses(table.Subject, argument) || table.Cases.Any(row => Uses(row.Result, argument))
            || (table.Else is not null && Uses(table.Else, argument)),
        PresenceExpression presence => Uses(presence.Present, argument) || (presence.Else is not null && Uses(presence.Else, argument)),
        _ => false,
    };

    // Required parameters of the calls and topics that yield the record: a candle gets its symbol from the request.
    private List<ArgumentModel> Arguments(RecordModel source, string? scope)
    {
        var found = new List<ArgumentModel>();
        foreach (var endpoint in _endpoints[(source.Scope, source.Name)].Where(e => e.Scope == scope))
        {
            foreach (var parameter in endpoint.Parameters.Where(p => !p.IsOptional && p.Constant is null))
            {
                Add(found, Names.Camel(parameter.Property), parameter.Type);
            }
        }
        foreach (var channel in _channels[(source.Scope, source.Name)])
        {
            foreach (var part in channel.Parts.Where(p => p.Type is not null && p.OptionalGroup == 0)) Add(found, part.Text, part.Type!);
        }
        return found;
    }

    private static void Add(List<ArgumentModel> found, string name, TypeRef type)
    {
        if (found.All(argument => argument.Name != name)) found.Add(new ArgumentModel(name, type));
    }

    private static (string?, string)? Yielded(TypeRef? type) => type switch
    {
        { Kind: TypeKind.List } => Yielded(type.Element),
        { Kind: TypeKind.Record } => (type.Scope, type.Name!),
        _ => null,
    };
}
