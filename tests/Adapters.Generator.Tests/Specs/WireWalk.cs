using System.Text.Json;
using Adapters.Generator.Model;

namespace Adapters.Generator.Tests.Specs;

/// <summary>Follows a payload along the specification's types and tells which fields it has, in the payload's order.
/// </summary>
internal sealed class WireWalk(ExchangeModel model)
{
    private readonly Dictionary<(string?, string), RecordModel> _records =
        model.Records.ToDictionary(record => (record.Scope, record.Name));

    /// <summary>The record of a type.</summary>
    public RecordModel Record(TypeRef type) => _records[(type.Scope, type.Name!)];

    /// <summary>Visits every object with its record and the indexes of its fields.</summary>
    public void Visit(JsonElement value, TypeRef type, Action<RecordModel, IReadOnlyList<int>> visit)
    {
        switch (type.Kind)
        {
            case TypeKind.List or TypeKind.Map when type.Element is { } element:
                foreach (var item in Items(value)) Visit(item, element, visit);
                break;
            case TypeKind.Record:
                Visit(value, Record(type), visit);
                break;
        }
    }

    private void Visit(JsonElement value, RecordModel record, Action<RecordModel, IReadOnlyList<int>> visit)
    {
        switch (record.Form)
        {
            case RecordForm.Object when value.ValueKind == JsonValueKind.Array:
                Visit(value[0], record, visit); // a list of exactly one
                break;
            case RecordForm.Object when value.ValueKind == JsonValueKind.Object:
                Object(value, record, visit);
                break;
            case RecordForm.Tuple:
                visit(record, [.. Enumerable.Range(0, Math.Min(value.GetArrayLength(), record.Fields.Count))]);
                break;
            case RecordForm.Tagged:
                foreach (var item in Items(value))
                {
                    Case(item, record, item.GetProperty(record.TagField!).GetString(), visit);
                }
                break;
            case RecordForm.OneOf:
                Case(value, record, value.GetProperty(record.TagField!).GetString(), visit);
                break;
            case RecordForm.Has:
                Case(value, record, record.Fields.Select(field => field.WireNames[0]).FirstOrDefault(key => Has(value, key)), visit);
                break;
        }
    }

    private void Case(JsonElement value, RecordModel record, string? told, Action<RecordModel, IReadOnlyList<int>> visit)
    {
        if (record.Fields.FirstOrDefault(field => field.WireNames[0] == told) is { } found) Visit(value, found.Type!, visit);
    }

    private void Object(JsonElement value, RecordModel record, Action<RecordModel, IReadOnlyList<int>> visit)
    {
        var indexes = new List<int>();
        foreach (var property in value.EnumerateObject())
        {
            var index = record.Fields.ToList().FindIndex(field => field.WireNames.Contains(property.Name));
            if (index < 0 || indexes.Contains(index)) continue;
            indexes.Add(index);
            if (record.Fields[index].Type is { } type && property.Value.ValueKind != JsonValueKind.Null) Visit(property.Value, type, visit);
        }
        visit(record, indexes);
    }

    private static bool Has(JsonElement value, string key) =>
        value.TryGetProperty(key, out var found) && found.ValueKind != JsonValueKind.Null;

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object when value.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.Object) =>
            value.EnumerateObject().Select(item => item.Value),
        _ => [value],
    };
}
