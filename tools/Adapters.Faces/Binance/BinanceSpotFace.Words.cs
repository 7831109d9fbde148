using System.Globalization;

namespace Adapters.Faces.Binance;

/// <content>The venue's codes and texts.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/errors.md"/></content>
public sealed partial class BinanceSpotFace
{
    private const string Name = @"[\w\-._&&[^a-z]]{1,50}";

    /// <inheritdoc/>
    public override VenueFailure UnknownSymbol(string name) => Failure(-1121, "Invalid symbol.");

    /// <inheritdoc/>
    public override VenueFailure UnknownPath(bool isPath) =>
        isPath ? Gateway(405, "Method Not Allowed") : Gateway(404, "Not found");

    /// <inheritdoc/>
    public override VenueFailure UnknownCall(string? method) =>
        method is null ? Failure(-1135, "Invalid JSON Request") : Failure(-1020, "This operation is not supported.");

    /// <inheritdoc/>
    public override VenueFailure TooManyTopics(int most) => Failure(2, "Invalid request: too many parameters");

    /// <inheritdoc/>
    public override VenueFailure Refuse(EndpointInfo endpoint, ArgumentFinding finding) => finding switch
    {
        { Problem: ArgumentProblem.Missing } =>
            Failure(-1102, $"Mandatory parameter '{finding.Name}' was not sent, was empty/null, or malformed."),
        { Problem: ArgumentProblem.Empty } => Failure(-1105, $"Parameter '{finding.Name}' was empty."),
        { Problem: ArgumentProblem.Malformed, Parameter: { } parameter } => Failure(
            -1100, $"Illegal characters found in parameter '{finding.Name}'; legal range is '{Range(parameter)}'."),
        { Problem: ArgumentProblem.Overflow } => Failure(-1108, $"Parameter '{finding.Name}' overflowed."),
        { Problem: ArgumentProblem.UnknownValue, Name: "interval" } => Failure(-1120, "Invalid interval."),
        { Problem: ArgumentProblem.UnknownValue, Name: "type" } => Failure(-1139, "Invalid ticker type."),
        { Problem: ArgumentProblem.UnknownValue, Name: "symbolStatus" } => Failure(-1122, "Invalid symbolStatus."),
        { Problem: ArgumentProblem.UnknownValue } => Invalid(finding.Name),
        { Problem: ArgumentProblem.Duplicate } => Failure(-1101, "Duplicate values for a parameter detected."),
        { Problem: ArgumentProblem.Combination, Sent: 0, Need.Parameters: [var first, var second, ..] } =>
            Failure(-1102, $"Param '{first}' or '{second}' must be sent, but both were empty/null!"),
        { Problem: ArgumentProblem.Combination } => Failure(-1128, "Combination of optional parameters invalid."),
        { Read: 0, Sent: var sent } => Failure(-1101, $"Too many parameters; expected '0' and received '{sent}'."),
        { Read: var read, Sent: var sent } =>
            Failure(-1104, $"Not all sent parameters were read; read '{read}' parameter(s) but was sent '{sent}'."),
    };

    /// <inheritdoc/>
    public override VenueFailure Limited(LimitRefusal refusal, Timestamp now)
    {
        const string Polling = "Please use WebSocket Streams for live updates to avoid polling the API.";
        const string Bans = "Please use WebSocket Streams for live updates to avoid bans.";
        var until = Timestamp.From(refusal.Until).UnixMilliseconds;
        var (most, (unit, count)) = (refusal.Window.Capacity, Window(refusal.Window.Length));
        var failure = refusal switch
        {
            { IsBan: true } =>
                Failure(-1003, $"Way too much request weight used; IP banned until {until}. {Bans}", 418),
            { Limit.Kind: LimitKind.Orders } =>
                Failure(-1015, $"Too many new orders; current limit is {most} orders per {count} {unit}.", 429),
            { Limit.Kind: LimitKind.Connections } => Failure(
                -1034, $"Too many connection attempts from IP; current limit is {most} per '{count} {unit}'.", 429),
            _ => Failure(-1003, "Too much request weight used; "
                + $"current limit is {most} request weight per {count} {unit}. {Polling}", 429),
        };
        var data = $"{{\"serverTime\":{now.UnixMilliseconds},\"retryAfter\":{until}}}";
        return failure with { RetryAfter = refusal.RetryAfter, SocketData = data };
    }

    /// <inheritdoc/>
    public override VenueFailure Broken(int status) => status switch
    {
        500 => Failure(-1000, "An unknown error occurred while processing the request.", status),
        503 => Failure(-1001, "Internal error; unable to process your request. Please try again.", status),
        504 => Failure(-1007, "Timeout waiting for response from backend server. "
            + "Send status unknown; execution status unknown.", status),
        _ => Gateway(status, "Bad Gateway"),
    };

    private static VenueFailure Failure(int code, string text, int status = 400) =>
        new(status, code.ToString(CultureInfo.InvariantCulture), text);

    private static VenueFailure Invalid(string parameter) =>
        Failure(-1130, $"Data sent for parameter '{parameter}' is not valid.");

    private static VenueFailure Gateway(int status, string text) =>
        Failure(0, text, status) with { Html = $"<html><body><h2>{status} {text}</h2></body></html>" };

    private static string Range(ParameterInfo parameter) => parameter switch
    {
        { IsList: true } => $@"^\[(""{Name}""(,""{Name}""){{0,}}){{0,1}}\]$",
        { Kind: ParameterKind.Symbol or ParameterKind.Asset } => $"^{Name}$",
        { Kind: ParameterKind.Decimal } => @"^([0-9]{1,20})(\.[0-9]{1,20})?$",
        { Kind: ParameterKind.Bool } => "^(true|false)$",
        _ => "^[0-9]{1,20}$",
    };
}
