using Microsoft.CodeAnalysis.CSharp;

namespace Adapters.Generator.Emission;

/// <summary>Names that C# accepts.</summary>
internal static class Identifiers
{
    /// <summary>The name, with <c>@</c> where it is a keyword.</summary>
    public static string Safe(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;
}
