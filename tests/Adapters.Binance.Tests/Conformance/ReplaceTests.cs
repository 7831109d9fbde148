using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Cancel-replace tells the outcome of both legs, also where it fails.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-an-existing-order-and-send-a-new-order-trade"/>
/// </summary>
public sealed class ReplaceTests
{
    [Fact]
    public void Cancelled_but_not_placed()
    {
        var legs = Legs("rest.replace.partial.json");

        Assert.Equal((LegResult.Success, LegResult.Failure), (legs.CancelResult, legs.PlaceResult));
        Assert.Equal(48210377003, legs.Cancel!.OrderReply!.Id);
        Assert.Equal(ReplaceLegCase.VenueError, legs.Placed!.Case);
        Assert.Equal((-2010, "Order would immediately match and take."), (legs.Placed.VenueError!.Code, legs.Placed.VenueError.Message));
    }

    [Fact]
    public void Neither_cancelled_nor_tried()
    {
        var legs = Legs("rest.replace.failed.json");

        Assert.Equal((LegResult.Failure, LegResult.NotAttempted), (legs.CancelResult, legs.PlaceResult));
        Assert.Equal(-2011, legs.Cancel!.VenueError!.Code);
        Assert.Null(legs.Placed);
    }

    [Fact]
    public void Placed_though_not_cancelled()
    {
        var legs = Legs("rest.replace.placed.json");

        Assert.Equal((LegResult.Failure, LegResult.Success), (legs.CancelResult, legs.PlaceResult));
        Assert.Equal(48210377002, legs.Placed!.OrderReply!.Id);
    }

    [Fact]
    public void Both_failed_over_the_socket()
    {
        var legs = Legs("api.replace.failed.json");

        Assert.Equal((LegResult.Failure, LegResult.Failure), (legs.CancelResult, legs.PlaceResult));
        Assert.Equal((-2011, -1015), (legs.Cancel!.VenueError!.Code, legs.Placed!.VenueError!.Code));
    }

    [Fact]
    public void Only_these_codes_have_data() =>
        Assert.Equal(["-2021", "-2022"], BinanceSpotEndpoints.ReplaceOrder.Fails!.Codes);

    private static Replaced Legs(string file)
    {
        using var failure = JsonDocument.Parse(Samples.Read("spot/errors/" + file));
        var error = failure.RootElement.TryGetProperty("error", out var inner) ? inner : failure.RootElement;
        var data = System.Text.Encoding.UTF8.GetBytes(error.GetProperty("data").GetRawText());
        return (Replaced)BinanceSpotEndpoints.ReplaceOrder.Fails!.Decode(data, new WireContext(new SymbolTable())).Items[0];
    }
}
