using System.Diagnostics;
using Adapters.Catalogue;
using Adapters.Diagnostics;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Wire;

namespace Adapters.Rest;

/// <content>The way of a call: its turn at the limiter, attempts, waits between them, decoding.</content>
public sealed partial class RestClient
{
    private delegate T Decoding<out T>(ReadOnlySpan<byte> utf8, WireContext context, string where);

    private async ValueTask<T> SendAsync<T>(RestRequest request, Decoding<T> decode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var endpoint = request.Endpoint;
        try
        {
            using var body = await RepeatAsync(request, Check(request), cancellationToken).ConfigureAwait(false);
            var context = _contexts.TryTake() ?? new WireContext(Symbols);
            context.ReceivedAt = Timestamp.From(TimeProvider.GetUtcNow());
            var value = decode(body.Span, context, endpoint.Title);
            _contexts.Return(context);
            return value;
        }
        finally
        {
            Return(request);
        }
    }

    /// <summary>Completes a request and finds its authentication; what is wrong shows before anything is sent.</summary>
    internal AuthPlan? Check(RestRequest request)
    {
        request.Complete();
        return _authenticator.Find(request.Endpoint);
    }

    private async ValueTask<ResponseBuffer> RepeatAsync(
        RestRequest request, AuthPlan? auth, CancellationToken cancellationToken)
    {
        var endpoint = request.Endpoint;
        var costs = LimitCosts.Of(Catalogue, request);
        for (var attempt = 1; ; attempt++)
        {
            var grant = await WaitForTurnAsync(request, costs, cancellationToken).ConfigureAwait(false);
            var (body, error) = await AttemptAsync(request, auth, grant, attempt, cancellationToken).ConfigureAwait(false);
            if (error is null)
            {
                return body;
            }

            if (!MayRepeat(request, attempt, error))
            {
                throw error;
            }

            // After 429 the limiter is blocked and does the waiting.
            var delay = error.HttpStatus == 429 ? TimeSpan.Zero : Delay(attempt, error);
            RestLog.Retrying(
                _logger, Catalogue.Id, endpoint.Title, attempt, error.Class, error.Problem, error.RetryAfter ?? delay);
            Telemetry.Retries.Add(1, Tags(endpoint));
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<LimitGrant> WaitForTurnAsync(
        RestRequest request, LimitCost[] costs, CancellationToken cancellationToken)
    {
        var asked = TimeProvider.GetTimestamp();
        try
        {
            var turn = Limiter.AcquireAsync(
                costs, request.Priority, request.MaxLimiterWait ?? _options.MaxLimiterWait, cancellationToken);
            return turn.IsCompletedSuccessfully ? turn.Result : await turn.ConfigureAwait(false);
        }
        catch (RateLimitException error)
        {
            throw new ExchangeException(
                Catalogue.Id, request.Endpoint.Title, ErrorClass.RateLimited, "It was not sent: " + error.Message, error)
            {
                RetryAfter = error.RetryAfter,
            };
        }
        finally
        {
            Telemetry.LimiterWait.Record(TimeProvider.GetElapsedTime(asked).TotalSeconds, Tags(request.Endpoint));
        }
    }

    private bool MayRepeat(RestRequest request, int attempt, ExchangeException error)
    {
        if (!request.Endpoint.IsRepeatable || attempt >= _options.MaxAttempts || error.Class == ErrorClass.Banned)
        {
            return false;
        }

        var isPassing = error.Class is ErrorClass.Unreachable or ErrorClass.Busy or ErrorClass.RateLimited
            || error.HttpStatus is 429 or >= 500;
        return isPassing && !(error.RetryAfter > (request.MaxLimiterWait ?? _options.MaxLimiterWait));
    }

    /// <summary>Doubles with every attempt, up to a bound, with jitter down to a half; what the venue asks for is a
    /// minimum.</summary>
    private TimeSpan Delay(int attempt, ExchangeException error)
    {
        double jitter;
        lock (_options.Random)
        {
            jitter = 0.5 + (_options.Random.NextDouble() / 2);
        }

        var doubled = _options.RetryDelay.TotalMilliseconds * Math.Pow(2, attempt - 1);
        var bounded = Math.Min(doubled, _options.MaxRetryDelay.TotalMilliseconds) * jitter;

        // Timers cut off what is below a millisecond.
        return TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(bounded, error.RetryAfter?.TotalMilliseconds ?? 0)));
    }

    private TagList Tags(EndpointInfo endpoint) => new() { { "exchange", Catalogue.Id }, { "endpoint", endpoint.Name } };
}
