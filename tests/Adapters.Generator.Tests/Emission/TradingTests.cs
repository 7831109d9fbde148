using Adapters.Generator.Binding;
using Adapters.Generator.Model;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Emission;

/// <summary>What trading needs compiles, and says what was meant.</summary>
public sealed class TradingTests
{
    /// <summary>An exchange with all that trading needs.</summary>
    internal const string Spec = """
        language: 1
        exchange: Venue
        products: { spot: { id: venue-spot } }
        rest:
          places: { GET: query, POST: form }
          failure: { code: $code, msg: $message, "data?": $data }
        auth:
          signed: { headers: { KEY: $key }, adds: { t: $now, s: $signature } }
        orders:
          kinds: { Limit: { times: [GoodTillCancel], post-only: true }, Market: { quote-quantity: true } }
          client-id: { characters: a-z, length: 20 }
          amends: [price, quantity]
        enums:
          Way: { $as: Side, B: Buy, S: Sell }
          Type: { $as: OrderKind, L: Limit, M: Market }
          State: { $as: OrderStatus, open: Open, done: Filled }
        groups:
          NewOrder:
            sym: symbol
            way: Way
            type: Type
            px: decimal?
            qty: decimal
            cid: client-id?
            note: text?
            fixed: =1
            $needs: px & note
            $table: { type: { L: [px, note?], M: [] } }
          Leg: { type: Type, px: decimal?, $table: { type: { L: [px] } } }
          Named: { sym: symbol, id: order-id?, cid: client-id?, $needs: id ^ cid }
          Change: { $like: Named, qty: decimal }
        records:
          Reply: { id: order-id id, cid: client-id? unless "", state: State?, sym: symbol, way: Way, type: Type, at: time-ms time, done: decimal? filledQuantity }
          Wrapped: { inner: Reply }
          Failure: { code: int, msg: text message }
          Outcome: { $has: { id: Reply, code: Failure } }
          Both: { first: Outcome?, second: Outcome? }
          Opened: { id: int id }
          Filled: { e: =filled, order: Reply, fills: list Part }
          Part: { i: trade-id id, p: decimal price, q: decimal quantity }
          Gone: { e: =gone, why: text }
          Event: { $one-of: Filled Gone }
        endpoints:
          Place: { call: POST /order, socket: place, auth: signed, takes: { order: NewOrder }, returns: Outcome, resolve: { Get: { cid: cid } }, fails: { codes: [-5], with: Both } }
          PlacePair: { call: POST /pair, takes: { sym: symbol, above+: Leg, below+: Leg?, note: text? }, returns: Reply }
          Get: { call: GET /order, query: { order: Named }, returns: Reply }
          Amend: { call: POST /amend, takes: { change: Change }, returns: Wrapped }
          Logon: { socket: logon, auth: signed, returns: Opened }
          Open: { socket: open, returns: Opened }
          Close: { socket: close }
        sockets:
          api:
            url: wss://x
            call: { id: $id, method: $method, params: $args }
            answer: { id: $id, "result?": $payload }
            envelope: { sub: $subscription, event: $payload }
            login: { call: Logon, key: Ed25519 }
            channels:
              user: { open: Open, close: Close, key: id, sends: Event }
        conversions:
          Reply -> Order:
            $when: state
            id: id
            clientId: cid
            side: way
            kind: type
            symbol: sym
            status: { state!: { open: Open, else: $state! } }
            filledQuantity: filledQuantity | =0
            reason: state
          Wrapped -> Order: { $like: Reply, $each: inner }
          Filled -> Fill: { $each: fills, symbol: order.sym, orderId: order.id, side: order.way, time: order.time, quoteQuantity: none }
          OrderRequest -> NewOrder:
            sym: symbol
            way: side
            type: { kind: { Limit: L, Market: { postOnly: { false: M } } } }
            px: { postOnly: { true: none, false: $price } }
            qty: quantity
            cid: clientId
            note: =hello
          OrderRef -> Named: { sym: symbol, cid: clientId }
          AmendRequest -> Change: { sym: order.symbol, id: order.id, cid: order.clientId, qty: quantity }
        """;

    [Fact]
    public void Trading_compiles_as_client() => Run(isServer: false).Compiles();

    [Fact]
    public void Trading_compiles_as_server() => Run(isServer: true).Compiles();

    [Theory]
    [InlineData("quoteQuantity: none", true)]
    [InlineData("quoteQuantity: none, clientId: name", false)] // a frame's text is borrowed: it is no text of an id
    public void Items_of_a_borrowed_list_are_converted_one_by_one(string members, bool isOneByOne)
    {
        var text = Spec.Replace("quoteQuantity: none", members, StringComparison.Ordinal)
            .Replace("Filled: { e: =filled,", "Filled: { e: =filled, name: text,", StringComparison.Ordinal);

        var files = GeneratorHost.Run([new SpecText("venue/exchange.yaml", text)]).Compiles().Files;

        Assert.Equal(isOneByOne, files["Venue.Conversions.g.cs"].Contains(
            "Fill ToFill(this in Part e, in FilledFrame outer) => new ", StringComparison.Ordinal));
    }

    [Fact]
    public void Legs_are_sent_under_their_names()
    {
        var pair = Model().Endpoints.Single(endpoint => endpoint.Name == "PlacePair");

        Assert.Equal(["sym", "aboveType", "abovePx", "belowType", "belowPx", "note"], pair.Parameters.Select(p => p.WireName));
        Assert.Equal([false, false, true, true, true, true], pair.Parameters.Select(p => p.IsOptional));
        Assert.Equal(["aboveType", "belowType"], pair.Tables.Select(table => table.Parameter));
        Assert.Equal(["abovePx"], pair.Tables[0].Rows[0].Needs[0].Parameters);
    }

    [Fact]
    public void Resolving_takes_what_is_named_and_what_is_called_the_same()
    {
        var place = Model().Endpoints.Single(endpoint => endpoint.Name == "Place");

        Assert.Equal("Get", place.Resolve!.Endpoint);
        Assert.Equal([("cid", "cid"), ("sym", "sym")], place.Resolve.Arguments.Select(pair => (pair.Name, pair.Value)));
    }

    [Fact]
    public void What_no_parameter_carries_is_refused()
    {
        var request = Model().Requests.Single(item => item.Source == "OrderRequest");

        Assert.Equal(
            ["QuoteQuantity", "TriggerPrice", "TimeInForce", "ReduceOnly"], request.Refused.Select(refused => refused.Path));
        Assert.Equal(
            ["Price", "NewClientId"],
            Model().Requests.Single(item => item.Source == "AmendRequest").Refused.Select(refused => refused.Path));
    }

    [Fact]
    public void Cases_of_a_message_are_messages()
    {
        var records = Model().Records.ToDictionary(record => record.Name);

        Assert.True(records["Event"] is { IsUnion: true, IsSent: true, HasFrame: true });
        Assert.True(records["Filled"] is { IsSent: true, HasFrame: true });
        Assert.True(records["Outcome"] is { IsUnion: true, IsSent: false, HasFrame: false });
    }

    [Fact]
    public void A_group_adds_rows_to_the_table_it_includes()
    {
        var model = SpecBinder.Bind([new SpecFile("venue/exchange.yaml", """
            language: 1
            exchange: Venue
            products: { spot: { id: venue-spot } }
            defaults: { weight: 7 }
            groups:
              Base: { type: text, price: int?, $table: { type: { LIMIT: [price] } } }
              More: { $like: Base, $table: { type: { MARKET: [] } } }
            endpoints:
              Get: { call: GET /a, query: { more: More } }
              Cheap: { call: GET /b, weight: 1 }
            """)]).Model!;

        var table = Assert.Single(model.Endpoints[0].Tables);
        Assert.Equal(["LIMIT", "MARKET"], table.Rows.SelectMany(row => row.Values));
        Assert.Equal([7, 1], model.Endpoints.Select(endpoint => endpoint.Weight.Else));
    }

    private static GeneratorAnswer Run(bool isServer) => GeneratorHost.Run([new SpecText("venue/exchange.yaml", Spec)], isServer);

    private static ExchangeModel Model() => SpecBinder.Bind([new SpecFile("venue/exchange.yaml", Spec)]).Model!;
}
