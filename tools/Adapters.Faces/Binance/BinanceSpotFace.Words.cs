using System.Globalization;

namespace Adapters.Faces.Binance;

/// <content>The venue's codes and texts.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/errors.md"/></content>
public sealed partial class BinanceSpotFace
{
    private const string Name = @"[\w\-._&&[^a-z]]{1,50}";

    /// <inheritdoc/>
    public override VenueFailure Refuse(EndpointInfo endpoint, ArgumentFinding finding) =>
        finding is { Problem: ArgumentProblem.UnknownValue, Name: "type" } && endpoint.Auth is null
            ? Failure(-1139, "Invalid ticker type.")
            : base.Refuse(endpoint, finding);

    /// <inheritdoc/>
    public override string? LimitedData => "{\"serverTime\":{now},\"retryAfter\":{until}}";

    /// <inheritdoc/>
    public override VenueFailure Gateway(int status)
    {
        var text = status switch { 404 => "Not found", 405 => "Method Not Allowed", _ => "Bad Gateway" };
        return Failure(0, text, status) with { Html = $"<html><body><h2>{status} {text}</h2></body></html>" };
    }

    /// <inheritdoc/>
    public override string LegalRange(ParameterInfo parameter) => parameter switch
    {
        { IsList: true } => $@"^\[(""{Name}""(,""{Name}""){{0,}}){{0,1}}\]$",
        { Kind: ParameterKind.Symbol or ParameterKind.Asset } => $"^{Name}$",
        { Kind: ParameterKind.Decimal } => @"^([0-9]{1,20})(\.[0-9]{1,20})?$",
        { Kind: ParameterKind.ClientOrderId } => @"^[\.A-Z\:/a-z0-9_-]{1,36}$",
        { Kind: ParameterKind.Bool } => "^(true|false)$",
        _ => "^[0-9]{1,20}$",
    };

    private static VenueFailure Failure(int code, string text, int status = 400) =>
        new(status, code.ToString(CultureInfo.InvariantCulture), text);

    private void AddRefusals()
    {
        const string Malformed = "Mandatory parameter '{name}' was not sent, was empty/null, or malformed.";
        const string Illegal = "Illegal characters found in parameter '{name}'; legal range is '{range}'.";
        const string Neither = "Param '{first}' or '{second}' must be sent, but both were empty/null!";
        const string Unable = "Internal error; unable to process your request. Please try again.";
        const string Late = "Timeout waiting for response from backend server. "
            + "Send status unknown; execution status unknown.";
        const string Unread = "Not all sent parameters were read; read '{read}' parameter(s) but was sent '{sent}'.";
        const string Variant = "Invalid request: unknown variant `{name}`, expected one of `{names}` at line 1 column "
            + "{column}";
        const string Streams = "Please use WebSocket Streams for live updates to avoid ";
        const string Weight = "Too much request weight used; "
            + "current limit is {most} request weight per {count} {unit}. " + Streams + "polling the API.";
        const string Banned = "Way too much request weight used; IP banned until {until}. " + Streams + "bans.";
        const string Orders = "Too many new orders; current limit is {most} orders per {count} {unit}.";
        const string Crowded = "Too many subscriptions. Connection may create up to '{most}' subscriptions at a time.";
        const string Opened = "Too many connection attempts from IP; current limit is {most} per '{count} {unit}'.";
        Refusals.Add(ArgumentProblem.Missing, -1102, Malformed);
        Refusals.Add(ArgumentProblem.Empty, -1105, "Parameter '{name}' was empty.");
        Refusals.Add(ArgumentProblem.Malformed, -1100, Illegal);
        Refusals.Add(ArgumentProblem.Overflow, -1108, "Parameter '{name}' overflowed.");
        Refusals.Add(ArgumentProblem.UnknownValue, -1130, "Data sent for parameter '{name}' is not valid.");
        Refusals.Add(ArgumentProblem.UnknownValue, -1120, "Invalid interval.", about: "interval");
        Refusals.Add(ArgumentProblem.UnknownValue, -1116, "Invalid orderType.", about: "type");
        Refusals.Add(ArgumentProblem.UnknownValue, -1117, "Invalid side.", about: "side");
        Refusals.Add(ArgumentProblem.UnknownValue, -1115, "Invalid timeInForce.", about: "timeInForce");
        Refusals.Add(ArgumentProblem.UnknownValue, -1122, "Invalid symbolStatus.", about: "symbolStatus");
        Refusals.Add(ArgumentProblem.UnknownValue, -1145, "Invalid cancelRestrictions", about: "cancelRestrictions");
        Refusals.Add(ArgumentProblem.TooPrecise, -1111, "Parameter '{name}' has too much precision.");
        Refusals.Add(ArgumentProblem.Reserved, -1134, "strategyType was less than 1000000.");
        Refusals.Add(ArgumentProblem.Senseless, -1130, "Data sent for parameter '{name}' is not valid.");
        Refusals.Add(ArgumentProblem.NotNeeded, -1106, "Parameter '{name}' sent when not required.");
        Refusals.Add(ArgumentProblem.Duplicate, -1101, "Duplicate values for a parameter detected.");
        Refusals.Add(ArgumentProblem.NoneOf, -1102, Neither);
        Refusals.Add(ArgumentProblem.Combination, -1128, "Combination of optional parameters invalid.");
        Refusals.Add(ArgumentProblem.NoneRead, -1101, "Too many parameters; expected '0' and received '{sent}'.");
        Refusals.Add(ArgumentProblem.Unread, -1104, Unread);
        Refusals.Add(AccessProblem.KeyMissing, -2014, "API-key format invalid.", 401);
        Refusals.Add(AccessProblem.KeyUnknown, -2015, "Invalid API-key, IP, or permissions for action.", 401);
        Refusals.Add(AccessProblem.KeyKind, -4056, "HMAC_SHA256 API key is not supported.");
        Refusals.Add(AccessProblem.Signature, -1022, "Signature for this request is not valid.");
        Refusals.Add(
            AccessProblem.TooEarly, -1021, "Timestamp for this request was 1000ms ahead of the server's time.");
        Refusals.Add(AccessProblem.TooLate, -1021, "Timestamp for this request is outside of the recvWindow.");
        Refusals.Add(AccessProblem.WindowTooLong, -1131, "'recvWindow' must be less than 60000.");
        Refusals.Add(AccessProblem.NotLoggedOn, -1002, "You are not authorized to execute this request.", 401);
        Refusals.Add(LimitKind.Weight, -1003, Weight, 429);
        Refusals.Add(LimitKind.Requests, -1003, Weight, 429);
        Refusals.Add(LimitKind.Orders, -1015, Orders, 429);
        Refusals.Add(LimitKind.Connections, -1034, Opened, 429);
        Refusals.Add(VenueProblem.ShutOut, -1003, Banned, 418);
        Refusals.Add(VenueProblem.Broken, -1000, "An unknown error occurred while processing the request.", 500);
        Refusals.Add(VenueProblem.Overloaded, -1001, Unable, 503);
        Refusals.Add(VenueProblem.TimedOut, -1007, Late, 504);
        Refusals.Add(VenueProblem.UnknownSymbol, -1121, "Invalid symbol.");
        Refusals.Add(VenueProblem.SymbolTwice, -1151, "Symbol is present multiple times in the list.");
        Refusals.Add(VenueProblem.OtherStatus, -1220, "The symbol's status does not match the requested symbolStatus.");
        Refusals.Add(VenueProblem.UnknownMethod, -1020, "This operation is not supported.");
        Refusals.Add(VenueProblem.BadFrame, -1135, "Invalid JSON Request");
        Refusals.Add(VenueProblem.TooManyTopics, 2, "Invalid request: too many parameters");
        Refusals.Add(VenueProblem.SpanTooLong, -1127, "More than {hours} hours between startTime and endTime.");
        Refusals.Add(VenueProblem.Subscribed, -2035, "User Data Stream subscription already active.");
        Refusals.Add(VenueProblem.NotSubscribed, -2036, "User Data Stream subscription not active.");
        Refusals.Add(VenueProblem.TooManySubscriptions, -1191, Crowded);
        Refusals.Add(VenueProblem.SubscriptionsUsedUp, -2042, "Maximum subscription ID reached for this connection.");
        Refusals.Add(SocketProblem.BadJson, 3, "Invalid JSON: expected value at line {line} column {column}");
        Refusals.Add(SocketProblem.NoMethod, 2, "Invalid request: missing field `method` at line 1 column {column}");
        Refusals.Add(SocketProblem.BadId, 2, "Invalid request: request ID must be an unsigned integer");
        Refusals.Add(SocketProblem.UnknownMethod, 2, Variant);
        Refusals.Add(SocketProblem.NoText, 2, "Invalid request: property name must be a string");
        Refusals.Add(SocketProblem.UnknownProperty, 0, "Unknown property");
        Refusals.Add(SocketProblem.BadProperty, 1, "Invalid value type: expected Boolean");
    }
}
