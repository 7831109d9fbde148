using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Adapters.Generator.Diagnostics;

/// <summary>The rules as the host knows them.</summary>
internal static class Descriptors
{
    private static readonly ConcurrentDictionary<DiagnosticRule, DiagnosticDescriptor> Known = new();

    /// <summary>The descriptor of a rule of the language.</summary>
    public static DiagnosticDescriptor Of(string id) => Of(DiagnosticRules.Of(id));

    /// <summary>The descriptor of a rule, always the same one.</summary>
    public static DiagnosticDescriptor Of(DiagnosticRule rule) => Known.GetOrAdd(rule, static rule => new DiagnosticDescriptor(
        rule.Id, rule.Title, rule.Format, Category(rule.Id),
        rule.IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, !rule.IsOff, helpLinkUri: rule.HelpLink));

    /// <summary>The hundreds of an id tell what it is about: the language, what is suspicious, the template.</summary>
    public static string Category(string id) => id[3] switch
    {
        '0' => "Adapters.Specification",
        '1' => "Adapters.Suspicion",
        _ => "Adapters.Template",
    };
}
