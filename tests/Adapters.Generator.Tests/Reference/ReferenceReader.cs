using System.Text.Json;
using Adapters.Generator.Model;

namespace Adapters.Generator.Tests.Reference;

/// <summary>
/// Reads a message as docs/spec-reference.md says, from the bound specification and the tokens of System.Text.Json, and
/// with nothing of the kernel: what a message means, or its first problem. Slow, and only as clever as its page.
/// </summary>
internal sealed partial class ReferenceReader(ExchangeModel model)
{
    private readonly Dictionary<(string?, string), RecordModel> _records =
        model.Records.ToDictionary(record => (record.Scope, record.Name));

    private readonly Dictionary<(string?, string), EnumModel> _enums =
        model.Enums.ToDictionary(item => (item.Scope, item.Name));

    private readonly Dictionary<(string?, string), Dictionary<string, int>> _indexes = model.Records.ToDictionary(
        record => (record.Scope, record.Name),
        record => record.Fields.SelectMany((field, i) => field.WireNames.Select(name => (name, i)))
            .ToDictionary(pair => pair.name, pair => pair.i));

    private JsonPlace? _broken;

    /// <summary>Fields that had a value, and cases and tags that were met, in what was read so far.</summary>
    public HashSet<(string Record, string Property)> Met { get; } = [];

    /// <summary>The record of a type.</summary>
    public RecordModel Record(TypeRef type) => _records[(type.Scope, type.Name!)];

    /// <summary>The enum of a type.</summary>
    public EnumModel Enum(TypeRef type) => _enums[(type.Scope, type.Name!)];

    /// <summary>Reads a whole message.</summary>
    /// <exception cref="Refusal">It is not what the specification says.</exception>
    public string Read(byte[] utf8, TypeRef type)
    {
        var root = JsonPart.Parse(utf8, out _broken);
        var value = Required(root, JsonPlace.Root, type);
        return _broken is null ? value : throw Broken();
    }

    // The first value that cannot be had is the problem that is told, so the text's own end comes last.
    private Refusal Broken() => new(_broken ?? JsonPlace.Root, "the text is no JSON from here on");

    private string Required(JsonPart? part, JsonPlace place, TypeRef type)
    {
        if (part is null)
        {
            throw Broken();
        }

        return type.Kind switch
        {
            TypeKind.Record => One(part, Record(type)),
            TypeKind.List => List(part, type.Element!),
            TypeKind.Map => Map(part, type.Element!),
            TypeKind.Level => Level(part),
            _ => Scalar(part, type),
        };
    }

    private string Field(JsonPart part, FieldModel field)
    {
        switch (field.Role)
        {
            case FieldRole.Ignored:
                Whole(part);
                return ValueText.Absent;
            case FieldRole.Constant:
                return IsConstant(part, field.Constant!) ? ValueText.Absent : throw new Refusal(part.Place, $"not {field.Constant}");
            default:
                return field.IsOptional && (IsAbsent(part) || IsUnless(part, field))
                    ? ValueText.Absent
                    : Required(part, part.Place, field.Type!);
        }
    }

    private string One(JsonPart part, RecordModel record) => record.Form switch
    {
        RecordForm.Object => Object(part, record),
        RecordForm.Tuple => Tuple(part, record),
        RecordForm.Tagged => Tagged(part, record),
        _ => Union(part, record),
    };

    private string Object(JsonPart part, RecordModel record)
    {
        var lone = Lone(part) ?? throw new Refusal(part.Kind == JsonTokenType.StartArray && part.Items.Count > 0
            ? part.Items[0].Value!.Place : part.Place, "no object");
        var values = new string?[record.Fields.Count];
        foreach (var (name, value) in lone.Items)
        {
            var index = IndexOf(lone, name!, record);
            if (value is null)
            {
                throw Broken();
            }

            if (index < 0)
            {
                Whole(value);
                continue;
            }

            values[index] = Field(value, record.Fields[index]); // of a field that comes twice the last one counts
        }

        Whole(lone);
        var missing = record.Fields.Where((field, i) => values[i] is null && IsRequired(field))
            .Select(field => field.WireNames[0]).ToList();
        if (missing.Count > 0)
        {
            throw new Refusal(lone.Place, $"lacks {string.Join(", ", missing)}", missing);
        }

        if (!ReferenceEquals(lone, part))
        {
            if (part.Items.Count > 1)
            {
                throw new Refusal(part.Items[1].Value!.Place, "more than one object");
            }

            Whole(part);
        }

        return Written(record, values);
    }

    private string Written(RecordModel record, string?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value && (value != ValueText.Absent || record.Fields[i].Role != FieldRole.Value))
            {
                Met.Add((record.Name, record.Fields[i].Property ?? record.Fields[i].WireNames[0]));
            }
        }

        return ValueText.Record(record.Fields.Select((field, i) => (field, Value: values[i]))
            .Where(static pair => pair.field.Role == FieldRole.Value)
            .Select(static pair => (pair.field.Property!, pair.Value ?? ValueText.Absent)));
    }

    // An object, also as the only item of an array.
    private JsonPart? Lone(JsonPart part)
    {
        if (part.Kind != JsonTokenType.StartArray)
        {
            return part.Kind == JsonTokenType.StartObject ? part : null;
        }

        if (part.Items.Count == 0)
        {
            Whole(part);
            return null;
        }

        return part.Items[0].Value!.Kind == JsonTokenType.StartObject ? part.Items[0].Value : null;
    }

    // All of a value must be JSON, also of one that nobody looks at.
    private void Whole(JsonPart part)
    {
        if (!part.IsComplete)
        {
            throw Broken();
        }
    }

    private int IndexOf(JsonPart around, JsonName name, RecordModel record)
    {
        Check(around, name);
        return name.Text is { } text ? IndexOf(record, text) : -1;
    }

    private int IndexOf(RecordModel record, string told) =>
        _indexes[(record.Scope, record.Name)].TryGetValue(told, out var index) ? index : -1;

    // Bytes that are no Unicode are nobody's name; an escape that is none is refused.
    private static void Check(JsonPart around, JsonName name)
    {
        if (name.IsBrokenEscape)
        {
            throw new Refusal(around.Place.Of(name), "the name is no Unicode");
        }
    }

    private static bool IsRequired(FieldModel field) => field.Role != FieldRole.Ignored && !field.IsOptional;
}
