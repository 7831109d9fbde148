using System.Globalization;

namespace Adapters.Errors;

/// <summary>The venue refused, could not be reached, or what became of a call is unknown. Messages hold the venue's
/// code and text, and no secret or signature.</summary>
public class ExchangeException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="exchange">The product, for example <c>binance-spot</c>.</param>
    /// <param name="endpoint">The call or topic, for example <c>GET /api/v3/depth</c>.</param>
    /// <param name="errorClass">What it means.</param>
    /// <param name="problem">The venue's text, or what happened.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ExchangeException(
        string exchange, string endpoint, ErrorClass errorClass, string problem, Exception? innerException = null)
        : base(problem, innerException)
    {
        Exchange = exchange;
        Endpoint = endpoint;
        Class = errorClass;
        Problem = problem;
    }

    /// <summary>The product, for example <c>binance-spot</c>.</summary>
    public string Exchange { get; }

    /// <summary>The call or topic, for example <c>GET /api/v3/depth</c>.</summary>
    public string Endpoint { get; }

    /// <summary>What the error means, the same for every venue.</summary>
    public ErrorClass Class { get; }

    /// <summary>What to do about it.</summary>
    public ErrorAdvice Advice => Class.Advice();

    /// <summary>The venue's text, or what happened.</summary>
    public string Problem { get; }

    /// <summary>The venue's code, or null where it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>What the venue told besides, decoded, for failures of which the specification knows it: the record that
    /// <c>fails</c> names; null otherwise.</summary>
    public object? Details { get; init; }

    /// <summary>When to try again, from the moment of the error; null where nobody said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>HTTP status, or null where there was no answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The client's id that an order or list was sent with because whoever called gave none: where the outcome is
    /// unknown, ask for it by this. Null otherwise.</summary>
    public string? ClientId { get; internal set; }

    /// <summary>For example <c>binance-spot GET /api/v3/depth: Invalid symbol. (UnknownSymbol, code -1121, HTTP 400)</c>.
    /// </summary>
    public override string Message
    {
        get
        {
            var code = Code is null ? "" : $", code {Code}";
            var status = HttpStatus is { } http ? string.Create(CultureInfo.InvariantCulture, $", HTTP {http}") : "";
            var wait = RetryAfter is { } after
                ? string.Create(CultureInfo.InvariantCulture, $", try again after {after.TotalSeconds:0.###} s")
                : "";
            var id = ClientId is { } made && Class == ErrorClass.UnknownOutcome ? $", client id {made}" : "";
            return $"{Exchange} {Endpoint}: {Problem} ({Class}{code}{status}{wait}{id})";
        }
    }
}
