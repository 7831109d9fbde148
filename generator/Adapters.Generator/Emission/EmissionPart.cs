using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>Kinds of files; each is called so.</summary>
internal enum PartKind
{
    /// <summary>Enums, records and groups of a scope.</summary>
    Types,
    /// <summary>Conversions of a scope.</summary>
    Conversions,
    /// <summary>Descriptions of a product's calls.</summary>
    Endpoints,
    /// <summary>A product's calls.</summary>
    Rest,
    /// <summary>Descriptions of a product's channels.</summary>
    Channels,
    /// <summary>A product's streams.</summary>
    Streams,
    /// <summary>What else is said of a product, and a hash over all other files.</summary>
    Catalogue,
    /// <summary>What a simulated exchange writes.</summary>
    Wire,
}

/// <summary>What one file is made of.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Scope">The product it belongs to, or null for what products share.</param>
/// <param name="Model">The exchange without what the file does not say: an edit of that emits the file not again.</param>
/// <param name="RootNamespace">The project's, for a simulated exchange.</param>
internal sealed record EmissionPart(PartKind Kind, string? Scope, ExchangeModel Model, string RootNamespace = "")
{
    /// <summary>The names of exchange and products, which namespaces and types are called after, and nothing else.</summary>
    public static ExchangeModel Bare(ExchangeModel exchange) => new(
        exchange.Name, null, null, [], null, null, exchange.Wire, new RestModel([], null), exchange.Products,
        [], [], [], [], [], [], [], [], [], [], []);
}
