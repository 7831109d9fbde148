namespace Adapters.Generator.Syntax;

/// <summary>A file of a specification: its path from the spec root (<c>binance/spot/market-data.yaml</c>) and text.</summary>
public sealed record SpecFile(string Path, string Text);
