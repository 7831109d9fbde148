using System.Globalization;
using Adapters.Generator.Support;

namespace Adapters.Generator.Diagnostics;

/// <summary>A finding as plain values, so that it can be cached; places are zero-based.</summary>
public sealed record SpecDiagnostic(
    string Id, string Path, int Line, int Column, int Length, EquatableArray<string> Arguments)
{
    /// <summary>The rule that was broken.</summary>
    public DiagnosticRule Rule => DiagnosticRules.Of(Id);

    /// <summary>The sentence.</summary>
    public string Message =>
        string.Format(CultureInfo.InvariantCulture, Rule.Format, Arguments.Cast<object>().ToArray());

    /// <summary>As a compiler prints it: <c>file(line,column): error ADP010: sentence</c>.</summary>
    public override string ToString() =>
        $"{Path}({Line + 1},{Column + 1}): {(Rule.IsError ? "error" : "warning")} {Id}: {Message}";
}

/// <summary>A rule of the language: its id, title, the sentence with holes, and whether it stops generation.</summary>
public sealed record DiagnosticRule(string Id, string Title, string Format, bool IsError = true)
{
    /// <summary>The page that explains the rule.</summary>
    public string HelpLink => $"https://github.com/adapters-net/adapters/blob/main/docs/diagnostics/{Id}.md";
}
