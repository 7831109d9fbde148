namespace Adapters.Generator.Tests.Harness;

/// <summary>A small exchange that has one of everything.</summary>
internal static class SmallSpec
{
    /// <summary>What every file starts with.</summary>
    public const string Head = "language: 1\n";

    /// <summary>The shared file.</summary>
    public const string Exchange = """
        language: 1
        exchange: Venue
        docs: https://venue.example/docs
        products:
          spot: { id: venue-spot, kind: Spot }
        credentials: [key, secret]
        symbols: "{base}-{quote}"
        clock: GetTime.now
        instruments: GetMarkets
        rest:
          places: { GET: query, POST: form }
          failure: { code: $code, msg: $message }
        auth:
          key: { headers: { X-KEY: $key } }
        environments:
          live: { rest: https://api.venue.example, stream: wss://stream.venue.example }
        limits:
          weight: { scope: ip, windows: { 1m: 1200 }, header: X-WEIGHT, kind: Weight }
        errors:
          http: { 429: RateLimited }
          codes: { InvalidRequest: [-1, 5..9] }
        enums:
          Status: { $as: MarketStatus, OPEN: Trading, CLOSED: Halted }
          Speed: [slow, fast]
        records:
          Level: [decimal price, decimal quantity]
          Clock: { now: time-ms }
        """;

    /// <summary>The product's file.</summary>
    public const string Spot = """
        language: 1
        records:
          Listing:
            markets: list Listed
          Listed:
            id: symbol
            base: asset
            quote: asset
            status: Status
            tick: decimal
            step: decimal
            maxPrice: decimal? unless 0
          Depth:
            seq: long version
            bids: list Level
            asks: list Level
          DepthUpdate:
            type: =depth
            s: symbol
            f: long first
            l: long last
            b: list Level bids
            a: list Level asks
          Deal:
            i: long id
            s: symbol
            p: decimal price
            q: decimal quantity
            t: time-ms time
            m: bool buyerIsMaker
        endpoints:
          GetTime: { call: GET /time, returns: Clock }
          GetMarkets: { call: GET /markets, weight: 10, returns: Listing }
          GetDepth:
            call: GET /depth/{symbol}
            weight: { limit: { 100: 1, 500: 5, else: 10 }, else: 1 }
            query: { symbol: symbol, limit: int?, speed: Speed? }
            returns: Depth
          GetDeals:
            call: GET /deals
            query: { symbol: symbol, fromId: long?, limit: int? }
            returns: list Deal
            page: { fromId: last.id + 1, limit: 500 }
        sockets:
          market:
            url: "{stream}/ws"
            envelope: { topic: $topic, data: $payload }
            subscribe: { op: sub, args: $topics, id: $id }
            unsubscribe: { op: unsub, args: $topics, id: $id }
            accepted: { ok: true, id: $id }
            rejected: { ok: false, id: $id, code: $code, msg: $message }
            ping: { send: { op: ping }, every: 20s, answer: { op: pong } }
            bounds: { topics: 100, frames: 5/s, silence: 1m }
            channels:
              depth: { topic: "{symbol:lower}.depth[.{Speed speed}]", sends: DepthUpdate }
              deals: { topic: "{symbol:lower}.deals", sends: list Deal }
        books:
          full: { snapshot: { GetDepth: { limit: 500 } }, updates: depth, drop: last <= book, join: first <= book + 1 <= last, next: first == book + 1 }
        conversions:
          Listing -> Market: { $each: markets, kind: =Spot }
          Depth -> OrderBook: {}
          DepthUpdate -> BookUpdate: {}
          Deal -> Trade: { side: { buyerIsMaker: { true: Sell, false: Buy } } }
        """;

    /// <summary>Both files.</summary>
    public static IReadOnlyList<SpecText> Files() => Files("venue");

    /// <summary>Both files under another folder and, for a second exchange, another name.</summary>
    public static IReadOnlyList<SpecText> Files(string folder, string name = "Venue") =>
    [
        new SpecText(folder + "/exchange.yaml", Exchange.Replace("exchange: Venue", "exchange: " + name, StringComparison.Ordinal)),
        new SpecText(folder + "/spot/product.yaml", Spot),
    ];
}
