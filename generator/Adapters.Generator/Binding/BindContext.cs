using Adapters.Generator.Diagnostics;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>What every binder needs: the declarations by name, and ways to report and to read values strictly.</summary>
internal sealed class BindContext(DiagnosticBag diagnostics)
{
    /// <summary>Declared enums: (scope, name), scope empty for shared ones.</summary>
    public Dictionary<(string Scope, string Name), EnumModel> Enums { get; } = [];

    /// <summary>Declared records, filled before their fields are bound.</summary>
    public Dictionary<(string Scope, string Name), RecordModel> Records { get; } = [];

    /// <summary>Names of declared records, known before any is bound.</summary>
    public HashSet<(string Scope, string Name)> RecordNames { get; } = [];

    /// <summary>Tuples of decimal price and decimal quantity: they are the runtime's Level.</summary>
    public HashSet<(string Scope, string Name)> LevelNames { get; } = [];

    /// <summary>Products by name.</summary>
    public List<string> Products { get; } = [];

    /// <summary>Names of members that were reported and left out, or lack what was reported in them: nobody who uses
    /// them is to be blamed for that.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>Calls or channels were left out, and with them arguments that conversions may have needed.</summary>
    public bool LacksArguments { get; set; }

    /// <summary>How much was reported so far.</summary>
    public int Reported => diagnostics.Count;

    /// <summary>Reports on a whole node.</summary>
    public void Report(string id, SpecNode node, params string[] arguments)
    {
        if (IsConsequence(id, arguments)) return;
        diagnostics.Report(id, node.Path, node.Place.Line, node.Place.Column, node.Place.Length, arguments);
    }

    /// <summary>Reports on a part of a scalar.</summary>
    public void ReportAt(string id, ScalarNode node, int offset, int length, params string[] arguments)
    {
        if (IsConsequence(id, arguments)) return;
        var place = node.PlaceOf(offset, length);
        diagnostics.Report(id, node.Path, place.Line, place.Column, place.Length, arguments);
    }

    // One mistake is one finding: what is missing only because something else was left out is not reported.
    private bool IsConsequence(string id, string[] arguments) => id switch
    {
        "ADP014" => Broken.Contains(arguments[1]),                     // there is no … of this name
        "ADP060" => Broken.Contains(arguments[0]),                     // this record has no …
        "ADP061" => Broken.Contains(arguments[2]) || LacksArguments,   // nothing of this record fills …
        _ => false,
    };

    /// <summary>The node as a map, or null with a report.</summary>
    public MapNode? Map(SpecNode node, string what)
    {
        if (node is MapNode map) return map;
        Report("ADP011", node, what, "a map");
        return null;
    }

    /// <summary>The node as a text, or null with a report.</summary>
    public string? Text(SpecNode? node, string what) => Scalar(node, what)?.Value;

    /// <summary>The node as a scalar, or null with a report (a null node is fine).</summary>
    public ScalarNode? Scalar(SpecNode? node, string what)
    {
        if (node is null) return null;
        if (node is ScalarNode scalar) return scalar;
        Report("ADP011", node, what, "a text");
        return null;
    }

    /// <summary>The text can be a name in C#; otherwise a report.</summary>
    public bool IsName(ScalarNode node)
    {
        if (Names.IsIdentifier(node.Value)) return true;
        Report("ADP013", node, Short(node.Value), "a name", "");
        return false;
    }

    /// <summary>The text can be a type's name: none of C#'s words has a capital, and the runtime's types keep their names.</summary>
    public bool IsTypeName(ScalarNode node)
    {
        if (!Names.IsIdentifier(node.Value) || !char.IsUpper(node.Value[0]))
        {
            Report("ADP013", node, Short(node.Value), "a name with a capital letter", "");
            return false;
        }
        if (!ReservedTypes.Contains(node.Value)) return true;
        Report("ADP023", node, node.Value);
        return false;
    }

    /// <summary>A list of scalars; one scalar counts as a list of one.</summary>
    public IEnumerable<ScalarNode> Scalars(SpecNode? node, string what)
    {
        if (node is null) yield break;
        if (node is ScalarNode one)
        {
            yield return one;
            yield break;
        }
        if (node is not ListNode list)
        {
            Report("ADP011", node, what, "a list of texts");
            yield break;
        }
        foreach (var item in list.Items)
        {
            if (Scalar(item, $"An item of {what}") is { } scalar) yield return scalar;
        }
    }

    /// <summary>A whole number, or null with a report.</summary>
    public int? Int(SpecNode? node, string what)
    {
        if (Scalar(node, what) is not { } scalar) return null;
        if (Texts.TryInt(scalar.Value, out var value) && value is >= 0 and <= int.MaxValue) return (int)value;
        Report("ADP013", scalar, scalar.Value, "a whole number", "");
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>, or null with a report.</summary>
    public bool? Flag(SpecNode? node, string what)
    {
        if (Scalar(node, what) is not { } scalar) return null;
        if (scalar.Value is "true" or "false") return scalar.Value == "true";
        Report("ADP013", scalar, scalar.Value, "true or false", "");
        return null;
    }

    /// <summary>Milliseconds of <c>500ms 5s 10m 24h 7d</c>, or null with a report.</summary>
    public long? Duration(SpecNode? node, string what)
    {
        if (Scalar(node, what) is not { } scalar) return null;
        if (Texts.TryDuration(scalar.Value, out var milliseconds)) return milliseconds;
        Report("ADP013", scalar, scalar.Value, "a duration such as 500ms, 5s, 10m, 24h or 7d", "");
        return null;
    }

    /// <summary>Reports keys that the grammar does not have.</summary>
    public void CheckKeys(MapNode map, string construct)
    {
        var known = Grammar.KeysOf(construct);
        foreach (var entry in map.Entries)
        {
            if (known.Contains(entry.Key.Value)) continue;
            if (Grammar.IsReserved(entry.Key.Value)) Report("ADP070", entry.Key, entry.Key.Value);
            else Report("ADP010", entry.Key, entry.Key.Value, Grammar.TitleOf(construct), Nearest.Hint(entry.Key.Value, known));
        }
    }

    /// <summary>A text as a sentence can show it.</summary>
    public static string Short(string text) => text.Length <= 80 ? text : text.Substring(0, 80) + "...";

    /// <summary>Finds a declaration: the product's own, else the shared one.</summary>
    public static (string Scope, string Name)? Find(ISet<(string Scope, string Name)> declared, string? scope, string name)
    {
        if (scope is not null && declared.Contains((scope, name))) return (scope, name);
        return declared.Contains(("", name)) ? ("", name) : null;
    }

    /// <summary>Finds a declaration by its key: the product's own, else the shared one.</summary>
    public static (string Scope, string Name)? Find<T>(
        IReadOnlyDictionary<(string Scope, string Name), T> declared, string? scope, string name)
    {
        if (scope is not null && declared.ContainsKey((scope, name))) return (scope, name);
        return declared.ContainsKey(("", name)) ? ("", name) : null;
    }

    /// <summary>The record a type refers to, if it is one.</summary>
    public RecordModel? RecordOf(TypeRef? type) =>
        type is { Kind: TypeKind.Record } && Records.TryGetValue((type.Scope ?? "", type.Name!), out var record) ? record : null;

    /// <summary>The enum a type refers to, if it is one.</summary>
    public EnumModel? EnumOf(TypeRef? type) =>
        type is { Kind: TypeKind.Enum } && Enums.TryGetValue((type.Scope ?? "", type.Name!), out var found) ? found : null;
}
