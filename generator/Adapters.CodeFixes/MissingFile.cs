using Microsoft.CodeAnalysis;

namespace Adapters.CodeFixes;

/// <summary>A file that an exchange lacks, as the analyzer tells it.</summary>
/// <param name="Path">Below the project's folder: <c>Connector/MarketData.cs</c>.</param>
/// <param name="Role">Signer, Builder or a part of the connector.</param>
/// <param name="Type">The type in it.</param>
/// <param name="Exchange">Name of the exchange; its namespace is <c>Adapters.&lt;name&gt;</c>.</param>
/// <param name="Space">Namespace of the product's generated code.</param>
internal sealed record MissingFile(string Path, string Role, string Type, string Exchange, string Space)
{
    /// <summary>What a finding tells, or null where it tells nothing.</summary>
    public static MissingFile? Of(Diagnostic finding)
    {
        string? Told(string name) => finding.Properties.TryGetValue(name, out var value) ? value : null;
        return (Told("File"), Told("Role"), Told("Type"), Told("Exchange"), Told("Space")) is
            ({ } file, { } role, { } type, { } exchange, { } space)
            ? new MissingFile(file, role, type, exchange, space)
            : null;
    }
}
