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
        foreach (var key in context.Records.Keys.ToList())
        {
            var record = context.Records[key];
            var isValue = IsValue(record, context, []);
            context.Records[key] = record with
            {
                IsValue = isValue,
                IsSent = sent.Contains(key),
                HasFrame = sent.Contains(key) && !isValue,
            };
        }
    }

    private static HashSet<T> ToImmutableHashSetOf<T>(this IEnumerable<T> items) => [.. items];

    private static bool IsValue(RecordModel record, BindContext context, HashSet<RecordModel> open)
    {
        // a tagged list with its optional members is large and never on a hot path
        if (record.Form == RecordForm.Tagged || !open.Add(record)) return false;
        var isValue = record.Fields.Where(field => field.Type is not null).All(field => IsFixed(field.Type!, context, open));
        open.Remove(record);
        return isValue;
    }

    private static bool IsFixed(TypeRef type, BindContext context, HashSet<RecordModel> open) => type.Kind switch
    {
        TypeKind.Text or TypeKind.Json or TypeKind.List or TypeKind.Map => false,
        TypeKind.Record => context.RecordOf(type) is { } record && IsValue(record, context, open),
        _ => true,
    };
}
