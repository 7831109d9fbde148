using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Template;

/// <summary>A file the template demands of an exchange, the type in it, and where the specification asks for it.</summary>
/// <param name="Role">Signer, Builder, or a part of the connector.</param>
internal sealed record TemplateFile(string Path, string Role, string Type, OutlinePlace Place);

/// <summary>The template: which files an exchange has, as its specification tells.</summary>
internal static class TemplateFiles
{
    /// <summary>The parts a connector can have.</summary>
    public static readonly IReadOnlyList<string> Parts = ["MarketData", "Trading", "Account"];

    private static readonly HashSet<string> OfMarketData = new(StringComparer.Ordinal)
    {
        "Market", "Ticker", "Quote", "Trade", "Kline", "OrderBook", "BookUpdate",
    };

    private static readonly HashSet<string> OfAccount = new(StringComparer.Ordinal) { "Balance", "Position", "Fill", "Fees" };

    /// <summary>The files that must be there.</summary>
    public static IEnumerable<TemplateFile> Demanded(ExchangeModel model, SpecOutline outline)
    {
        if (model.Signer is { } signer) yield return new TemplateFile("Signer.cs", "Signer", signer, outline.At("signer", null));
        foreach (var product in model.Products)
        {
            yield return new TemplateFile("Builder.cs", "Builder", product.TypeName, outline.At("products", null, product.Name));
        }
        if (Conversion(model, outline, OfMarketData) is { } market) yield return Part("MarketData", market);
        if (model.Requests.Count > 0)
        {
            var first = model.Requests[0];
            yield return Part("Trading", outline.At("conversions", first.Scope, $"{first.Source} -> {first.Target.Name}"));
        }
        if (Conversion(model, outline, OfAccount) is { } account) yield return Part("Account", account);
    }

    /// <summary>The part a file of the connector belongs to, or null: <c>Connector/Trading.cs</c>,
    /// <c>Connector/Trading.Spot.cs</c>.</summary>
    public static string? PartOf(string path, ExchangeModel model)
    {
        if (!path.StartsWith("Connector/", StringComparison.Ordinal) || !path.EndsWith(".cs", StringComparison.Ordinal)) return null;
        var names = path.Substring("Connector/".Length, path.Length - "Connector/".Length - ".cs".Length).Split('.');
        var isKnown = names.Length == 1 || (names.Length == 2 && model.Products.Any(product => Names.Pascal(product.Name) == names[1]));
        return isKnown && Parts.Contains(names[0]) ? names[0] : null;
    }

    /// <summary>The file has a place in the template.</summary>
    public static bool IsPermitted(string path, ExchangeModel model) =>
        path is "Signer.cs" or "Builder.cs" || PartOf(path, model) is not null || (path == "ByHand.cs" && HasByHand(model));

    private static bool HasByHand(ExchangeModel model) =>
        model.Conversions.Any(conversion => conversion.Members.Any(member => member.Value is HandExpression));

    private static TemplateFile Part(string part, OutlinePlace place) => new($"Connector/{part}.cs", part, part, place);

    private static OutlinePlace? Conversion(ExchangeModel model, SpecOutline outline, HashSet<string> targets)
    {
        var first = model.Conversions.FirstOrDefault(conversion => targets.Contains(conversion.Target));
        return first is null ? null : outline.At("conversions", first.Scope, $"{first.Source.Name} -> {first.Target}");
    }
}
