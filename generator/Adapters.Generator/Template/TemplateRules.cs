using System.Collections.Immutable;
using Adapters.Generator.Diagnostics;

namespace Adapters.Generator.Template;

/// <summary>The rules of the template, by which every exchange looks alike.</summary>
internal static class TemplateRules
{
    /// <summary>A file, or the type in it, is missing.</summary>
    public static readonly DiagnosticRule MissingSigner = new(
        "ADP200", "Signer missing", "Signer.cs with the class '{0}' is missing: nobody could sign");

    /// <summary>The public entrance of a product is missing.</summary>
    public static readonly DiagnosticRule MissingBuilder = new(
        "ADP201", "Builder missing", "Builder.cs with the class '{0}' is missing: nobody could connect");

    /// <summary>A part of the connector is missing.</summary>
    public static readonly DiagnosticRule MissingPart = new(
        "ADP202", "Part of the connector missing", "{0} with the class '{1}' is missing, though the specification describes it");

    /// <summary>A file where none belongs.</summary>
    public static readonly DiagnosticRule MisplacedFile = new(
        "ADP203", "File without a place",
        "'{0}' has no place in an exchange: there are Signer.cs, Builder.cs, Connector/{{MarketData,Trading,Account}}.cs, and Connector/<Part>.<Product>.cs where products differ");

    /// <summary>A file that is not what its name says.</summary>
    public static readonly DiagnosticRule ForeignRole = new(
        "ADP204", "File with another role", "'{0}' holds the part {1} of the connector, but none of its types is called so");

    /// <summary>Transport or JSON in an exchange.</summary>
    public static readonly DiagnosticRule ForbiddenApi = new(
        "ADP205", "Transport or JSON in an exchange", "'{0}' is the kernel's business: an exchange composes calls and streams that are generated");

    /// <summary>A wire name outside the specification.</summary>
    public static readonly DiagnosticRule WireName = new(
        "ADP206", "Wire name in a connector", "'{0}' is a name of the venue's wire; only the specification writes it, and what is generated carries it");

    /// <summary>A file that does too much.</summary>
    public static readonly DiagnosticRule LongFile = new(
        "ADP207", "Long file", "'{0}' has {1} lines, {2} at most: what is long here is missing in the specification or the kernel", IsError: false);

    /// <summary>An exchange that knows another.</summary>
    public static readonly DiagnosticRule ForeignExchange = new(
        "ADP208", "Exchange that sees another", "This exchange sees '{0}': each exchange is a project of its own, and none knows another");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
        [MissingSigner, MissingBuilder, MissingPart, MisplacedFile, ForeignRole, ForbiddenApi, WireName, LongFile, ForeignExchange];
}
