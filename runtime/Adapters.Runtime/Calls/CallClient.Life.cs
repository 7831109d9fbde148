using System.Net.WebSockets;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Rest;

namespace Adapters.Calls;

/// <content>The connection: opened, logged on, watched, replaced before the venue ends it, opened again when it is
/// lost.</content>
public sealed partial class CallClient
{
    /// <summary>The connection. Where there is none, the attempt that runs is waited for, or one is made at once.</summary>
    /// <exception cref="WebSocketException">The attempt has failed.</exception>
    private async ValueTask<CallConnection> EnsureOpenAsync(CancellationToken cancellationToken)
    {
        if (_current is { IsOpen: true } open)
        {
            return open;
        }

        Task<CallConnection> opening;
        var isFirst = false;
        TaskCompletionSource? wake;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            if (_current is { IsOpen: true } opened)
            {
                return opened;
            }

            opening = (_opening ??= new TaskCompletionSource<CallConnection>(Continuations)).Task;
            isFirst = !_isRunning;
            _isRunning = true;
            wake = _wake;
        }

        if (isFirst)
        {
            _ = RunAsync();
        }

        wake?.TrySetResult();
        return await opening.WaitAsync(Options.AttemptTimeout, TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    private volatile LimitCost[]? _waitsFor; // what the connection that is being opened still waits for
    private volatile string? _lost; // why the last attempt or connection ended, until channels are open again

    /// <summary>Nothing came of waiting for a channel.</summary>
    private ExchangeException Late(string channel, Exception cause)
    {
        var problem = $"The channel could not be opened within {StreamOptions.SubscribeTimeout.TotalSeconds} s";
        return _waitsFor is { } costs
            ? new ExchangeException(
                Catalogue.Id, channel, ErrorClass.RateLimited,
                $"{problem}: a new connection waits for the venue's limit ({Limiter.UsedUp(costs)}). Open it later, or raise "
                + $"{nameof(StreamOptions)}.{nameof(StreamOptions.SubscribeTimeout)}.",
                cause)
            : new ExchangeException(
                Catalogue.Id, channel, ErrorClass.Unreachable,
                problem + (_lost is { } reason ? ": the last connection failed: " + reason : "."), cause);
    }

    private async Task RunAsync()
    {
        while (!IsDisposed)
        {
            CallConnection? connection = null;
#pragma warning disable CA1031 // whatever breaks a connection, the next attempt follows
            try
            {
                connection = await OpenAsync().ConfigureAwait(false);
                Publish(connection);
                await OpenChannelsAsync(connection).ConfigureAwait(false);
                _lost = null;
                while (await WatchAsync(connection).ConfigureAwait(false))
                {
                    connection = await ReplaceAsync(connection).ConfigureAwait(false);
                }
            }
            catch (Exception error)
            {
                connection?.Abort();
                FailOpening(error);
                _lost = error is WebSocketException or OperationCanceledException or IOException or ExchangeException
                    ? error.Message
                    : error.ToString();
                Diagnostics.Lost(_lost);
            }
#pragma warning restore CA1031

            if (connection is not null && TimeProvider.GetElapsedTime(connection.OpenedAt) >= StreamOptions.MaxReconnectDelay)
            {
                _backoff.Reset(); // one that lived long was sound
            }

            await PauseAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<CallConnection> OpenAsync()
    {
        var costs = Socket.Counts.Select(static count => new LimitCost(count.Key, count.Value)).ToArray();
        var turn = Limiter.AcquireAsync(costs, LimitPriority.Reserved, null, _stop.Token);
        _waitsFor = turn.IsCompleted ? null : costs;
        LimitGrant grant;
        try
        {
            grant = await turn.ConfigureAwait(false);
        }
        finally
        {
            _waitsFor = null;
        }

        CallConnection connection;
        try
        {
            using var limit = new CancellationTokenSource(StreamOptions.ConnectTimeout, TimeProvider);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
            var socket = await _factory.ConnectAsync(Address, both.Token).ConfigureAwait(false);
            connection = new CallConnection(this, socket);
        }
        finally
        {
            Limiter.Answered(grant); // also where it failed
        }

        Diagnostics.Connected(Address);
        lock (_gate)
        {
            _connections.Add(connection);
        }

        _ = KeepAsync(connection);
        try
        {
            await LogOnAsync(connection).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Abort();
            throw;
        }
    }

    private async Task KeepAsync(CallConnection connection)
    {
        var reason = await connection.RunAsync().ConfigureAwait(false);
        lock (_gate)
        {
            _connections.Remove(connection);
        }

        if (IsDisposed)
        {
            return;
        }

        if (!connection.IsLeaving)
        {
            _lost = reason;
            Diagnostics.Lost(reason);
        }

        LoseChannels(connection); // those that no other connection has
    }

    /// <summary>Tells the venue who calls, where its key can do that; otherwise every call is signed.</summary>
    private async ValueTask LogOnAsync(CallConnection connection)
    {
        if (Socket.Login is not { } login || _keyKind is null || (login.KeyKind is { } kind && kind != _keyKind.ToString()))
        {
            return;
        }

        try
        {
            await CallAsync(connection, Endpoint(login.Endpoint), LoggedOn, _stop.Token).ConfigureAwait(false);
        }
        catch (ExchangeException error) when (error.Advice == ErrorAdvice.GiveUp)
        {
            Diagnostics.Refused(login.Endpoint, error.Message); // every call will say so itself
        }

        bool LoggedOn(ReadOnlySpan<byte> utf8, Wire.WireContext context, string where)
        {
            connection.IsLoggedOn = true; // on the receiving loop, so that it holds for the next call
            return true;
        }
    }

    private void Publish(CallConnection connection)
    {
        TaskCompletionSource<CallConnection>? opening;
        lock (_gate)
        {
            _current = connection;
            opening = _opening;
            _opening = null;
            if (IsDisposed)
            {
                connection.Abort();
            }
        }

        opening?.TrySetResult(connection);
    }

    private void FailOpening(Exception error)
    {
        TaskCompletionSource<CallConnection>? opening;
        lock (_gate)
        {
            opening = _opening;
            _opening = null;
        }

        if (opening?.TrySetException(error) == true)
        {
            _ = opening.Task.Exception; // seen, even where whoever waited has given up
        }
    }

    private EndpointInfo Endpoint(string name) => Catalogue.Endpoints.FirstOrDefault(endpoint => endpoint.Name == name)
        ?? throw new InvalidOperationException($"{Catalogue.Id} has no call '{name}'.");
}
