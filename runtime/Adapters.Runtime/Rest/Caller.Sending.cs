using System.Diagnostics;
using Adapters.Catalogue;
using Adapters.Diagnostics;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;

namespace Adapters.Rest;

/// <content>The way of a call: its turn at the limiter, attempts, waits between them.</content>
public abstract partial class Caller
{
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(1); // where the venue does not tell its length

    private async ValueTask<T> SendAsync<T>(RestRequest request, Decoding<T> decode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            Identify(request);
            return await RepeatAsync(request, Check(request), decode, cancellationToken).ConfigureAwait(false);
        }
        catch (ExchangeException error) when (request.MadeId is { } made)
        {
            error.ClientId = made.ToString();
            throw;
        }
        catch (DecodeException error) when (request.MadeId is { } made)
        {
            error.ClientId = made.ToString();
            throw;
        }
        finally
        {
            Return(request);
        }
    }

    /// <summary>Gives an id to the order or list that a call makes, where it has none: the venue would make one up, and if
    /// the answer is lost nobody could ask what became of it.</summary>
    private void Identify(RestRequest request)
    {
        if (NextClientId is not { } next || request.Endpoint.Resolve is not { } resolve)
        {
            return;
        }

        for (var i = 0; i < resolve.Arguments.Count; i++)
        {
            var parameter = resolve.Arguments[i].Value;
            if (!request.Has(parameter) && IsNewId(request.Endpoint, parameter))
            {
                request.MadeId = next();
                request.Add(parameter, request.MadeId);
            }
        }
    }

    // What is counted as an order makes one; what ends or changes one is not, and names one that is there.
    private bool IsNewId(EndpointInfo endpoint, string name) =>
        endpoint.Parameters.Any(parameter => parameter.Name == name && parameter.Kind == ParameterKind.ClientOrderId)
        && endpoint.Counts.Any(count => Catalogue.Limits.Any(
            limit => limit.Name == count.Key && limit.Kind == LimitKind.Orders));

    /// <summary>Completes a request and finds its authentication; what is wrong shows before anything is sent.</summary>
    internal AuthPlan? Check(RestRequest request)
    {
        request.Complete();
        return Authenticator.Find(request.Endpoint);
    }

    /// <summary>Finishes the text and the headers for one attempt.</summary>
    internal void Write(RestRequest request, AuthPlan? auth, bool isLoggedOn = false)
    {
        request.RemoveAuthentication();
        var now = Clock?.Now() ?? Timestamp.From(TimeProvider.GetUtcNow());
        request.Leaving?.Invoke(now);
        if (auth is null)
        {
            request.Close();
            return;
        }

        Authenticator.Apply(auth, request, now, isLoggedOn);
    }

    private async ValueTask<T> RepeatAsync<T>(
        RestRequest request, AuthPlan? auth, Decoding<T> decode, CancellationToken cancellationToken)
    {
        var endpoint = request.Endpoint;
        var costs = LimitCosts.Of(Catalogue, request);
        for (var attempt = 1; ; attempt++)
        {
            var grant = await PrepareAsync(request, auth, costs, cancellationToken).ConfigureAwait(false);
            var (value, error) = await AttemptAsync(request, auth, grant, attempt, decode, cancellationToken)
                .ConfigureAwait(false);
            if (error is null)
            {
                return value!;
            }

            if (error.Class == ErrorClass.ClockSkew)
            {
                Clock?.Forget(); // whoever signs next measures anew
            }

            if (!MayRepeat(request, attempt, error))
            {
                throw error;
            }

            // After 429 the limiter is blocked and does the waiting.
            var delay = error.HttpStatus == 429 ? TimeSpan.Zero : Delay(attempt, error);
            RestLog.Retrying(
                Logger, Catalogue.Id, Title(endpoint), attempt, error.Class, error.Problem, error.RetryAfter ?? delay);
            Telemetry.Retries.Add(1, Tags(endpoint));
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Everything that takes time before a call can be sent.</summary>
    private protected async ValueTask<LimitGrant> PrepareAsync(
        RestRequest request, AuthPlan? auth, LimitCost[] costs, CancellationToken cancellationToken)
    {
        if (auth is not null && Clock is { } clock)
        {
            await clock.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        return await WaitForTurnAsync(request, costs, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<LimitGrant> WaitForTurnAsync(
        RestRequest request, LimitCost[] costs, CancellationToken cancellationToken)
    {
        var asked = TimeProvider.GetTimestamp();
        try
        {
            var turn = Limiter.AcquireAsync(
                costs, request.Priority, request.MaxLimiterWait ?? Options.MaxLimiterWait, cancellationToken);
            return turn.IsCompletedSuccessfully ? turn.Result : await turn.ConfigureAwait(false);
        }
        catch (RateLimitException error)
        {
            throw new ExchangeException(
                Catalogue.Id, Title(request.Endpoint), ErrorClass.RateLimited, "It was not sent: " + error.Message, error)
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
        if (!request.Endpoint.IsRepeatable || attempt >= Options.MaxAttempts || error.Class == ErrorClass.Banned)
        {
            return false;
        }

        var isPassing = error.HttpStatus is 429 or >= 500
            || error.Class is ErrorClass.Unreachable or ErrorClass.Busy or ErrorClass.RateLimited
            || (error.Class == ErrorClass.ClockSkew && Clock is not null);
        return isPassing && !(error.RetryAfter > (request.MaxLimiterWait ?? Options.MaxLimiterWait));
    }

    /// <summary>Doubles with every attempt, up to a bound, with jitter down to a half; what the venue asks for is a
    /// minimum.</summary>
    private TimeSpan Delay(int attempt, ExchangeException error)
    {
        double jitter;
        lock (Options.Random)
        {
            jitter = 0.5 + (Options.Random.NextDouble() / 2);
        }

        var doubled = Options.RetryDelay.TotalMilliseconds * Math.Pow(2, attempt - 1);
        var bounded = Math.Min(doubled, Options.MaxRetryDelay.TotalMilliseconds) * jitter;

        // Timers cut off what is below a millisecond.
        return TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(bounded, error.RetryAfter?.TotalMilliseconds ?? 0)));
    }

    /// <summary>Stops all calls where the venue asks for that. Too many orders stop orders alone, which can take a day: what
    /// is open can still be cancelled.</summary>
    /// <returns>How long it asks to wait.</returns>
    private protected TimeSpan? Block(EndpointInfo endpoint, int status, ErrorClass error, TimeSpan? wait, LimitGrant grant)
    {
        if (status is not (429 or 418))
        {
            return wait;
        }

        var now = TimeProvider.GetUtcNow();
        if (status == 429 && error is not (ErrorClass.RateLimited or ErrorClass.Banned)
            && Limiter.Block(LimitKind.Orders, grant, wait) is { } end)
        {
            return end - now;
        }

        var until = wait is { } asked ? now + asked : status == 418 ? now + ShortestBan : Limiter.EndOfWindow(grant);
        RestLog.Blocked(Logger, Catalogue.Id, Title(endpoint), status, until);
        Limiter.Block(until);
        return until - now;
    }

    private protected ExchangeException Broken(
        EndpointInfo endpoint, string problem, Exception? cause, bool wasSent = true) => new(
            Catalogue.Id,
            Title(endpoint),
            wasSent && !endpoint.IsRepeatable ? ErrorClass.UnknownOutcome : ErrorClass.Unreachable,
            problem,
            cause);

    private protected TagList Tags(EndpointInfo endpoint) =>
        new() { { "exchange", Catalogue.Id }, { "endpoint", endpoint.Name } };

    private protected void Observe(EndpointInfo endpoint, long started, string outcome, Activity? activity)
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
