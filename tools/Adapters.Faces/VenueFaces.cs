using Adapters.Faces.Binance;

namespace Adapters.Faces;

/// <summary>The venues that have a face.</summary>
internal static class VenueFaces
{
    private static readonly Func<VenueFace>[] All = [static () => new BinanceSpotFace()];

    /// <summary>Ids and aliases of their products.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        [.. All.SelectMany(static make => NamesOf(make()))];

    /// <summary>The face of a product.</summary>
    /// <exception cref="ArgumentException">It has none; the message lists those that have one.</exception>
    internal static VenueFace Make(string product) =>
        All.Select(static make => make()).FirstOrDefault(face => NamesOf(face).Contains(product))
        ?? throw new ArgumentException(
            $"'{product}' cannot be simulated. Use one of {string.Join(", ", Names)}.", nameof(product));

    private static string[] NamesOf(VenueFace face) => [face.Catalogue.Id, .. face.Catalogue.Aliases];

    /// <summary>The hosts of a product's first environment, with these in their place; their paths stay.</summary>
    internal static EnvironmentInfo Environment(VenueFace face, string rest, string webSocket) => new(
        "simulated",
        face.Catalogue.Environments[0].Hosts.ToDictionary(
            static host => host.Key,
            host => (host.Value.StartsWith("http", StringComparison.Ordinal) ? rest : webSocket)
                + new Uri(host.Value).AbsolutePath.TrimEnd('/')),
        []);
}
