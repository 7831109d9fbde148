namespace Adapters.Generator.Tests.Diagnostics;

/// <summary>Findings point at the word that is wrong, not only at the line or the value around it.</summary>
public sealed class PlaceTests
{
    private const string Deal = "records:\n  Deal: { i: long id, s: symbol, p: decimal price, q: decimal? quantity, t: time-ms time, m: bool buyerIsMaker }\n";

    public static TheoryData<string, string, string> Types => new()
    {
        { "ADP014", "records:\n  A: { x: list «Lvel» bids }\n  Level: [decimal price, decimal quantity]\n", "There is no type 'Lvel'; did you mean 'Level'?" },
        { "ADP014", "records:\n  A: { x: \"map text «decimla»? more\" }\n", "There is no type 'decimla'; did you mean 'decimal'?" },
        { "ADP013", "records:\n  A: { x: «map» decimal prices }\n", "'map' is not followed by its key type: text, symbol or asset" },
        { "ADP013", "records:\n  A: { x: decimal «2nd» }\n", "'2nd' is not a name" },
        { "ADP013", "records:\n  A: { x: \"decimal? price unless 0,«none»\" }\n", "'none' is not a value that can stand for an absent decimal" },
        { "ADP013", "records:\n  A: { x: bool? flag unless «0» }\n", "'0' is not a value that can stand for an absent bool" },
        { "ADP014", "records:\n  A: { x: decimal price @«spto» }\n", "There is no product 'spto'; did you mean 'spot'?" },
        { "ADP020", "records:\n  A: { x: decimal price «please» }\n", "'please' does not belong here; a field reads: type[?] [name] [unless VALUE] [sometimes] [@product]" },
        { "ADP026", "records:\n  A: { x: list «long» ids unless 0 }\n", "'unless' and 'sometimes' are for what may be absent: write 'long?'" },
        { "ADP070", "records:\n  A: { x: «list» map text long }\n", "'list map' is reserved for a later version of the language" },
        { "ADP010", "records:\n  A: { «$lik»: B, x: decimal price }\n", "'$lik' is no key of a record; did you mean '$like'?" },
        { "ADP014", "records:\n  A: { $like: Frist «Secnd», x: decimal price }\n  Frist: { y: long other }\n  Second: { z: long third }\n", "There is no record 'Secnd'; did you mean 'Second'?" },
        { "ADP022", "records:\n  A: { x: decimal price, y: decimal? «price» }\n", "Two of the fields of A are called 'price'" },
        { "ADP022", "records:\n  A: { price: decimal, «price-»: decimal }\n", "Two of the fields of A are called 'price'" },
        { "ADP022", "records:\n  A: { one|two: decimal price, three|«two»: decimal size }\n", "Two of the keys of A are called 'two'" },
        { "ADP022", "enums:\n  E: [new-order, «NEW_ORDER»]\n", "Two of the values of E are called 'NewOrder'" },
        { "ADP023", "enums:\n  «Side»: [BUY]\nrecords:\n  A: { x: Side way }\n", "'Side' is a type of the runtime; another name keeps the two apart" },
        { "ADP023", "records:\n  «Trade»: { x: long id }\n  A: { x: list Trade trades }\nendpoints:\n  Get: { call: GET /a, returns: Trade }\n", "'Trade' is a type of the runtime; another name keeps the two apart" },
        { "ADP014", "enums:\n  E: { $as: «Sied», BUY: Buy }\n", "There is no domain enum 'Sied'; did you mean 'Side'?" },
        { "ADP014", "enums:\n  E: { $as: Side, BUY: «Bu» }\n", "There is no member of Side 'Bu'; did you mean 'Buy'?" },
    };

    public static TheoryData<string, string, string> Calls => new()
    {
        { "ADP030", "endpoints:\n  Get: { call: \"GET /a/{«symbl»}\", query: { symbol: symbol } }\n", "'symbl' is no parameter of /a/{symbl}; did you mean 'symbol'?" },
        { "ADP030", "endpoints:\n  Get: { call: GET /a, query: { limit: int? }, weight: { «limti»: 2, else: 1 } }\n", "'limti' is no parameter of Get; did you mean 'limit'?" },
        { "ADP030", "endpoints:\n  Get: { call: GET /a, query: { from: int?, to: int? }, needs: [from & «two»?] }\n", "'two' is no parameter of Get; did you mean 'to'?" },
        { "ADP014", "endpoints:\n  Get: { call: GET /a, auth: «singed» }\nauth:\n  signed: { headers: { KEY: $key } }\n", "There is no kind of auth 'singed'; did you mean 'signed'?" },
        { "ADP014", "endpoints:\n  Get: { call: GET /a, counts: { «orrders»: 1 } }\nlimits:\n  orders: { scope: account, kind: Orders, windows: { 1m: 10 } }\n", "There is no limit 'orrders'; did you mean 'orders'?" },
        { "ADP014", "endpoints:\n  Get: { call: GET /a, query: { $like: Window «Rnge» } }\ngroups:\n  Window: { from: int? }\n  Range: { top: int? }\n", "There is no group 'Rnge'; did you mean 'Range'?" },
        { "ADP014", "endpoints:\n  Get: { like: «Gte», call: GET /a }\n  Got: { call: GET /b }\n", "There is no endpoint 'Gte'; did you mean 'Get'?" },
        { "ADP013", "endpoints:\n  Get: { call: GET /a, repeatable: «yes» }\n", "'yes' is not true or false" },
        { "ADP013", "endpoints:\n  Get: { call: GET /a, returns: «list long» }\n", "'list long' is not a record or a list of a record" },
        { "ADP060", "records:\n  A: { i: long id }\nendpoints:\n  Get: { call: GET /a, query: { from: long? }, returns: list A, page: { from: last.«di» + 1 } }\n", "A has no 'di'; did you mean 'id'?" },
        { "ADP060", "clock: Get.«tiem»\nrecords:\n  A: { time: time-ms }\nendpoints:\n  Get: { call: GET /a, returns: A }\n", "A has no 'tiem'; did you mean 'time'?" },
        { "ADP014", "clock: «Gte».time\nrecords:\n  A: { time: time-ms }\nendpoints:\n  Get: { call: GET /a, returns: A }\n", "There is no endpoint 'Gte'; did you mean 'Get'?" },
        { "ADP014", "errors:\n  codes: { «RateLimted»: [1] }\n", "There is no error class 'RateLimted'; did you mean 'RateLimited'?" },
        { "ADP013", "errors:\n  codes: { RateLimited: [1, «2..x»] }\n", "'2..x' is not a code or a range such as -1100..-1120" },
        { "ADP013", "errors:\n  http: { «4290»: RateLimited }\n", "'4290' is not a status such as 429 or 5xx" },
        { "ADP014", "language: 1\nexchange: Venue\nproducts: { spot: { id: venue-spot, kind: «Sopt» } }\n", "There is no kind of market 'Sopt'; did you mean 'Spot'?" },
        { "ADP013", "auth: { signed: { window: «a minute» } }\n", "'a minute' is not a duration such as 500ms, 5s, 10m, 24h or 7d" },
        { "ADP013", "wire: { list: «comma» }\n", "'comma' is not one of json, csv, repeat" },
        { "ADP010", "«exchanges»: 1\n", "'exchanges' is no key of a specification file; did you mean 'exchange'?" },
    };

    public static TheoryData<string, string, string> Streams => new()
    {
        { "ADP014", "sockets:\n  market: { url: wss://x, channels: { deals: { topic: \"{«Sped» speed}\", sends: Deal } } }\nenums: { Speed: [fast] }\n" + Deal, "There is no type of a topic 'Sped'; did you mean 'Speed'?" },
        { "ADP041", "sockets:\n  market: { url: wss://x, channels: { deals: { topic: \"a[b«[»c]]\", sends: Deal } } }\n" + Deal, "'[' does not belong here; a topic has {name} and [optional parts]" },
        { "ADP041", "sockets:\n  market: { url: wss://x, channels: { deals: { topic: \"a[bc«d»\", sends: Deal } } }\n" + Deal, "A '[' is not closed" },
        { "ADP013", "sockets:\n  market: { url: wss://x, signals: { Deal: «rotte» } }\n" + Deal, "'rotte' is not rotate, renew, resubscribe or resync; did you mean 'rotate'?" },
        { "ADP013", "sockets:\n  market: { url: wss://x, bounds: { frames: «5 a second» } }\n", "'5 a second' is not a rate such as 5/s" },
        { "ADP014", "books:\n  full: { whole: «dels» }\nsockets:\n  market: { url: wss://x, channels: { deals: { topic: a, sends: Deal } } }\n" + Deal, "There is no channel 'dels'; did you mean 'deals'?" },
        { "ADP050", "books:\n  full: { whole: deals, next: first «=» book }\nsockets:\n  market: { url: wss://x, channels: { deals: { topic: a, sends: Deal } } }\n" + Deal, "'=' does not belong in a book rule; use first, last, previous, book, + N and < <= == >= >" },
    };

    public static TheoryData<string, string, string> Conversions => new()
    {
        { "ADP014", Deal + "conversions:\n  \"«Dael» -> Trade\": {}\n", "There is no record 'Dael'; did you mean 'Deal'?" },
        { "ADP014", Deal + "conversions:\n  Deal -> «Traed»: {}\n", "There is no domain type 'Traed'; did you mean 'Trade'?" },
        { "ADP013", Deal + "conversions:\n  «Deal to Trade»: {}\n", "'Deal to Trade' is not a conversion such as 'TradeEvent -> Trade'" },
        { "ADP060", Deal + "conversions:\n  Deal -> Ticker: { last: price, «valume»: quantity }\n", "Ticker has no 'valume'; did you mean 'volume'?" },
        { "ADP060", Deal + "conversions:\n  Deal -> Ticker: { last: price, volume: quantity | «prise» }\n", "Deal has no 'prise'; did you mean 'price'?" },
        { "ADP063", Deal + "conversions:\n  Deal -> Ticker: { last: price, volume: quantity | «time» }\n", "Ticker.Volume is a decimal; 'time' is a time-ms" },
        { "ADP013", Deal + "conversions:\n  Deal -> Ticker: { last: price, volume: quantity | =«none» }\n", "'none' is not a value of Volume" },
        { "ADP014", Deal + "conversions:\n  Deal -> Trade: { quantity: quantity!, side: { buyerIsMaker: { «yes»: Sell, false: Buy } } }\n", "There is no value of buyerIsMaker 'yes'" },
        { "ADP013", Deal + "conversions:\n  Deal -> Trade: { quantity: quantity!, side: { buyerIsMaker: { true: «Sold», false: Buy } } }\n", "'Sold' is not a value of Side; did you mean 'Sell'?" },
        { "ADP013", Deal + "conversions:\n  Deal -> Trade: { quantity: quantity!, side: { «time»: { present: Sell, else: Buy } } }\n", "'time' is not an enum, a text, a bool, a whole number or what may be absent" },
        { "ADP013", Deal + "conversions:\n  Deal -> Trade: { quantity: quantity!, side: { «quantity!»: { present: Sell, else: Buy } } }\n", "'quantity!' is not an enum, a text, a bool, a whole number or what may be absent" },
        { "ADP014", Deal + "conversions:\n  Deal -> Trade: { quantity: quantity!, side: { quantity: { «presnt»: Sell, else: Buy } } }\n", "There is no value of quantity 'presnt'; did you mean 'present'?" },
        { "ADP013", Deal + "conversions:\n  Deal -> Trade: { quantity: quantity!, side: { quantity: { present: «Sold», else: Buy } } }\n", "'Sold' is not a value of Side; did you mean 'Sell'?" },
        { "ADP011", Deal + "conversions:\n  Deal -> Trade: { quantity: quantity!, side: { quantity: «{» else: Buy } } }\n", "The table of quantity must be a row 'present', and 'else' for where it is absent" },
        { "ADP062", Deal + "conversions:\n  Deal -> Trade: { quantity: quantity!, side: «{» quantity: { present: Sell } } }\n", "Trade.Side is required, but 'side' may be absent; write 'side!' if it never is" },
        { "ADP062", Deal + "conversions:\n  Deal -> Ticker: { last: «quantity» }\n", "Ticker.Last is required, but 'quantity' may be absent; write 'quantity!' if it never is" },
        { "ADP060", Deal + "conversions:\n  Deal -> Ticker: { last: price.«value» }\n", "Price has no 'value'" },
        { "ADP010", Deal + "conversions:\n  Deal -> Ticker: { last: price, «$whne»: time }\n", "'$whne' is no key of a conversion; did you mean '$when'?" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void In_types(string id, string marked, string sentence) => MarkedSpec.Expect(id, marked, sentence);

    [Theory]
    [MemberData(nameof(Calls))]
    public void In_calls_and_tables(string id, string marked, string sentence) => MarkedSpec.Expect(id, marked, sentence);

    [Theory]
    [MemberData(nameof(Streams))]
    public void In_streams_and_books(string id, string marked, string sentence) => MarkedSpec.Expect(id, marked, sentence);

    [Theory]
    [MemberData(nameof(Conversions))]
    public void In_conversions(string id, string marked, string sentence) => MarkedSpec.Expect(id, marked, sentence);
}
