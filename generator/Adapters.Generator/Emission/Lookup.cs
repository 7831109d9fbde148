using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>Finds the declarations a type refers to.</summary>
internal sealed class Lookup(ExchangeModel exchange)
{
    private readonly Dictionary<(string?, string), RecordModel> _records =
        exchange.Records.ToDictionary(record => (record.Scope, record.Name));

    private readonly Dictionary<(string?, string), EnumModel> _enums =
        exchange.Enums.ToDictionary(item => (item.Scope, item.Name));

    /// <summary>The record of a type.</summary>
    public RecordModel Record(TypeRef type) => _records[(type.Scope, type.Name!)];

    /// <summary>The enum of a type.</summary>
    public EnumModel Enum(TypeRef type) => _enums[(type.Scope, type.Name!)];

    /// <summary>A record is among what it holds: it cannot be read into memory that is reused for the inner one.</summary>
    public bool HoldsItself(RecordModel record)
    {
        var seen = new HashSet<(string?, string)>();
        var open = new Stack<RecordModel>([record]);
        while (open.Count > 0)
        {
            foreach (var field in open.Pop().Fields)
            {
                var type = field.Type;
                while (type?.Element is { } element) type = element;
                if (type?.Kind != TypeKind.Record) continue;
                if ((type.Scope, type.Name!) == (record.Scope, record.Name)) return true;
                if (seen.Add((type.Scope, type.Name!))) open.Push(Record(type));
            }
        }
        return false;
    }

    /// <summary>An enum's full name: a property may be called like its type, and hides it where it may be absent.</summary>
    public string Full(TypeRef type) => $"global::{Namespace(type.Scope)}.{type.Name}";

    /// <summary>Namespace of a scope.</summary>
    public string Namespace(string? scope)
    {
        var folder = scope is null ? null : exchange.Products.FirstOrDefault(product => product.Name == scope)?.Folder;
        return $"Adapters.{exchange.Name}" + (folder is null ? "" : "." + folder);
    }
}
