using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Adapters.Catalogue;
using Adapters.Diagnostics;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;

namespace Adapters.Rest;

/// <content>One attempt: what is written, sent, and made of the answer.</content>
public sealed partial class RestClient
{
    // Uri would otherwise rewrite escapes, and the bytes sent would no longer be those that were signed.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private async ValueTask<(ResponseBuffer Body, ExchangeException? Error)> AttemptAsync(
        RestRequest request, AuthPlan? auth, LimitGrant grant, int attempt, CancellationToken cancellationToken)
    {
        var endpoint = request.Endpoint;
        using var activity = StartActivity(request, attempt);
        using var timeout = new CancellationTokenSource(_options.AttemptTimeout, TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var started = TimeProvider.GetTimestamp();
        ExchangeException? error;
        try
        {
            using var message = Message(request, auth);
            Telemetry.WeightUsed.Add(LimitCosts.WeightOf(grant.Costs ?? []), Tags(endpoint));
            RestLog.Sending(_logger, Catalogue.Id, endpoint.Title, attempt);
            using var response = await _invoker.SendAsync(message, either.Token).ConfigureAwait(false);
            var body = await ReadAsync(response, endpoint, grant, either.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            var elapsed = TimeProvider.GetElapsedTime(started);
            RestLog.Answered(
                _logger, Catalogue.Id, endpoint.Title, status, body.Span.Length, elapsed.TotalMilliseconds, attempt);
            activity?.SetTag("http.response.status_code", status);
            if (response.IsSuccessStatusCode)
            {
                Observe(endpoint, started, "ok", activity);
                return (body, null);
            }

            using (body)
            {
                error = _failures.Read(endpoint, status, body.Span, Block(response, endpoint, grant), _authenticator.Secrets(request));
            }
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = _options.AttemptTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            error = Broken(endpoint, $"No answer within {limit} s.", cause);
        }
        catch (OperationCanceledException cause) when (endpoint.IsRepeatable)
        {
            throw new OperationCanceledException(cause.Message, cause, cancellationToken);
        }
        catch (OperationCanceledException cause)
        {
            error = Broken(endpoint, "Cancelled after it was sent.", cause);
        }
        catch (HttpRequestException cause)
        {
            error = Broken(endpoint, $"The connection failed ({cause.HttpRequestError}).", cause, WasSent(cause));
        }
        catch (IOException cause)
        {
            error = Broken(endpoint, "The connection broke.", cause);
        }
        finally
        {
            Limiter.Answered(grant);
        }

        Observe(endpoint, started, error.Class.ToString(), activity);
        return (default, error);
    }

    private async ValueTask<ResponseBuffer> ReadAsync(
        HttpResponseMessage response, EndpointInfo endpoint, LimitGrant grant, CancellationToken cancellationToken)
    {
        var body = await ResponseBuffer.ReadAsync(
            response.Content, _options.MaxResponseBytes, endpoint.Title, cancellationToken).ConfigureAwait(false);
        Limiter.Answered(grant);
        _limitHeaders.Apply(response.Headers, Limiter, grant);
        return body;
    }

    /// <summary>Stops all calls where the venue asks for that.</summary>
    /// <returns>How long it asks to wait.</returns>
    private TimeSpan? Block(HttpResponseMessage response, EndpointInfo endpoint, LimitGrant grant)
    {
        var now = TimeProvider.GetUtcNow();
        var wait = RetryAfter.Read(response.Headers, now);
        var status = (int)response.StatusCode;
        if (status is not (429 or 418))
        {
            return wait;
        }

        var until = wait is { } asked ? now + asked : Limiter.EndOfWindow(grant);
        RestLog.Blocked(_logger, Catalogue.Id, endpoint.Title, status, until);
        Limiter.Block(until);
        return until - now;
    }

    private HttpRequestMessage Message(RestRequest request, AuthPlan? auth)
    {
        Write(request, auth);
        var message = new HttpRequestMessage { Method = request.Method };
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        foreach (var header in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        message.RequestUri = new Uri(request.Address(_host, withAuthentication: true), AsWritten);
        message.Content = Content(request);
        return message;
    }

    /// <summary>Finishes the text and the headers for one attempt.</summary>
    internal void Write(RestRequest request, AuthPlan? auth)
    {
        request.RemoveAuthentication();
        if (auth is null)
        {
            request.Close();
            return;
        }

        _authenticator.Apply(auth, request, Clock?.Now() ?? Timestamp.From(TimeProvider.GetUtcNow()));
    }

    /// <summary>The body. What must not be sent twice has one even if it is empty: the transport repeats a request without
    /// content by itself when a pooled connection breaks.</summary>
    private static ByteArrayContent? Content(RestRequest request)
    {
        var place = request.Endpoint.Place;
        if (place == ParameterPlace.Query || request.Encoded.IsEmpty)
        {
            return request.Endpoint.IsRepeatable ? null : new ByteArrayContent([]);
        }

        // Copied, for a transport may still hold it after an attempt was given up.
        var content = new ByteArrayContent(request.Encoded.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(
            place == ParameterPlace.Form ? "application/x-www-form-urlencoded" : "application/json");
        return content;
    }

    private ExchangeException Broken(EndpointInfo endpoint, string problem, Exception cause, bool wasSent = true) =>
        new(
            Catalogue.Id,
            endpoint.Title,
            wasSent && !endpoint.IsRepeatable ? ErrorClass.UnknownOutcome : ErrorClass.Unreachable,
            problem,
            cause);

    /// <summary>False only where no connection came about, so that not a byte of the request left.</summary>
    private static bool WasSent(HttpRequestException error) => error.HttpRequestError is not
        (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError);

    private Activity? StartActivity(RestRequest request, int attempt)
    {
        var activity = Telemetry.Source.StartActivity(request.Endpoint.Title, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            request.RemoveAuthentication();
            activity.SetTag("adapters.exchange", Catalogue.Id);
            activity.SetTag("adapters.endpoint", request.Endpoint.Name);
            activity.SetTag("adapters.attempt", attempt);
            activity.SetTag("http.request.method", request.Endpoint.Method);
            activity.SetTag("url.full", request.Address(_host, withAuthentication: false));
        }

        return activity;
    }

    private void Observe(EndpointInfo endpoint, long started, string outcome, Activity? activity)
    {
        var tags = Tags(endpoint);
        tags.Add("outcome", outcome);
        Telemetry.RequestDuration.Record(TimeProvider.GetElapsedTime(started).TotalSeconds, tags);
        if (outcome != "ok")
        {
            activity?.SetStatus(ActivityStatusCode.Error, outcome);
        }
    }
}
