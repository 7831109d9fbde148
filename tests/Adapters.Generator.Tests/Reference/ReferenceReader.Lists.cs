using System.Text.Json;
using Adapters.Generator.Model;

namespace Adapters.Generator.Tests.Reference;

/// <content>Arrays by position, lists, tagged lists and maps.</content>
internal sealed partial class ReferenceReader
{
    private string Tuple(JsonPart part, RecordModel record)
    {
        if (part.Kind != JsonTokenType.StartArray)
        {
            throw new Refusal(part.Place, "no array");
        }

        var values = new string?[record.Fields.Count];
        for (var i = 0; i < part.Items.Count; i++)
        {
            if (i < values.Length)
            {
                values[i] = Field(part.Items[i].Value!, record.Fields[i]);
            }
            else
            {
                Whole(part.Items[i].Value!);
            }
        }

        Whole(part);
        for (var i = part.Items.Count; i < values.Length; i++)
        {
            if (IsRequired(record.Fields[i]))
            {
                var name = record.Fields[i].Name ?? record.Fields[i].Constant!;
                throw new Refusal(part.Place, $"ends before {name}", [name]);
            }
        }

        return Written(record, values);
    }

    private string Tagged(JsonPart part, RecordModel record)
    {
        if (part.Kind is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            throw new Refusal(part.Place, "no list");
        }

        var values = new string?[record.Fields.Count];
        foreach (var item in part.Kind == JsonTokenType.StartObject ? [part] : part.Items.Select(static item => item.Value!))
        {
            if (item.Kind != JsonTokenType.StartObject)
            {
                throw new Refusal(item.Place, "no object");
            }

            var told = Named(item, record.TagField!)
                ?? throw new Refusal(item.Place, $"lacks {record.TagField}", [record.TagField!]);
            var index = IndexOf(record, Text(told));
            if (index < 0)
            {
                Whole(item);
            }
            else
            {
                values[index] = Required(item, item.Place, record.Fields[index].Type!);
            }
        }

        Whole(part);
        return Written(record, values);
    }

    private string List(JsonPart part, TypeRef element)
    {
        if (part.Kind != JsonTokenType.StartArray)
        {
            return ValueText.List([Required(part, part.Place, element)]);
        }

        var items = part.Items.ConvertAll(item => Required(item.Value, part.Place, element));
        Whole(part);
        return ValueText.List(items);
    }

    private string Map(JsonPart part, TypeRef element)
    {
        if (part.Kind != JsonTokenType.StartObject)
        {
            throw new Refusal(part.Place, "no object");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in part.Items)
        {
            var key = name!.Text ?? throw new Refusal(part.Place.Of(name), "the name is no Unicode");
            values[key] = Required(value, part.Place, element);
        }

        Whole(part);
        return ValueText.Record(values.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => (pair.Key, pair.Value)));
    }
}
