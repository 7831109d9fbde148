using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Binding;

/// <summary>Decides what becomes a struct, what a class and what gets a borrowed frame.</summary>
internal static class RecordShapes
{
    /// <summary>Completes all records of the context, knowing what the channels send.</summary>
    public static void Decide(BindContext context, IReadOnlyList<SocketModel> sockets)
    {
        var sent = sockets.SelectMany(socket => socket.Channels)
            .Select(channel => channel.Sends.Kind == TypeKind.List ? channel.Sends.Element! : channel.Sends)
            .Where(type => type.Kind == TypeKind.Record)
            .Select(type => (type.Scope ?? "", type.Name!))
            .ToImmutableHashSetOf();
        foreach (var union in context.Records.Where(pair => pair.Value.IsUnion && sent.Contains(pair.Key)).ToList())
        {
            // what is one of several messages is a message itself
            sent.UnionWith(union.Value.Fields.Where(field => field.Type!.Kind == TypeKind.Record)
                .Select(field => (field.Type!.Scope ?? "", field.Type!.Name!)));
        }
        var known = new Dictionary<(string, string), bool>();
        foreach (var key in context.Records.Keys.ToList())
        {
            var record = context.Records[key];
            var isValue = IsValue(key, context, known);
            context.Records[key] = record with
            {
                IsValue = isValue,
                IsSent = sent.Contains(key),
                HasFrame = sent.Contains(key) && !isValue,
            };
        }
        foreach (var channel in sockets.SelectMany(socket => socket.Channels)) LayOutSent(context, channel.Sends);
    }

    // What is sent by itself is read as its frame, where it has one.
    private static void LayOutSent(BindContext context, TypeRef? type)
    {
        if (type?.Kind != TypeKind.Record || context.RecordOf(type) is not { HasFrame: true } frame)
        {
            LayOut(context, type);
            return;
        }
        foreach (var field in frame.Fields)
        {
            if (frame.IsUnion) LayOutSent(context, field.Type);
            else LayOut(context, field.Type);
        }
    }

    // A record and all that it holds; what stands in a map or a tagged list comes in no order.
    private static void LayOut(BindContext context, TypeRef? type)
    {
        while (type?.Kind == TypeKind.List) type = type.Element;
        if (type?.Kind != TypeKind.Record || context.RecordOf(type) is not { HasLayout: false } record) return;
        if (record.Form == RecordForm.Tagged) return;
        context.Records[(record.Scope ?? "", record.Name)] = record with { HasLayout = true };
        foreach (var field in record.Fields) LayOut(context, field.Type);
    }

    private static HashSet<T> ToImmutableHashSetOf<T>(this IEnumerable<T> items) => [.. items];

    private static bool IsValue((string, string) key, BindContext context, Dictionary<(string, string), bool> known)
    {
        if (known.TryGetValue(key, out var isValue)) return isValue;
        known[key] = false; // one that holds itself has no fixed size
        // a tagged list with its optional members is large and never on a hot path; so is one of several
        if (!context.Records.TryGetValue(key, out var record) || record.Form == RecordForm.Tagged || record.IsUnion) return false;
        isValue = record.Fields.Where(field => field.Type is not null).All(field => IsFixed(field.Type!, context, known));
        return known[key] = isValue;
    }

    private static bool IsFixed(TypeRef type, BindContext context, Dictionary<(string, string), bool> known) => type.Kind switch
    {
        TypeKind.Text or TypeKind.Json or TypeKind.List or TypeKind.Map => false,
        TypeKind.Record => IsValue((type.Scope ?? "", type.Name!), context, known),
        _ => true,
    };
}
