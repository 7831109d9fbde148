using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Rest;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Rest;

/// <summary>What a parameter's value asks of the others is checked before anything is sent, and failures with data bring
/// it along.</summary>
public sealed class TableTests
{
    private static readonly EndpointInfo Order = new()
    {
        Name = "Order",
        Method = "POST",
        Path = "/order",
        Parameters =
        [
            new("type", ParameterKind.Enum, Values: ["LIMIT", "MARKET", "STOP"]), new("price", ParameterKind.Decimal),
            new("peg", ParameterKind.Text), new("note", ParameterKind.Text), new("free", ParameterKind.Text),
        ],
        Tables =
        [
            new("type",
                new ParameterRow(["LIMIT"], [new('|', false, "price", "peg")], ["note"]),
                new ParameterRow(["MARKET"], [], [])),
        ],
    };

    [Theory]
    [InlineData("type=LIMIT price=1")]
    [InlineData("type=LIMIT peg=x note=y free=z")]
    [InlineData("type=MARKET free=z")]
    [InlineData("type=NEW price=1 note=y")]
    [InlineData("price=1")]
    public void What_keeps_to_its_row_is_written(string given) =>
        Assert.Equal("https://api.test/order?" + given.Replace(' ', '&'), Preview(given));

    [Theory]
    [InlineData("type=LIMIT note=y", "Order (POST /order): type LIMIT needs at least one of price, peg.")]
    [InlineData("type=MARKET price=1", "Order (POST /order): type MARKET takes no price. Leave it out.")]
    [InlineData("type=MARKET note=1", "Order (POST /order): type MARKET takes no note. Leave it out.")]
    [InlineData("type=STOP price=1", "Order (POST /order): type takes one of LIMIT, MARKET, not STOP.")]
    public void What_breaks_it_is_refused_with_the_remedy(string given, string message) =>
        Assert.Equal(message, Assert.Throws<RequestException>(() => Preview(given)).Message);

    [Fact]
    public async Task A_failure_brings_what_it_tells_besides()
    {
        using var venue = new Venue().Answers(409, """{"code":-21,"msg":"Half.","data":{"a":"x"}}""");

        var error = await Assert.ThrowsAsync<ExchangeException>(() => Send(venue));

        Assert.Equal(("-21", "Half."), (error.Code, error.Problem));
        Assert.Equal("x", Assert.IsType<Leg>(error.Details).A);
    }

    [Theory]
    [InlineData("""{"code":-22,"msg":"Other.","data":{"a":"x"}}""", "Other.")]
    [InlineData("""{"code":-21,"msg":"None."}""", "None. What should be told besides is missing.")]
    public async Task Other_failures_bring_nothing(string body, string problem)
    {
        using var venue = new Venue().Answers(409, body);

        var error = await Assert.ThrowsAsync<ExchangeException>(() => Send(venue));

        Assert.Null(error.Details);
        Assert.Equal(problem, error.Problem);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_the_venues_own_words()
    {
        using var venue = new Venue().Answers(409, """{"code":-21,"msg":"Half.","data":[1]}""");

        var error = await Assert.ThrowsAsync<ExchangeException>(() => Send(venue));

        Assert.Null(error.Details);
        Assert.StartsWith("Half. What it tells besides could not be read: ", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(409, """{"code":-21,"msg":"Half.","da""", ErrorClass.UnknownOutcome)]
    [InlineData(409, """{"code":-21,"msg":"Half.","data":[1]}""", ErrorClass.UnknownOutcome)]
    [InlineData(409, """{"code":-21,"msg":"Half."}""", ErrorClass.UnknownOutcome)]
    [InlineData(409, """{"code":-21,"msg":"Half.","data":{"a":"x"}}""", ErrorClass.Rejected)]
    [InlineData(400, """{"code":-22,"msg":"Other."}""", ErrorClass.Rejected)]
    [InlineData(429, "", ErrorClass.RateLimited)]
    public async Task A_call_that_may_fail_in_part_is_unknown_where_the_parts_cannot_be_read(int status, string body, ErrorClass expected)
    {
        using var venue = new Venue().Answers(status, body);

        var error = await Assert.ThrowsAsync<ExchangeException>(() => Send(venue));

        Assert.Equal(expected, error.Class);
    }

    [Fact]
    public void Ids_are_written_as_they_are_and_none_is_refused()
    {
        using var venue = new Venue();
        var endpoint = Venue.Endpoint(parameters:
            [new("a", ParameterKind.OrderId), new("b", ParameterKind.ClientOrderId), new("c", ParameterKind.TradeId), new("d", ParameterKind.OrderId, IsList: true)]);
        var request = venue.Client.Create(endpoint);
        request.Add("a", OrderId.FromInt64(42));
        request.Add("b", ClientOrderId.Parse("mine:1"));
        request.Add("c", (TradeId?)null);
        request.Add("d", [OrderId.FromInt64(1), OrderId.Parse("x")]);

        Assert.EndsWith("?a=42&b=mine%3A1&d=%5B%221%22%2C%22x%22%5D", venue.Client.Preview(request).Url, StringComparison.Ordinal);
        Assert.Throws<RequestException>(() => venue.Client.Create(endpoint).Add("a", default(OrderId)));
    }

    private static string Preview(string given)
    {
        using var venue = new Venue();
        var request = venue.Client.Create(Order);
        foreach (var pair in given.Split(' ').Select(static pair => pair.Split('=')))
        {
            request.AddRaw(pair[0], pair[1]);
        }

        return venue.Client.Preview(request).Url;
    }

    private static async Task Send(Venue venue)
    {
        var endpoint = new EndpointInfo
        {
            Name = "Thing",
            Method = "POST",
            Path = "/api/v3/thing",
            Fails = new FailureData(["-21"], Decoders.One<Leg>("details")),
        };
        await venue.Client.SendNothingAsync(venue.Client.Create(endpoint));
    }

    private sealed class Leg : IWire<Leg>, IWireValue
    {
        private static readonly FieldTable Fields = new("a");

        public string A { get; private set; } = "";

        public static void Read(scoped ref WireReader r, out Leg value)
        {
            value = new Leg();
            ulong seen = 0;
            r.BeginObject();
            while (r.NextField(Fields, ref seen, out _))
            {
                value.A = r.Text();
            }
        }

        public void WriteTo(WireWriter w) => w.Field("a", A);
    }
}
