using System.Text.Json;
using Adapters.Generator.Model;

namespace Adapters.Generator.Tests.Reference;

/// <content>One of several records. Which one is told before anything of it is read, so up to there the text must be
/// JSON.</content>
internal sealed partial class ReferenceReader
{
    private string Union(JsonPart part, RecordModel union)
    {
        if (union.Form == RecordForm.Shape ? part.Kind == JsonTokenType.Null : IsAbsent(part))
        {
            throw new Refusal(part.Place, "nothing");
        }

        var index = union.Form switch
        {
            RecordForm.OneOf => OneOf(part, union),
            RecordForm.Has => Has(part, union),
            _ => IndexOf(union, Kind(part)),
        };
        var field = index < 0 ? null : union.Fields[index];
        if (field is null)
        {
            Met.Add((union.Name, "Unknown"));
            return ValueText.Record([("Case", "Unknown"), ("Unknown", Json(part))]);
        }

        Met.Add((union.Name, field.Property!));
        return ValueText.Record([("Case", field.Property!), (field.Property!, Required(part, part.Place, field.Type!))]);
    }

    private int OneOf(JsonPart part, RecordModel union)
    {
        var told = Lone(part) is { } lone ? Named(lone, union.TagField!) : null;
        return told?.Kind is JsonTokenType.String or JsonTokenType.Number ? IndexOf(union, Text(told)) : -1;
    }

    private int Has(JsonPart part, RecordModel union)
    {
        var lone = Lone(part);
        if (lone is null)
        {
            return -1;
        }

        var present = new HashSet<string>();
        foreach (var (name, value) in lone.Items)
        {
            Check(lone, name!);
            if (value is null)
            {
                throw Broken();
            }

            Whole(value);
            if (name!.Text is { } text && !IsAbsent(value))
            {
                present.Add(text);
            }
        }

        Whole(lone);
        return union.Fields.Select((field, i) => (field, i)).Where(pair => present.Contains(pair.field.WireNames[0]))
            .Select(static pair => pair.i).FirstOrDefault(-1);
    }

    // The first field of the name; what comes before it must be JSON, and all of the object where it is not there.
    private JsonPart? Named(JsonPart part, string key)
    {
        foreach (var (name, value) in part.Items)
        {
            Check(part, name!);
            if (value is null)
            {
                throw Broken();
            }

            if (name!.Text == key)
            {
                return value;
            }

            Whole(value);
        }

        Whole(part);
        return null;
    }

    private static string Kind(JsonPart part) => part.Kind switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "number",
        _ => "bool",
    };
}
