using Adapters.Generator.Model;

namespace Adapters.Generator.Validation;

/// <summary>Walks the fields of records, each where it is written.</summary>
internal static class FieldWalk
{
    /// <summary>Fields with a type, and where their types are written; inherited ones are walked at home.</summary>
    public static IEnumerable<(FieldModel Field, OutlinePlace Place)> Of(LintContext context)
    {
        foreach (var record in context.Model.Records)
        {
            foreach (var field in record.Fields)
            {
                if (field.Type is null || record.IsUnion || record.Form == RecordForm.Tagged) continue;
                string[] path = record.Form == RecordForm.Tuple ? [record.Name] : [record.Name, string.Join("|", field.WireNames)];
                if (context.Outline.Has("records", record.Scope, path)) yield return (field, context.Outline.ValueAt("records", record.Scope, path));
            }
        }
    }
}
