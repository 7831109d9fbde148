using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Adapters.Cli.Output;
using Adapters.Cli.Trading;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Rest;

namespace Adapters.Cli.CommandLine;

/// <summary>Errors as a sentence on standard error, or as a JSON object where JSON was asked for.</summary>
internal sealed class ErrorPrinter(ToolHost host, bool isJson, Command command)
{
    /// <summary>Prints an error.</summary>
    /// <returns>The exit code that belongs to it.</returns>
    public int Print(Exception error, CancellationToken cancellationToken)
    {
        try
        {
            host.Out.Flush(); // results before the error that followed them
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or OutputClosedException)
        {
            // The output may be what failed; the error is told all the same.
        }

        if (error is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            error = new FailureException("Stopped before it was done.");
        }

        OrderRef? order = null;
        if (error is OutcomeException { Outcome: { } outcome })
        {
            (order, error) = (outcome.Ref, Outcomes.Error(outcome));
        }

        var code = error switch
        {
            UsageException or RequestException => ExitCode.Usage,
            ExchangeException { Class: ErrorClass.UnknownOutcome } or UnwrittenException => ExitCode.Unknown,
            _ => ExitCode.Failure,
        };
        host.Error.WriteLine(isJson ? Json(error, code, order) : Sentence(error, code, order));
        return code;
    }

    private string Sentence(Exception error, int code, OrderRef? order)
    {
        var text = new StringBuilder("adapters: ").Append(Printable.Of(Message(error)));
        if (error is ExchangeException refused && Remedy.Of(refused) is { } remedy)
        {
            text.Append(' ').Append(remedy);
        }

        if (order is { } named)
        {
            text.Append(CultureInfo.InvariantCulture, $" Order: {Printable.Of(named.ToString())}.");
        }

        if (code == ExitCode.Usage)
        {
            text.Append('\n').Append($"Try 'adapters {(command is RootCommand ? "" : command.Name + " ")}--help'.");
        }

        return text.ToString();
    }

    private static string Json(Exception error, int code, OrderRef? order)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("error", Message(error));
            json.WriteNumber("exitCode", code);
            json.Put("path", Path(error));
            if (error is ExchangeException refused)
            {
                json.WriteString("endpoint", refused.Endpoint);
                json.WriteString("class", refused.Class.ToString());
                json.WriteString("advice", refused.Advice.ToString());
                json.Put("code", refused.Code);
                json.Put("httpStatus", refused.HttpStatus);
                json.Put("retryAfterSeconds", refused.RetryAfter is { } wait ? (decimal)wait.TotalSeconds : null);
            }

            if (order is { } named)
            {
                json.Put(named.Symbol);
                json.Put("id", named.Id.IsPresent ? named.Id.ToString() : null);
                json.Put("clientId", named.ClientId.IsPresent ? named.ClientId.ToString() : null);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Message(Exception error) => error switch
    {
        FailureException { Path: { } path } => $"{path}: {error.Message}",
        UsageException or FailureException or UnwrittenException or RequestException or ExchangeException or DecodeException
            or ConversionException or NumberRangeException => error.Message,
        IOException or UnauthorizedAccessException => $"The results cannot be written: {error.Message}",
        _ => $"{error.GetType().Name}: {error.Message} This is a defect of the tool; please report it.",
    };

    private static string? Path(Exception error) => error switch
    {
        FailureException failure => failure.Path,
        DecodeException decode => decode.Path,
        _ => null,
    };
}
