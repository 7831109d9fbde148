using System.Collections.Immutable;

namespace Adapters.Generator.Binding;

/// <summary>A key of a construct and what it says, in one sentence.</summary>
public sealed record GrammarKey(string Name, string Meaning);

/// <summary>A construct of the language: where keys of a fixed set stand.</summary>
public sealed record GrammarConstruct(string Id, string Title, ImmutableArray<GrammarKey> Keys);

/// <summary>
/// The keys of the language, said once: the binder refuses others, the reference page and the JSON Schema list these.
/// </summary>
public static class Grammar
{
    private static readonly ImmutableHashSet<string> Reserved =
        ["items", "over", "merges"];

    /// <summary>Every construct.</summary>
    public static ImmutableArray<GrammarConstruct> Constructs { get; } =
    [
        Construct("file", "a specification file",
            ("language", "Version of the language: 1."),
            ("exchange", "Name of the exchange in Pascal case; its namespace is Adapters.<name>."),
            ("docs", "Base address of the venue's page for this file; docs of items are appended."),
            ("products", "Products by name."),
            ("credentials", "What a user supplies; a name with ? is optional."),
            ("signer", "The handwritten signer class."),
            ("symbols", "Form of a symbol, for documentation; symbols are never parsed."),
            ("wire", "Forms in which values are written."),
            ("clock", "Endpoint.property that tells the server's time."),
            ("instruments", "Endpoint that lists the instruments."),
            ("rest", "REST-wide facts."),
            ("auth", "Kinds of authentication by name."),
            ("environments", "Environments by name, each with its hosts."),
            ("limits", "Rate limits by name."),
            ("errors", "Error table."),
            ("enums", "Enums by name."),
            ("records", "Records by name."),
            ("groups", "Groups of parameters by name."),
            ("defaults", "Keys that every endpoint of the file has unless it says otherwise."),
            ("endpoints", "Endpoints by name."),
            ("sockets", "Sockets by name."),
            ("books", "Book rules by name."),
            ("conversions", "Conversions, Source -> Target."),
            ("orders", "Which orders the exchange takes, in the domain's words."),
            ("unverified", "Facts that could not be confirmed: path and why.")),
        Construct("product", "a product",
            ("id", "Id for the tool and for dependency injection."),
            ("also", "Other ids."),
            ("type", "Public type name."),
            ("kind", "Kind of market: Spot, LinearPerpetual, ..."),
            ("constants", "Wire constants by name.")),
        Construct("wire", "wire", ("decimal", "text or number."), ("list", "json, csv or repeat.")),
        Construct("rest", "rest",
            ("places", "Place of parameters by method: query, form or body."),
            ("failure", "Template of an error body.")),
        Construct("auth", "a kind of authentication",
            ("headers", "Headers with placeholders."),
            ("adds", "Parameters the signer adds, in order."),
            ("frame", "Parameters added on call sockets."),
            ("window", "Longest receive window that the venue takes.")),
        Construct("orders", "orders",
            ("kinds", "Kinds of order, each with what it takes."),
            ("client-id", "What a client's order id may be."),
            ("amends", "What of an open order can be changed: price, quantity.")),
        Construct("orderKind", "a kind of order",
            ("times", "Times in force; the first stands for an order that names none. None where the venue takes none."),
            ("post-only", "true where it can be told not to take."),
            ("quote-quantity", "true where its quantity can be given in quote units."),
            ("reduce-only", "true where it can be told only to reduce a position.")),
        Construct("clientId", "a client's order id",
            ("characters", "Characters, as in a class of a regular expression: a-zA-Z0-9_-"),
            ("length", "Longest id.")),
        Construct("limit", "a limit",
            ("scope", "ip, account, endpoint or connection."),
            ("windows", "Window and capacity."),
            ("header", "Response header that tells the use; {window} is the window."),
            ("kind", "Weight, Orders, Requests or Connections.")),
        Construct("errors", "errors",
            ("http", "Class by HTTP status; 5xx for all of a hundred."),
            ("codes", "Codes and ranges by class."),
            ("texts", "Class by a text in the message, per group of codes.")),
        Construct("errorTexts", "an error text group",
            ("codes", "Codes and ranges the texts belong to."),
            ("contains", "Text and class; the first text contained wins."),
            ("else", "Class when no text is contained.")),
        Construct("endpoint", "an endpoint",
            ("call", "VERB /path/{parameter}."),
            ("socket", "Method name on the call socket."),
            ("like", "Endpoint whose keys this one starts from."),
            ("auth", "Kind of authentication; none by default."),
            ("weight", "Request weight."),
            ("counts", "Amounts charged to other limits."),
            ("query", "Parameters in the query."),
            ("form", "Parameters in a form body."),
            ("body", "Parameters in a JSON body."),
            ("takes", "Parameters, placed by rest.places."),
            ("needs", "Requirements between parameters."),
            ("resolve", "The call that tells what became of this one when nobody knows, and where its arguments come from."),
            ("fails", "Failures whose data is decoded."),
            ("returns", "Type of the answer, or none."),
            ("page", "How the next page is asked."),
            ("repeatable", "true or false; GET is by default."),
            ("docs", "The venue's page.")),
        Construct("socket", "a socket",
            ("like", "Socket whose keys this one starts from."),
            ("url", "Template over hosts; without it the socket is only a shape."),
            ("envelope", "Template(s) of data frames."),
            ("subscribe", "Template of a subscribe frame."),
            ("unsubscribe", "Template of an unsubscribe frame."),
            ("accepted", "Template(s) of acknowledgements."),
            ("rejected", "Template(s) of rejections."),
            ("call", "Template of a request."),
            ("answer", "Template of an answer."),
            ("login", "The call that logs a connection on, so that later calls need no key and signature."),
            ("ping", "Client ping."),
            ("errors", "Classes of this socket's codes."),
            ("counts", "What opening a connection costs."),
            ("bounds", "Limits of a connection."),
            ("signals", "Records that come unasked and what they ask for."),
            ("channels", "Channels by name."),
            ("docs", "The venue's page.")),
        Construct("login", "a login",
            ("call", "Endpoint that logs on."),
            ("key", "The only kind of signing key that it takes: Hmac, Rsa or Ed25519.")),
        Construct("ping", "a ping",
            ("send", "Template of the frame."), ("every", "Interval."), ("answer", "Template of the answer.")),
        Construct("bounds", "bounds",
            ("topics", "Topics per connection."),
            ("frames", "Outgoing frames: 5/s."),
            ("life", "The venue closes a connection after this."),
            ("server-ping", "The venue pings this often."),
            ("silence", "Without a frame for so long the connection is dead.")),
        Construct("channel", "a channel",
            ("topic", "Template of the topic."),
            ("open", "Endpoint that opens it, where it has no topic."),
            ("logged-on", "Endpoint that opens it on a connection that is logged on."),
            ("close", "Endpoint that closes it."),
            ("key", "Property of the opening's answer that equals $subscription of the frames."),
            ("sends", "Type of its messages."),
            ("docs", "The venue's page.")),
        Construct("book", "a book rule",
            ("snapshot", "Endpoint and arguments of the snapshot."),
            ("updates", "Channel of the updates."),
            ("whole", "Channel that sends whole books."),
            ("drop", "An update for which this holds is thrown away."),
            ("join", "Must hold for the first update after a snapshot."),
            ("next", "Must hold for every other update.")),
        Construct("recordWords", "a record's own words",
            ("$like", "Records whose fields come first; ? makes them optional."),
            ("$tagged", "Key that tells the objects of a tagged list apart."),
            ("$one-of", "Records of which it is one, told apart by the constant they share, wherever it stands."),
            ("$has", "Records of which it is one, told apart by the first of these keys that is present."),
            ("$shape", "Types of which it is one, told apart by the kind of JSON value: object, array, text, number, bool.")),
        Construct("enumWords", "an enum's own words", ("$as", "Domain enum it maps onto.")),
        Construct("parameterWords", "a parameter list's own words",
            ("$like", "Groups of parameters put here."),
            ("$needs", "Requirements between parameters: a ^ b, a | b or a & b."),
            ("$table", "What each value of a parameter asks of the others: a, a | b, a ^ b, allowed?; what other rows name is refused.")),
        Construct("fails", "failures with data",
            ("codes", "Codes of these failures."),
            ("with", "Record in their $data.")),
        Construct("conversionWords", "a conversion's own words",
            ("$like", "Record whose conversion into the same type lends its lines."),
            ("$each", "Path to the list whose elements become targets, or to the one record that does."),
            ("$when", "Only then: a path that must be present, or { path: VALUE }.")),
    ];

    private static readonly Dictionary<string, GrammarConstruct> ById = Constructs.ToDictionary(c => c.Id);

    private static readonly Dictionary<string, HashSet<string>> Names =
        Constructs.ToDictionary(c => c.Id, c => new HashSet<string>(c.Keys.Select(key => key.Name)));

    /// <summary>The keys of a construct; to be read only.</summary>
    public static HashSet<string> KeysOf(string construct) => Names[construct];

    /// <summary>How diagnostics call a construct.</summary>
    public static string TitleOf(string construct) => ById[construct].Title;

    /// <summary>The key belongs to a later version of the language.</summary>
    public static bool IsReserved(string key) => Reserved.Contains(key);

    private static GrammarConstruct Construct(string id, string title, params (string Name, string Meaning)[] keys) =>
        new(id, title, [.. keys.Select(key => new GrammarKey(key.Name, key.Meaning))]);
}
