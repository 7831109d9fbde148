using System.Net.WebSockets;

namespace Adapters.Calls;

/// <content>Watching a connection, and replacing it before the venue ends it.</content>
public sealed partial class CallClient
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(1);

    /// <summary>Waits until the connection has ended, or should be replaced.</summary>
    /// <returns>It should be replaced.</returns>
    private async ValueTask<bool> WatchAsync(CallConnection connection)
    {
        while (connection.IsOpen && !IsDisposed)
        {
            await Task.WhenAny(connection.Ended, Task.Delay(WatchEvery, TimeProvider, _stop.Token)).ConfigureAwait(false);
            if (Socket.Silence is { } silence && connection.SeesPings
                && TimeProvider.GetElapsedTime(connection.LastFrame) > silence)
            {
                connection.Abort();
                await connection.Ended.ConfigureAwait(false);
            }

            if (connection.IsOpen && (connection.WantsReplacement || IsOld(connection)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Opens a new connection beside one that will end, moves everything over, and lets the old one finish.
    /// </summary>
    private async ValueTask<CallConnection> ReplaceAsync(CallConnection old)
    {
        Diagnostics.Rotating("the venue ends connections after " + Socket.Life);
        CallConnection? successor = null;
        try
        {
            successor = await OpenAsync().ConfigureAwait(false);
            foreach (var channel in old.Channels())
            {
                channel.Await(successor);
            }

            await OpenChannelsAsync(successor).ConfigureAwait(false);
            if (!successor.IsOpen)
            {
                throw new WebSocketException("The new connection broke before it had taken over.");
            }

            Publish(successor);
            await OpenChannelsAsync(successor).ConfigureAwait(false); // those that somebody has opened over the old one since
            await HandOverAsync(old, successor).ConfigureAwait(false);
            old.Leave();
            return successor;
        }
#pragma warning disable CA1031 // whatever goes wrong with the new one, calls are under way over the old one
        catch (Exception error) when (!IsDisposed)
#pragma warning restore CA1031
        {
            successor?.Abort();
            Diagnostics.Lost(error.Message);
            foreach (var channel in old.Channels())
            {
                channel.StayOff(successor);
            }

            await PauseAsync().ConfigureAwait(false);
            return old; // it still serves
        }
    }

    private bool IsOld(CallConnection connection) => Socket.Life is { } life
        && TimeProvider.GetElapsedTime(connection.OpenedAt) > (life - StreamOptions.RotateBefore > life / 2
            ? life - StreamOptions.RotateBefore
            : life / 2);

    private async ValueTask PauseAsync()
    {
        TaskCompletionSource wake;
        lock (_gate)
        {
            if (IsDisposed)
            {
                return;
            }

            _wake = wake = new TaskCompletionSource(Continuations);
        }

        var delay = _backoff.Next();
        Diagnostics.Retrying(delay);
        await Task.WhenAny(wake.Task, Task.Delay(delay, TimeProvider, _stop.Token)).ConfigureAwait(false);
        lock (_gate)
        {
            _wake = null;
        }
    }
}
