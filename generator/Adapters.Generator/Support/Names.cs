using System.Text;

namespace Adapters.Generator.Support;

/// <summary>Turns names of the venue and of the specification into C# names.</summary>
public static class Names
{
    /// <summary><c>PRICE_FILTER</c>, <c>price-filter</c>, <c>priceFilter</c> become <c>PriceFilter</c>.</summary>
    public static string Pascal(string text)
    {
        var isAllCaps = true;
        var isWord = true;
        foreach (var c in text)
        {
            isAllCaps &= !char.IsLower(c);
            isWord &= char.IsLetterOrDigit(c);
        }
        if (isWord && !isAllCaps) return char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text.Substring(1) : text;
        var result = new StringBuilder(text.Length);
        var startWord = true;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startWord = true;
                continue;
            }
            result.Append(startWord ? char.ToUpperInvariant(c) : isAllCaps ? char.ToLowerInvariant(c) : c);
            startWord = char.IsDigit(c) && isAllCaps;
        }
        return result.ToString();
    }

    /// <summary>The same with a small first letter.</summary>
    public static string Camel(string text)
    {
        var pascal = Pascal(text);
        if (pascal.Length == 0) return pascal;
        var capitals = 0;
        while (capitals < pascal.Length && char.IsUpper(pascal[capitals])) capitals++;
        var lower = capitals <= 1 || capitals == pascal.Length ? Math.Min(capitals, 1) : capitals - 1;
        if (capitals == pascal.Length) lower = capitals;
        return pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
    }

    private static readonly HashSet<string> OfObjects = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };

    private static readonly HashSet<string> OfRecords = new(StringComparer.Ordinal)
    {
        "Read", "WriteTo", "Write", "FromValues", "ToOwned", "ReceivedAt",
    };

    private static readonly HashSet<string> OfEnums = new(StringComparer.Ordinal)
    {
        "Value", "Text", "Index", "IsKnown", "Known", "Table", "FromText", "Wrap", "ToDomain", "FromDomain",
    };

    /// <summary>A member's name inside a record: what the type has already, or is called itself, gets <c>Value</c> behind it.</summary>
    public static string RecordMember(string name, string type) =>
        name == type || OfObjects.Contains(name) || OfRecords.Contains(name) ? name + "Value" : name;

    /// <summary>The same inside a group of parameters.</summary>
    public static string GroupMember(string name, string type) =>
        name is "AddTo" || name == type || OfObjects.Contains(name) ? name + "Value" : name;

    /// <summary>The same inside a record that is one of several.</summary>
    public static string UnionMember(string name, string type) =>
        name is "Case" or "Unknown" ? name + "Value" : RecordMember(name, type);

    /// <summary>The same inside an enum.</summary>
    public static string EnumMember(string name, string type) =>
        name == type || OfObjects.Contains(name) || OfEnums.Contains(name) ? name + "Value" : name;

    /// <summary>It can be a C# identifier.</summary>
    public static bool IsIdentifier(string text)
    {
        if (text.Length is 0 or > 200 || !char.IsLetter(text[0])) return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c != '_') return false;
        }
        return true;
    }
}
