using System.Globalization;
using System.Text;
using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Rest;

/// <summary>Turns an answer that is no success into a typed error.</summary>
internal sealed class FailureReader(ProductCatalogue catalogue, SymbolTable symbols)
{
    private const int ShownCharacters = 300;

    private readonly FrameTemplate? _form = catalogue.Rest.Failure;
    private readonly int _code = catalogue.Rest.Failure?.IndexOf("code") ?? -1;
    private readonly int _message = catalogue.Rest.Failure?.IndexOf("message") ?? -1;
    private readonly int _data = catalogue.Rest.Failure?.IndexOf("data") ?? -1;

    /// <summary>The error of an answer.</summary>
    /// <param name="endpoint">The call.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="body">The body, whatever it is.</param>
    /// <param name="retryAfter">How long to wait after an error of a class.</param>
    /// <param name="secrets">Texts that must not be shown, should the venue echo them.</param>
    internal ExchangeException Read(
        EndpointInfo endpoint, int status, ReadOnlySpan<byte> body, Func<ErrorClass, TimeSpan?> retryAfter,
        IEnumerable<string> secrets)
    {
        string? code = null;
        string? message = null;
        ReadOnlySpan<byte> data = default;
        Span<Range> captures = new Range[_form?.Placeholders.Count ?? 0];
        if (_form is not null && _form.TryMatch(body, captures))
        {
            code = _code < 0 ? null : Text(body[captures[_code]]);
            message = _message < 0 ? null : Text(body[captures[_message]]);
            data = _data < 0 ? default : body[captures[_data]];
        }

        var unreadable = string.Create(
            CultureInfo.InvariantCulture, $"The venue gave no readable reason ({body.Length} bytes).");
        return Make(endpoint, status, code, message, unreadable, retryAfter, secrets, data);
    }

    /// <summary>The error of a code and a text.</summary>
    /// <param name="endpoint">The call.</param>
    /// <param name="status">HTTP status, or what stands for it.</param>
    /// <param name="code">The venue's code.</param>
    /// <param name="message">The venue's text.</param>
    /// <param name="otherwise">What to say where there is none.</param>
    /// <param name="retryAfter">How long to wait after an error of a class.</param>
    /// <param name="secrets">Texts that must not be shown, should the venue echo them.</param>
    /// <param name="data">What the failure tells besides, if anything.</param>
    /// <param name="socket">The socket it came over.</param>
    internal ExchangeException Make(
        EndpointInfo endpoint, int status, string? code, string? message, string otherwise,
        Func<ErrorClass, TimeSpan?> retryAfter, IEnumerable<string> secrets, ReadOnlySpan<byte> data = default,
        string? socket = null)
    {
        var (details, unread) = Details(endpoint, code, data);
        var errorClass = Class(endpoint, status, code, message, socket);
        if (!endpoint.IsRepeatable && errorClass != ErrorClass.Banned
            && (unread.Length > 0 || MayHaveParts(endpoint, status, code, socket)))
        {
            errorClass = ErrorClass.UnknownOutcome; // part of it may have happened
        }

        var title = socket is null ? endpoint.Title : endpoint.SocketMethod!;
        return new ExchangeException(catalogue.Id, title, errorClass, Shown(message ?? otherwise, secrets) + unread)
        {
            Details = details,
            Code = code is null ? null : Shown(code, secrets),
            HttpStatus = status,
            RetryAfter = retryAfter(errorClass),
        };
    }

    /// <summary>What a failure tells besides; where that cannot be read, a sentence that says so.</summary>
    private (object? Details, string Unread) Details(EndpointInfo endpoint, string? code, ReadOnlySpan<byte> data)
    {
        if (endpoint.Fails is not { } fails || code is null || !fails.Codes.Contains(code))
        {
            return (null, "");
        }

        if (data.IsEmpty)
        {
            return (null, " What should be told besides is missing.");
        }

        try
        {
            return (fails.Decode(data.ToArray(), new WireContext(symbols)).Items[0], "");
        }
        catch (DecodeException error)
        {
            return (null, $" What it tells besides could not be read: {error.Message}");
        }
    }

    /// <summary>A failure without a code, of a call that may fail in part, may be such a one. The status of some says that
    /// nothing was done.</summary>
    private bool MayHaveParts(EndpointInfo endpoint, int status, string? code, string? socket) =>
        endpoint.Fails is not null && code is null && status != 429
        && catalogue.Errors.Classify(status, null, null, socket) is null;

    private ErrorClass Class(EndpointInfo endpoint, int status, string? code, string? message, string? socket)
    {
        // A ban is told by the status; its body holds the code of the limit that was broken.
        var byStatus = catalogue.Errors.Classify(status, null, null, socket);
        var found = byStatus == ErrorClass.Banned ? byStatus : catalogue.Errors.Classify(status, code, message, socket);
        return (found ?? Otherwise(status)) switch
        {
            ErrorClass.UnknownOutcome when endpoint.IsRepeatable => ErrorClass.Unreachable,

            // Whatever the text says, a server that failed may have done it before.
            not ErrorClass.UnknownOutcome when status >= 500 && !endpoint.IsRepeatable => ErrorClass.UnknownOutcome,
            var known => known,
        };
    }

    private static ErrorClass Otherwise(int status) => status switch
    {
        429 => ErrorClass.RateLimited,
        408 or >= 500 => ErrorClass.UnknownOutcome,
        _ => ErrorClass.Rejected,
    };

    internal static string? Text(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            return reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Null => null,
                _ => Encoding.UTF8.GetString(json),
            };
        }
        catch (InvalidOperationException)
        {
            return null; // an escape that is no Unicode
        }
    }

    private static string Shown(string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        text = text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "...";
        return string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
    }
}
