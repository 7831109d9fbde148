using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Adapters.Catalogue;
using Adapters.Diagnostics;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Wire;

namespace Adapters.Rest;

/// <content>One attempt: what is written, sent, and made of the answer.</content>
public sealed partial class RestClient
{
    // Uri would otherwise rewrite escapes, and the bytes sent would no longer be those that were signed.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private protected override async ValueTask<(T? Value, ExchangeException? Error)> AttemptAsync<T>(
        RestRequest request, AuthPlan? auth, LimitGrant grant, int attempt, Decoding<T> decode,
        CancellationToken cancellationToken)
        where T : default
    {
        var endpoint = request.Endpoint;
        using var activity = StartActivity(request, attempt);
        using var timeout = new CancellationTokenSource(Options.AttemptTimeout, TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var started = TimeProvider.GetTimestamp();
        var (isLeaving, isAnswered) = (false, false);
        ExchangeException? error;
        try
        {
            using var message = Message(request, auth);
            Telemetry.WeightUsed.Add(LimitCosts.WeightOf(grant.Costs ?? []), Tags(endpoint));
            RestLog.Sending(Logger, Catalogue.Id, endpoint.Title, attempt);
            isLeaving = true;
            using var response = await _invoker.SendAsync(message, either.Token).ConfigureAwait(false);
            using var body = await ResponseBuffer.ReadAsync(
                response.Content, Options.MaxResponseBytes, endpoint.Title, either.Token).ConfigureAwait(false);
            isAnswered = true;
            Limiter.Answered(grant);
            _limitHeaders.Apply(response.Headers, Limiter, grant);
            var status = (int)response.StatusCode;
            var elapsed = TimeProvider.GetElapsedTime(started);
            RestLog.Answered(
                Logger, Catalogue.Id, endpoint.Title, status, body.Span.Length, elapsed.TotalMilliseconds, attempt);
            activity?.SetTag("http.response.status_code", status);
            if (response.IsSuccessStatusCode)
            {
                Observe(endpoint, started, "ok", activity);
                return (Decode(body.Span, decode, endpoint), null);
            }

            var wait = RetryAfter.Read(response.Headers, TimeProvider.GetUtcNow());
            error = Failures.Read(
                endpoint, status, body.Span, found => Block(endpoint, status, found, wait, grant), Authenticator.Secrets(request));
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = Options.AttemptTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
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
            error = Broken(endpoint, $"The connection to {_authority} failed ({cause.HttpRequestError}).", cause, WasSent(cause));
        }
        catch (IOException cause)
        {
            error = Broken(endpoint, "The connection broke.", cause);
        }
        catch (ObjectDisposedException cause) when (isLeaving && !isAnswered && !endpoint.IsRepeatable)
        {
            error = Broken(endpoint, "The transport was disposed of before it was answered.", cause);
        }
        finally
        {
            if (!isAnswered)
            {
                Limiter.Answered(grant); // it never will be
            }
        }

        Observe(endpoint, started, error.Class.ToString(), activity);
        return (default, error);
    }

    private T Decode<T>(ReadOnlySpan<byte> body, Decoding<T> decode, EndpointInfo endpoint)
    {
        var context = _contexts.TryTake() ?? new WireContext(Symbols);
        context.ReceivedAt = Timestamp.From(TimeProvider.GetUtcNow());
        var value = decode(body, context, endpoint.Title);
        _contexts.Return(context);
        return value;
    }

    private QuietRequest Message(RestRequest request, AuthPlan? auth)
    {
        Write(request, auth);
        var message = new QuietRequest(request.Method, request.Endpoint.Title);
        message.Headers.TryAddWithoutValidation("User-Agent", Options.UserAgent);
        foreach (var header in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        message.RequestUri = new Uri(request.Address(_host, withAuthentication: true), AsWritten);
        message.Content = Content(request);
        return message;
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
}
