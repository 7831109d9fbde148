namespace Adapters.Generator.Tests.Diagnostics;

/// <summary>Findings in what trading added to the language: groups as objects, tables, resolving, failures, unions, channels
/// opened by calls, requests of the domain.</summary>
public sealed class TradingPlaceTests
{
    private const string Orders = """
        enums:
          Type: [LIMIT, MARKET]
          Way: { $as: Side, BUY: Buy, SELL: Sell }
        groups:
          NewOrder: { symbol: symbol, type: Type, side: Way, price: decimal?, quantity: decimal?, id: client-id? }
        records:
          Reply: { id: long id }
        endpoints:
          Place: { call: POST /order, takes: { order: NewOrder }, returns: Reply }

        """;

    private const string Sockets = """
        records:
          Opened: { id: int subscription }
          Event: { e: =event, t: time-ms time }
        endpoints:
          Open: { socket: open, returns: Opened }
          Get: { call: GET /a }

        """;

    public static TheoryData<string, string, string> Groups => new()
    {
        { "ADP014", "groups:\n  A: { type: Type, price: int?, $table: { type: { «LIMTI»: [price] } } }\nenums:\n  Type: [LIMIT]\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "There is no value of Type 'LIMTI'; did you mean 'LIMIT'?" },
        { "ADP030", "groups:\n  A: { type: text, price: int?, $table: { type: { LIMIT: [«prce»] } } }\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "'prce' is no parameter of A; did you mean 'price'?" },
        { "ADP030", "groups:\n  A: { type: text, price: int?, $table: { type: { LIMIT: [«prce»?] } } }\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "'prce' is no parameter of A; did you mean 'price'?" },
        { "ADP030", "groups:\n  A: { type: text, price: int?, $table: { «tpye»: { LIMIT: [price] } } }\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "'tpye' is no parameter of A; did you mean 'type'?" },
        { "ADP033", "groups:\n  A: { a: int?, b: int?, $needs: «a or b» }\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "'a or b' is no requirement; write 'a ^ b', 'a | b' or 'a & b'" },
        { "ADP033", "groups:\n  A: { a: int?, b: int?, $needs: «a» }\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "'a' is no requirement; write 'a ^ b', 'a | b' or 'a & b'" },
        { "ADP022", "groups:\n  A: { price: int? }\nendpoints:\n  Get: { call: GET /a, query: { price: int?, «a»: A } }\n", "Two of the parameters are called 'price'" },
        { "ADP013", "groups:\n  A: { type: text, price: int?, $table: { «type»: {} } }\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "'type' is not a table of anything: it has no rows" },
        { "ADP013", "records:\n  R: { id: long id }\nendpoints:\n  Get: { call: GET /a, query: { a: «list R» } }\n", "'list R' is not what a parameter can be: a scalar, an enum, or a list of one" },
        { "ADP025", "groups:\n  A: { price: int?, a: «A» }\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "'A' includes itself" },
        { "ADP013", "groups:\n  «leg»: { price: int? }\nendpoints:\n  Get: { call: GET /a, query: { above+: leg } }\n", "'leg' is not a name with a capital letter" },
        { "ADP013", "groups:\n  A: { price: int? }\nendpoints:\n  Get: { call: GET /a, query: { «a-b»: A } }\n", "'a-b' is not a name" },
        { "ADP010", "groups:\n  A: { price: int?, «$tabel»: {} }\nendpoints:\n  Get: { call: GET /a, query: { a: A } }\n", "'$tabel' is no key of a parameter list; did you mean '$table'?" },
        { "ADP014", "endpoints:\n  Place: { call: POST /a, takes: { id: int }, resolve: { «Gte»: {} } }\n  Get: { call: GET /a, query: { id: int } }\n", "There is no endpoint 'Gte'; did you mean 'Get'?" },
        { "ADP030", "endpoints:\n  Place: { call: POST /a, takes: { mine: int }, resolve: { Get: { «it»: mine } } }\n  Get: { call: GET /a, query: { id: int } }\n", "'it' is no parameter of Get; did you mean 'id'?" },
        { "ADP030", "endpoints:\n  Place: { call: POST /a, takes: { mine: int }, resolve: { Get: { id: «mien» } } }\n  Get: { call: GET /a, query: { id: int } }\n", "'mien' is no parameter of Place; did you mean 'mine'?" },
        { "ADP012", "endpoints:\n  Place: { call: POST /a, fails: «{» codes: [1] } }\n", "fails needs 'with'" },
        { "ADP013", "records:\n  A: { x: int count }\nendpoints:\n  Place: { call: POST /a, fails: { codes: [«one»], with: A } }\n", "'one' is not a code" },
    };

    public static TheoryData<string, string, string> Requests => new()
    {
        { "ADP013", Orders + "conversions:\n  OrderRequest -> NewOrder: { type: { kind: { Limit: LIMIT, Market: MARKET } }, symbol: «none», id: clientId }\n", "'none' is not a value of symbol, which is always sent" },
        { "ADP014", Orders + "conversions:\n  OrderRequest -> «NwOrder»: {}\n", "There is no group that an endpoint takes as one object 'NwOrder'; did you mean 'NewOrder'?" },
        { "ADP060", Orders + "conversions:\n  OrderRequest -> NewOrder: { type: =LIMIT, «pirce»: price }\n", "NewOrder has no 'pirce'; did you mean 'price'?" },
        { "ADP060", Orders + "conversions:\n  OrderRequest -> NewOrder: { type: =LIMIT, id: «cleintId» }\n", "OrderRequest has no 'cleintId'; did you mean 'clientId'?" },
        { "ADP061", Orders + "conversions:\n  «OrderRequest -> NewOrder»: { }\n", "NewOrder.type is required, and nothing of OrderRequest fills it" },
        { "ADP063", Orders + "conversions:\n  OrderRequest -> NewOrder: { type: =LIMIT, id: «price» }\n", "NewOrder.id is a client-id; 'price' is a decimal" },
        { "ADP013", Orders + "conversions:\n  OrderRequest -> NewOrder: { type: «=LIMTI» }\n", "'LIMTI' is not a value of type; did you mean 'LIMIT'?" },
        { "ADP014", Orders + "conversions:\n  OrderRequest -> NewOrder: { type: { kind: { «Limti»: LIMIT } } }\n", "There is no value of kind 'Limti'; did you mean 'Limit'?" },
        { "ADP013", Orders + "conversions:\n  OrderRequest -> NewOrder: { type: { «price»: { 1: LIMIT } } }\n", "'price' is not an enum or a bool" },
        { "ADP014", "records:\n  A: { i: long id }\nconversions:\n  A -> Trade: { $like: «B» }\n", "There is no record with a conversion into Trade: 'B'; did you mean 'A'?" },
    };

    public static TheoryData<string, string, string> Unions => new()
    {
        { "ADP014", "records:\n  A: { $one-of: First «Secnd» }\n  First: { e: =first }\n  Second: { e: =second }\n", "There is no record 'Secnd'; did you mean 'Second'?" },
        { "ADP027", "records:\n  A: { $one-of: «First Second» }\n  First: { e: =first }\n  Second: { f: =second }\n", "The cases of A cannot be told apart: they share no key with a constant, such as 'e: =trade'" },
        { "ADP013", "records:\n  A: { $has: «{»} }\n", "'A' is not one of several records; name at least one" },
        { "ADP014", "records:\n  A: { $has: { key: «Frst» } }\n  First: { key: int count }\n", "There is no type 'Frst'; did you mean 'First'?" },
        { "ADP013", "records:\n  A: { $shape: { «obect»: First } }\n  First: { key: int count }\n", "'obect' is not a kind of JSON value: object, array, text, number, bool; did you mean 'object'?" },
        { "ADP022", "records:\n  A: { $has: { key: First, «other»: First } }\n  First: { key: int count }\n", "Two of the cases of A are called 'first'" },
        { "ADP010", "records:\n  A: { $has: { key: First }, «more»: int }\n  First: { key: int count }\n", "'more' is no key of a record that is one of several" },
        { "ADP013", "records:\n  A: { $has: { key: First } }\n  First: { key: int count }\n  B: { $like: «A», x: int size }\n", "'A' is not a record with fields of its own" },
    };

    public static TheoryData<string, string, string> Channels => new()
    {
        { "ADP022", Sockets + "sockets:\n  a: { url: wss://x, channels: { user: { topic: a, sends: Event } } }\n  b: { url: wss://y, channels: { «user»: { topic: b, sends: Event } } }\n", "Two of the channels are called 'user'" },
        { "ADP013", "rest: { places: { GET: «qery» } }\n", "'qery' is not a place: query, form, body; did you mean 'query'?" },
        { "ADP013", "clock: GetTime.«now»\nrecords:\n  Clock: { now: time-ms? }\nendpoints:\n  GetTime: { call: GET /time, returns: Clock }\n", "'now' is not a time that is always there" },
        { "ADP013", "clock: GetTime.«now»\nrecords:\n  Clock: { now: long }\nendpoints:\n  GetTime: { call: GET /time, returns: Clock }\n", "'now' is not a time that is always there" },
        { "ADP014", Sockets + "sockets:\n  api: { url: wss://x, channels: { user: { open: «Opne», key: subscription, sends: Event } } }\n", "There is no endpoint with a socket method 'Opne'; did you mean 'Open'?" },
        { "ADP014", Sockets + "sockets:\n  api: { url: wss://x, channels: { user: { open: «Get», key: subscription, sends: Event } } }\n", "There is no endpoint with a socket method 'Get'" },
        { "ADP012", Sockets + "sockets:\n  api: { url: wss://x, channels: { «user»: { open: Open, sends: Event } } }\n", "The channel user needs 'key'" },
        { "ADP060", Sockets + "sockets:\n  api: { url: wss://x, channels: { user: { open: Open, key: «subscritpion», sends: Event } } }\n", "Opened has no 'subscritpion'; did you mean 'subscription'?" },
        { "ADP013", Sockets + "sockets:\n  api: { url: wss://x, login: { call: Open, key: «Ed2551» } }\n", "'Ed2551' is not Hmac, Rsa or Ed25519; did you mean 'Ed25519'?" },
        { "ADP012", Sockets + "sockets:\n  api: { url: wss://x, login: «{» key: Rsa } }\n", "A login needs 'call'" },
        { "ADP014", "orders: { kinds: { «Limti»: {} }, client-id: { characters: a-z, length: 9 } }\n", "There is no member of OrderKind 'Limti'; did you mean 'Limit'?" },
        { "ADP014", "orders: { kinds: { Limit: { times: [«Gtc»] } }, client-id: { characters: a-z, length: 9 } }\n", "There is no member of TimeInForce 'Gtc'" },
        { "ADP012", "orders: «{» kinds: { Limit: {} } }\n", "orders needs 'client-id'" },
        { "ADP013", "orders: { kinds: { Limit: {} }, client-id: { characters: a-z, length: 9 }, amends: [«prices»] }\n", "'prices' is not price or quantity; did you mean 'price'?" },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    [MemberData(nameof(Requests))]
    [MemberData(nameof(Unions))]
    [MemberData(nameof(Channels))]
    public void One_mistake_is_found_where_it_stands(string id, string marked, string sentence) =>
        MarkedSpec.Expect(id, marked, sentence);
}
