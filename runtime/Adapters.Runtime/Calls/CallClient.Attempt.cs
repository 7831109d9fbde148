using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using Adapters.Catalogue;
using Adapters.Diagnostics;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Wire;

namespace Adapters.Calls;

/// <content>One attempt: a connection, what is sent over it, and what became of it.</content>
public sealed partial class CallClient
{
    private protected override async ValueTask<(T? Value, ExchangeException? Error)> AttemptAsync<T>(
        RestRequest request, AuthPlan? auth, LimitGrant grant, int attempt, Decoding<T> decode,
        CancellationToken cancellationToken)
        where T : default
    {
        CallConnection connection;
        try
        {
            do
            {
                connection = await EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
            }
            while (!connection.Enter());
        }
        catch (Exception cause)
        {
            Limiter.Answered(grant); // it never will be
            if (cause is ObjectDisposedException || cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            return (default, Broken(request.Endpoint, $"No connection: {cause.Message}", cause, wasSent: false));
        }

        try
        {
            return await AttemptAsync(connection, request, auth, grant, attempt, decode, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            connection.Exit();
        }
    }

    /// <summary>A call over this connection and no other, such as one that changes the connection itself.</summary>
    private async ValueTask<T> CallAsync<T>(
        CallConnection connection, EndpointInfo endpoint, Decoding<T> decode, CancellationToken cancellationToken)
    {
        var request = Create(endpoint);
        try
        {
            var auth = Check(request);
            var grant = await PrepareAsync(request, auth, LimitCosts.Of(Catalogue, request), cancellationToken)
                .ConfigureAwait(false);
            var (value, error) = await AttemptAsync(connection, request, auth, grant, 1, decode, cancellationToken)
                .ConfigureAwait(false);
            if (error?.Class == ErrorClass.ClockSkew)
            {
                Clock?.Forget(); // whoever signs next measures anew
            }

            return error is null ? value! : throw error;
        }
        finally
        {
            Return(request);
        }
    }

    private async ValueTask<(T? Value, ExchangeException? Error)> AttemptAsync<T>(
        CallConnection connection, RestRequest request, AuthPlan? auth, LimitGrant grant, int attempt,
        Decoding<T> decode, CancellationToken cancellationToken)
    {
        var endpoint = request.Endpoint;
        using var activity = StartActivity(endpoint, attempt);
        var started = TimeProvider.GetTimestamp();
        var call = new PendingCall<T>(
            decode, Title(endpoint), (in answer, context) => OnAnswer(answer, context, grant), Continuations);
        ExchangeException? error;
        try
        {
            Telemetry.WeightUsed.Add(LimitCosts.WeightOf(grant.Costs ?? []), Tags(endpoint));
            RestLog.Sending(Logger, Catalogue.Id, Title(endpoint), attempt);
            if (await connection.SendAsync(request, auth, call, cancellationToken).ConfigureAwait(false))
            {
                var value = await call.Task.WaitAsync(Options.AttemptTimeout, TimeProvider, cancellationToken)
                    .ConfigureAwait(false);
                error = Error(endpoint, call, request, grant);
                if (error is null)
                {
                    Observe(endpoint, started, "ok", activity);
                    return (value, null);
                }
            }
            else
            {
                error = Broken(endpoint, "The connection had ended.", null, wasSent: false);
            }
        }
        catch (TimeoutException cause)
        {
            var limit = Options.AttemptTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            error = Broken(endpoint, $"No answer within {limit} s.", cause);
            GiveUp(connection, call, started);
        }
        catch (OperationCanceledException cause) when (call.Id != 0 && !endpoint.IsRepeatable)
        {
            error = Broken(endpoint, "Cancelled after it was sent.", cause);
            connection.Forget(call);
        }
        catch (OperationCanceledException)
        {
            connection.Forget(call);
            throw;
        }
        catch (WebSocketException cause)
        {
            error = Broken(endpoint, cause.Message, cause);
        }
        finally
        {
            if (call.End is not (CallEnd.Answered or CallEnd.Refused))
            {
                Limiter.Answered(grant); // it never will be
            }
        }

        Observe(endpoint, started, error.Class.ToString(), activity);
        return (default, error);
    }

    private ExchangeException? Error(EndpointInfo endpoint, PendingCall call, RestRequest request, LimitGrant grant)
    {
        switch (call.End)
        {
            case CallEnd.Refused:
                var now = Clock?.Now() ?? Timestamp.From(TimeProvider.GetUtcNow());
                TimeSpan? wait = call.RetryAt is { } until && until > now ? until - now : null;
                return Failures.Make(
                    endpoint, call.Status, call.Code, call.Message, "The venue gave no readable reason.",
                    found => Block(endpoint, call.Status, found, wait, grant), Authenticator.Secrets(request), call.Data,
                    Socket.Name);
            case CallEnd.Lost:
                return Broken(endpoint, $"The connection broke: {call.Message}", null);
            default:
                return null;
        }
    }

    // On the receiving loop, before whoever called hears of it.
    private Timestamp? OnAnswer(in CallAnswer answer, WireContext context, LimitGrant grant)
    {
        Limiter.Answered(grant);
        try
        {
            foreach (var limit in _readers.Limits is { } read && !answer.Limits.IsEmpty ? read(answer.Limits, context) : [])
            {
                Limiter.Correct(limit, grant);
            }

            return answer.Status is 429 or 418 && !answer.Data.IsEmpty ? _readers.RetryAt?.Invoke(answer.Data, context) : null;
        }
        catch (Exception error) when (error is DecodeException or ConversionException or NumberRangeException)
        {
            Diagnostics.DecodeFailed(Socket.Name + " limits", error); // the call itself was answered
            return null;
        }
    }

    // A connection over which nothing has come since is taken for dead.
    private static void GiveUp(CallConnection connection, PendingCall call, long started)
    {
        connection.Forget(call);
        if (connection.LastFrame <= started)
        {
            connection.Abort();
        }
    }

    private Activity? StartActivity(EndpointInfo endpoint, int attempt)
    {
        var activity = Telemetry.Source.StartActivity(Title(endpoint), ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("adapters.exchange", Catalogue.Id);
            activity.SetTag("adapters.endpoint", endpoint.Name);
            activity.SetTag("adapters.socket", Socket.Name);
            activity.SetTag("adapters.attempt", attempt);
        }

        return activity;
    }
}
