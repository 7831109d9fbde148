using System.Net.WebSockets;
using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Calls;

/// <content>Channels that are opened by a call: on every connection anew.</content>
public sealed partial class CallClient
{
    /// <summary>Opens a channel.</summary>
    /// <param name="channel">The channel, which reads the messages.</param>
    /// <param name="handler">Called inline with each message; must not block. While a new connection takes over before
    /// the venue ends the old one, a message may come twice.</param>
    /// <param name="changed">Hears of gaps, from the first opening on.</param>
    /// <param name="cancellationToken">Ends waiting; the channel is closed again.</param>
    /// <returns>The channel, once the venue has opened it.</returns>
    /// <exception cref="ArgumentException">The channel is not opened by a call, or not on this socket.</exception>
    /// <exception cref="Adapters.Rest.RequestException">Credentials are missing.</exception>
    /// <exception cref="ExchangeException">The venue refused, or did not answer in time.</exception>
    public async ValueTask<OpenedChannel> OpenAsync<T>(
        ChannelInfo<T> channel, MessageHandler<T> handler, Action<SubscriptionEvent>? changed = null,
        CancellationToken cancellationToken = default)
        where T : IWire<T>, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(handler);
        if (channel.Opening is not { } opening || channel.Socket != Socket.Name)
        {
            throw new ArgumentException($"The channel '{channel.Name}' is not opened by a call of '{Socket.Name}'.", nameof(channel));
        }

        Authenticator.Find(Endpoint(opening.Open)); // says at once what is missing
        var opened = new OpenedChannel<T>(this, channel, handler, changed);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            _channels.Add(opened);
        }

        try
        {
            // A connection that is being opened opens the channel by itself.
            if (_current is { IsOpen: true } connection)
            {
                await OpenAsync(connection, opened).ConfigureAwait(false);
            }
            else
            {
                _ = StartAsync();
            }

            await opened.First.Task.WaitAsync(StreamOptions.SubscribeTimeout, TimeProvider, cancellationToken)
                .ConfigureAwait(false);
            return opened;
        }
        catch (Exception error)
        {
            var late = error is TimeoutException ? Late(channel.Name, error) : null;
            await CloseAsync(opened).ConfigureAwait(false);
            if (late is not null)
            {
                throw late;
            }

            throw;
        }
    }

    internal async ValueTask CloseAsync(OpenedChannel channel)
    {
        lock (_gate)
        {
            if (!_channels.Remove(channel))
            {
                return;
            }
        }

        channel.Close();
        if (_current is { IsOpen: true } connection && connection.Remove(channel) && channel.Channel.Opening!.Close is { } close)
        {
            try
            {
                await CallAsync(connection, Endpoint(close), Ignore, _stop.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (error is ExchangeException or OperationCanceledException or DecodeException)
            {
                Diagnostics.Refused(close, error.Message); // its messages are thrown away
            }
        }
    }

    /// <summary>Handles what is no answer: an event of a channel, or something that the venue says unasked.</summary>
    internal void OnEvent(CallConnection connection, ReadOnlySpan<byte> frame)
    {
        if (!Forms.TryEvent(frame, out var key, out var payload))
        {
            if (!OnSignal(connection, null, frame))
            {
                Diagnostics.UnknownFrame();
            }

            return;
        }

        var channel = connection.Find(key);
        if (OnSignal(connection, channel, payload))
        {
            return;
        }

        if (channel is null)
        {
            Diagnostics.UnknownFrame(); // one that was closed
            return;
        }

        channel.OnMessage(connection, payload, connection.Context);
    }

    private bool OnSignal(CallConnection connection, OpenedChannel? channel, ReadOnlySpan<byte> frame)
    {
        foreach (var signal in _signals)
        {
            if (!signal.Form.TryMatch(frame, []))
            {
                continue;
            }

            if (signal.Action == "rotate")
            {
                connection.WantsReplacement = true;
            }
            else if (channel is not null && !connection.IsHandingOver && connection.Remove(channel))
            {
                channel.OnLost(Now);
                _ = ReopenAsync(connection, channel);
            }

            return true;
        }

        return false;
    }

    private Timestamp Now => Timestamp.From(TimeProvider.GetUtcNow());

    private async Task StartAsync()
    {
        try
        {
            await EnsureOpenAsync(CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // the attempts go on, and whoever waits for the channel hears of them
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private async ValueTask OpenChannelsAsync(CallConnection connection)
    {
        OpenedChannel[] channels;
        lock (_gate)
        {
            channels = [.. _channels];
        }

        foreach (var channel in channels)
        {
            await OpenAsync(connection, channel).ConfigureAwait(false);
        }
    }

    /// <summary>Opens a channel on a connection. A refusal ends the channel; whatever else goes wrong ends the
    /// connection, and the next one tries again.</summary>
    private async ValueTask OpenAsync(CallConnection connection, OpenedChannel channel)
    {
        if (!connection.Begin(channel))
        {
            return; // somebody else opens it
        }

        var opening = channel.Channel.Opening!;
        var name = connection.IsLoggedOn ? opening.OpenLoggedOn ?? opening.Open : opening.Open;
        try
        {
            // The key is noted on the receiving loop: the first event may follow at once.
            await CallAsync(
                connection, Endpoint(name), (utf8, _, where) => connection.Add(channel, Key(utf8, opening.Key, where)), _stop.Token)
                .ConfigureAwait(false);
            lock (_moves)
            {
                if (connection.IsOpen && connection.Has(channel))
                {
                    channel.OnOpened(Now); // otherwise it was lost again, and the next connection opens it
                }
            }
        }
        catch (ExchangeException error) when (
            error.Advice == ErrorAdvice.GiveUp || (error.Class == ErrorClass.Subscribed && IsOpenTwice(channel)))
        {
            lock (_gate)
            {
                _channels.Remove(channel);
            }

            Diagnostics.Refused(channel.Channel.Name, error.Message);
            channel.OnRefused(error, Now);
        }
        catch (Exception error) when (error is ExchangeException or DecodeException)
        {
            Diagnostics.Refused(channel.Channel.Name, error.Message);
            connection.Abort();
        }
    }

    private async Task ReopenAsync(CallConnection connection, OpenedChannel channel)
    {
        try
        {
            await OpenAsync(connection, channel).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            connection.Abort();
        }
    }

    // Otherwise the venue still knows one that was closed, and a new connection helps.
    private bool IsOpenTwice(OpenedChannel channel)
    {
        lock (_gate)
        {
            return _channels.Exists(other => other != channel && other.Channel == channel.Channel);
        }
    }

    private static byte[] Key(ReadOnlySpan<byte> answer, string name, string where)
    {
        using var document = JsonDocument.Parse(answer.ToArray());
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var key)
            ? System.Text.Encoding.UTF8.GetBytes(key.GetRawText())
            : throw new DecodeException(where, "$." + name, "it is missing");
    }

    private static bool Ignore(ReadOnlySpan<byte> utf8, WireContext context, string where) => true;
}
