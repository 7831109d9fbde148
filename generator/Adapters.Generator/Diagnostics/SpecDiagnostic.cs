using System.Globalization;
using Adapters.Generator.Support;

namespace Adapters.Generator.Diagnostics;

/// <summary>A finding as plain values, so that it can be cached; places are zero-based.</summary>
/// <param name="Rule">The rule that was broken.</param>
public sealed record SpecDiagnostic(
    DiagnosticRule Rule, string Path, int Line, int Column, int Length, EquatableArray<string> Arguments)
{
    /// <summary>Id of the rule.</summary>
    public string Id => Rule.Id;

    /// <summary>The sentence.</summary>
    public string Message =>
        string.Format(CultureInfo.InvariantCulture, Rule.Format, Arguments.Cast<object>().ToArray());

    /// <summary>As a compiler prints it: <c>file(line,column): error ADP010: sentence</c>.</summary>
    public override string ToString() =>
        $"{Path}({Line + 1},{Column + 1}): {(Rule.IsError ? "error" : "warning")} {Id}: {Message}";
}

/// <summary>A rule of the language: its id, title and the sentence with holes.</summary>
/// <param name="IsError">It stops the build; otherwise it is a warning.</param>
/// <param name="IsOff">It says nothing unless it is asked to.</param>
public sealed record DiagnosticRule(string Id, string Title, string Format, bool IsError = true, bool IsOff = false)
{
    /// <summary>The page that explains the rule.</summary>
    public string HelpLink => $"https://github.com/adapters-net/adapters/blob/main/docs/diagnostics/{Id}.md";
}
