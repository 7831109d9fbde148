using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Adapters.Generator.Diagnostics;

/// <summary>The rules as the host knows them.</summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = DiagnosticRules.All.ToImmutableDictionary(
        rule => rule.Id,
        rule => new DiagnosticDescriptor(
            rule.Id, rule.Title, rule.Format, "Adapters.Specification",
            rule.IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, isEnabledByDefault: true,
            helpLinkUri: rule.HelpLink));

    /// <summary>The descriptor of an id.</summary>
    public static DiagnosticDescriptor Of(string id) => ById[id];
}
