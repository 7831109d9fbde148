using System.Text;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>No default ever stands in for a value that cannot be read or that nobody knows: it would be a wrong order, a
/// wrong balance, a wrong price.</summary>
public sealed class NoDefaultTests
{
    [Theory]
    [InlineData("GetOrder", "\"BUY\"", "Side")]
    [InlineData("GetOrder", "\"LIMIT\"", "OrderKind")]
    [InlineData("GetOrder", "\"PARTIALLY_FILLED\"", "OrderStatus")]
    [InlineData("GetOrder", "\"GTC\"", "TimeInForce")]
    [InlineData("PlaceOrder", "\"BUY\"", "Side")]
    public void A_value_that_nobody_knows_is_an_error_that_names_it(string endpoint, string known, string meant)
    {
        var inspection = Inspect(endpoint, Json(endpoint).Replace(known, "\"NEWS\"", StringComparison.Ordinal));

        Assert.Empty(inspection.Domain.OfType<Order>());
        Assert.Contains(inspection.UnknownValues, path => path.StartsWith("$.", StringComparison.Ordinal));
        Assert.Contains(inspection.Failures, failure => failure.Error.Message.Contains($"'NEWS' has no counterpart in {meant}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GetOrder", "\"92500.00000000\"", "\"much\"", "$.price")]
    [InlineData("GetOrder", "\"0.00200000\"", "\"\"", "$.executedQty")]
    [InlineData("GetOrder", "\"0.00200000\"", "null", "$.executedQty")]
    [InlineData("GetOrder", "1781234568010", "\"today\"", "$.time")]
    [InlineData("GetAccount", "\"1.24800000\"", "\"1,248\"", "$.balances[0].free")]
    [InlineData("GetAccount", "\"0.02000000\"", "true", "$.balances[0].locked")]
    public void A_value_that_cannot_be_read_is_an_error_with_its_place(
        string endpoint, string sound, string broken, string path)
    {
        var json = Json(endpoint);
        var at = json.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, "The sample has another value now.");

        var error = Assert.Throws<DecodeException>(
            () => Inspect(endpoint, string.Concat(json.AsSpan(0, at), broken, json.AsSpan(at + sound.Length))));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private static string Json(string endpoint) => Encoding.UTF8.GetString(Samples.Read($"spot/{endpoint}.json"));

    private static Inspection Inspect(string endpoint, string json)
    {
        var info = BinanceSpotCatalogue.Instance.Endpoints.Single(item => item.Name == endpoint);
        return Inspector.Inspect(
            info.Decode!, info.ToDomain, Encoding.UTF8.GetBytes(json), new SymbolTable(), new Dictionary<string, string>());
    }
}
