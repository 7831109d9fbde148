using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Rest;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Rest;

public sealed class RestRequestTests
{
    private static readonly Timestamp Moment = Timestamp.FromNanoseconds(1_700_000_000_123_456_789);

    private readonly SymbolTable _symbols = new();

    [Fact]
    public void Values_of_every_type_stand_in_the_query_in_the_order_given()
    {
        var url = Url(
            [
                new("t", ParameterKind.Text), new("b", ParameterKind.Bool), new("i", ParameterKind.Int),
                new("l", ParameterKind.Long), new("d", ParameterKind.Decimal), new("s", ParameterKind.Symbol),
                new("a", ParameterKind.Asset), new("e", ParameterKind.Enum), new("missing", ParameterKind.Int),
            ],
            request =>
            {
                request.Add("t", "x");
                request.Add("b", true);
                request.Add("i", -5);
                request.Add("l", long.MaxValue);
                request.Add("d", 0.00000010m);
                request.Add("s", _symbols.Get("BTCUSDT"));
                request.Add("a", Asset.Of("BTC"));
                request.Add("e", new Status("TRADING"));
                request.Add("missing", (int?)null);
            });

        Assert.Equal(
            "https://api.test/api/v3/thing?t=x&b=true&i=-5&l=9223372036854775807&d=0.00000010&s=BTCUSDT&a=BTC&e=TRADING", url);
    }

    [Theory]
    [InlineData(ParameterKind.TimeS, "1700000000")]
    [InlineData(ParameterKind.TimeMs, "1700000000123")]
    [InlineData(ParameterKind.TimeUs, "1700000000123456")]
    [InlineData(ParameterKind.TimeNs, "1700000000123456789")]
    [InlineData(ParameterKind.TimeIso, "2023-11-14T22%3A13%3A20.123456789Z")]
    public void Times_stand_in_the_unit_of_the_parameter(ParameterKind kind, string expected) =>
        Assert.EndsWith($"?t={expected}", Url([new("t", kind)], request => request.Add("t", Moment)), StringComparison.Ordinal);

    [Theory]
    [InlineData("AZaz09-._~", "AZaz09-._~")]
    [InlineData("a b+c&d=e/f?g#h%", "a%20b%2Bc%26d%3De%2Ff%3Fg%23h%25")]
    [InlineData("币安人生USDT", "%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT")]
    [InlineData("!*'()\"{}[]", "%21%2A%27%28%29%22%7B%7D%5B%5D")]
    [InlineData("😀", "%F0%9F%98%80")]
    public void Everything_but_unreserved_characters_is_escaped(string text, string expected) =>
        Assert.EndsWith(
            $"?t={expected}", Url([new("t", ParameterKind.Text)], request => request.Add("t", text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("json", "?s=%5B%22BTCUSDT%22%2C%22ETHUSDT%22%5D&n=%5B1%2C2%5D")]
    [InlineData("csv", "?s=BTCUSDT%2CETHUSDT&n=1%2C2")]
    [InlineData("repeat", "?s=BTCUSDT&s=ETHUSDT&n=1&n=2")]
    public void Lists_take_the_venues_form(string form, string expected)
    {
        using var venue = new Venue(listForm: form);
        var request = venue.Client.Create(Venue.Endpoint(parameters:
            [new("s", ParameterKind.Symbol, IsList: true), new("n", ParameterKind.Int, IsList: true)]));
        request.Add("s", [_symbols.Get("BTCUSDT"), _symbols.Get("ETHUSDT")]);
        request.Add("n", (IReadOnlyList<int>)[1, 2]);

        Assert.Equal("https://api.test/api/v3/thing" + expected, venue.Client.Preview(request).Url);
    }

    [Fact]
    public void Lists_of_texts_and_enums_are_quoted_and_escaped_as_json() => Assert.EndsWith(
        "?t=%5B%22a%5C%22b%22%5D&e=%5B%22X%22%5D",
        Url(
            [new("t", ParameterKind.Text, IsList: true), new("e", ParameterKind.Enum, IsList: true)],
            request =>
            {
                request.Add("t", (IReadOnlyList<string>)["a\"b"]);
                request.Add("e", (IReadOnlyList<Status>)[new Status("X")]);
            }),
        StringComparison.Ordinal);

    [Fact]
    public void Path_parameters_and_constants_have_their_places()
    {
        using var venue = new Venue();
        var request = venue.Client.Create(Venue.Endpoint(
            "/v1/{id}/of/{kind}",
            parameters:
            [
                new("id", ParameterKind.Text, IsRequired: true, InPath: true),
                new("first", ParameterKind.Text, Constant: "1"), new("x", ParameterKind.Int),
                new("kind", ParameterKind.Text, IsRequired: true, InPath: true),
                new("last", ParameterKind.Text, Constant: "z"),
            ]));
        request.Add("id", "a/b");
        request.Add("x", 2);
        request.Add("kind", "k");

        Assert.Equal("https://api.test/v1/a%2Fb/of/k?first=1&x=2&last=z", venue.Client.Preview(request).Url);
    }

    [Fact]
    public void A_form_stands_in_the_body()
    {
        using var venue = new Venue();
        var request = venue.Client.Create(Venue.Endpoint(
            method: "POST", place: ParameterPlace.Form, parameters: [new("a", ParameterKind.Text), new("b", ParameterKind.Int)]));
        request.Add("a", "x y");
        request.Add("b", 1);

        var preview = venue.Client.Preview(request);

        Assert.Equal(("POST", "https://api.test/api/v3/thing", "a=x%20y&b=1"), (preview.Method, preview.Url, preview.Body));
        Assert.Contains(new("Content-Type", "application/x-www-form-urlencoded"), preview.Headers);
    }

    [Fact]
    public void A_json_body_holds_numbers_as_the_venue_wants_them()
    {
        using var venue = new Venue();
        var request = venue.Client.Create(Venue.Endpoint(
            method: "POST",
            place: ParameterPlace.Body,
            parameters:
            [
                new("t", ParameterKind.Text), new("d", ParameterKind.Decimal), new("l", ParameterKind.Long),
                new("s", ParameterKind.Symbol, IsList: true), new("j", ParameterKind.Json),
            ]));
        request.Add("t", "a\"\n");
        request.Add("d", 1.50m);
        request.Add("l", 7L);
        request.Add("s", [_symbols.Get("X")]);
        request.AddRaw("j", "{\"k\":1}");

        Assert.Equal(
            """{"t":"a\"\u000a","d":"1.50","l":7,"s":["X"],"j":{"k":1}}""", venue.Client.Preview(request).Body);
    }

    [Fact]
    public void Tools_add_texts_and_names_that_the_specification_does_not_know() => Assert.EndsWith(
        "?s=%5B%22A%22%2C%22B%22%5D&r=%5B%22C%22%5D&new%20one=1%2B1",
        Url(
            [new("s", ParameterKind.Symbol, IsList: true), new("r", ParameterKind.Symbol, IsList: true)],
            request =>
            {
                request.AddRaw("s", "A,B");
                request.AddRaw("r", "[\"C\"]");
                request.AddRaw("new one", "1+1");
            }),
        StringComparison.Ordinal);

    [Fact]
    public void Missing_parameters_are_named()
    {
        var error = Assert.Throws<RequestException>(() => Url(
            [new("symbol", ParameterKind.Symbol, IsRequired: true), new("side", ParameterKind.Text, IsRequired: true)],
            static _ => { }));

        Assert.Equal("Thing (GET /api/v3/thing): symbol, side must be given.", error.Message);
        Assert.Equal(["symbol", "side"], error.Parameters);
    }

    [Theory]
    [InlineData('^', false, "ab", "it takes exactly one of a, b; given: a, b.")]
    [InlineData('^', false, "", "it takes exactly one of a, b; given: none.")]
    [InlineData('^', true, "ab", "it takes at most one of a, b; given: a, b.")]
    [InlineData('^', true, "", null)]
    [InlineData('|', false, "", "it takes at least one of a, b; given: none.")]
    [InlineData('|', false, "b", null)]
    [InlineData('&', false, "b", "it takes all or none of a, b; given: b.")]
    [InlineData('&', false, "", null)]
    public void Needs_are_checked(char op, bool noneIsFine, string given, string? problem)
    {
        using var venue = new Venue();
        var request = venue.Client.Create(Venue.Endpoint(
            needs: [new ParameterNeed(op, noneIsFine, "a", "b")],
            parameters: [new("a", ParameterKind.Text), new("b", ParameterKind.Text)]));
        foreach (var name in given)
        {
            request.Add(name.ToString(), "x");
        }

        var error = Record.Exception(() => venue.Client.Preview(request)) as RequestException;

        Assert.Equal(problem, error?.Problem);
    }

    [Fact]
    public void Mistakes_are_told_where_they_are_made()
    {
        ParameterInfo[] parameters =
        [
            new("a", ParameterKind.Text), new("l", ParameterKind.Text, IsList: true), new("c", ParameterKind.Text, Constant: "1"),
        ];
        Assert.Contains("takes no 'b', but a, l, c", Problem(request => request.Add("b", 1)), StringComparison.Ordinal);
        Assert.Contains("given twice", Problem(request =>
        {
            request.Add("a", 1);
            request.Add("a", 1);
        }), StringComparison.Ordinal);
        Assert.Contains("c is always 1", Problem(request => request.AddRaw("c", "2")), StringComparison.Ordinal);
        Assert.Contains("empty list", Problem(request => request.Add("l", Array.Empty<string>())), StringComparison.Ordinal);
        Assert.Contains("empty", Problem(request => request.Add("a", default(Asset))), StringComparison.Ordinal);

        string Problem(Action<RestRequest> add) => Assert.Throws<RequestException>(() => Url(parameters, add)).Problem;
    }

    [Fact]
    public void Parameters_may_be_given_in_any_order_and_constants_keep_their_place() => Assert.EndsWith(
        "?first=1&c=3&a=1&second=2&d=4&b=2",
        Url(
            [
                new("first", ParameterKind.Text, Constant: "1"), new("a", ParameterKind.Int), new("b", ParameterKind.Int),
                new("c", ParameterKind.Int), new("second", ParameterKind.Text, Constant: "2"), new("d", ParameterKind.Int),
            ],
            request =>
            {
                request.Add("c", 3);
                request.Add("a", 1);
                request.Add("d", 4);
                request.Add("b", 2);
            }),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_request_that_was_sent_cannot_be_written_again()
    {
        using var venue = new Venue().Answers(200, "");
        var request = venue.Client.Create(Venue.Endpoint(parameters: [new("a", ParameterKind.Int)]));
        await venue.Client.SendNothingAsync(request);

        var error = Assert.Throws<InvalidOperationException>(() => request.Add("a", 1));

        Assert.Contains("Create another one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weight_follows_the_parameters()
    {
        var rule = new WeightRule(
            40,
            new WeightChoice("symbols") { Steps = [new(1, 2), new(2, 4)], Else = 80 },
            new WeightChoice("limit") { Steps = [new(100, 5), new(500, 25)], Else = 250 });

        Assert.Equal(40, Weight(rule, static _ => { }));
        Assert.Equal(5, Weight(rule, static request => request.Add("limit", 100)));
        Assert.Equal(25, Weight(rule, static request => request.Add("limit", 101)));
        Assert.Equal(4, Weight(rule, static request => request.Add("symbols", ["A", "B"])));
        Assert.Equal(80, Weight(rule, static request => request.AddRaw("symbols", "A,B,C")));
    }

    private static int Weight(WeightRule rule, Action<RestRequest> add)
    {
        using var venue = new Venue();
        var request = venue.Client.Create(Venue.Endpoint(
            weight: rule,
            parameters: [new("symbols", ParameterKind.Text, IsList: true), new("limit", ParameterKind.Int)]));
        add(request);
        return venue.Client.Preview(request).Weight.Single(static cost => cost.Key == "weight").Value;
    }

    private static string Url(ParameterInfo[] parameters, Action<RestRequest> add)
    {
        using var venue = new Venue();
        var request = venue.Client.Create(Venue.Endpoint(parameters: parameters));
        add(request);
        return venue.Client.Preview(request).Url;
    }

    private readonly record struct Status(string Text) : IWireText;
}
