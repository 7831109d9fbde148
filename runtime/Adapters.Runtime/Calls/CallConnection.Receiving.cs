using System.Net.WebSockets;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Calls;

/// <content>What arrives: answers to calls, events of channels.</content>
internal sealed partial class CallConnection
{
    /// <summary>Receives until the connection ends.</summary>
    /// <returns>Why it ended.</returns>
    internal async Task<string> RunAsync()
    {
        string reason;
        try
        {
            reason = await ReceiveAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // whatever breaks a connection, its calls must hear of it
        catch (Exception error)
#pragma warning restore CA1031
        {
            reason = error is WebSocketException or OperationCanceledException or IOException ? error.Message : error.ToString();
        }

        PendingCall[] pending;
        lock (_gate)
        {
            _endReason = reason;
            pending = [.. _pending.Values];
            _pending.Clear();
        }

        foreach (var call in pending)
        {
            call.Lose(reason);
        }

        await _socket.DisposeAsync().ConfigureAwait(false);
        _ended.TrySetResult();
        return reason;
    }

    private async ValueTask<string> ReceiveAsync()
    {
        var used = 0;
        while (true)
        {
            if (used == _buffer.Length)
            {
                if (_buffer.Length >= _client.StreamOptions.MaxMessageBytes)
                {
                    return $"a message is larger than {_client.StreamOptions.MaxMessageBytes} bytes";
                }

                Array.Resize(ref _buffer, (int)Math.Min((long)_buffer.Length * 2, _client.StreamOptions.MaxMessageBytes));
            }

            var frame = await _socket.ReceiveAsync(_buffer.AsMemory(used), _stop.Token).ConfigureAwait(false);
            Volatile.Write(ref _lastFrame, _client.TimeProvider.GetTimestamp());
            if (frame.Kind == FrameKind.Close)
            {
                return "the venue closed it";
            }

            if (frame.Kind == FrameKind.Ping)
            {
                continue;
            }

            used += frame.Count;
            if (frame.IsEnd)
            {
                Context.ReceivedAt = Timestamp.From(_client.TimeProvider.GetUtcNow());
                OnFrame(_buffer.AsSpan(0, used));
                used = 0;
            }
        }
    }

    private void OnFrame(ReadOnlySpan<byte> frame)
    {
        _client.Diagnostics.Message(frame.Length);
        if (!_client.Forms.TryAnswer(frame, out var answer))
        {
            _client.OnEvent(this, frame);
            return;
        }

        PendingCall? call = null;
        lock (_gate)
        {
            _ = answer.Id is { } id && _pending.Remove(id, out call);
        }

        if (call is null)
        {
            _client.Diagnostics.UnknownFrame(); // an answer that nobody waits for any more
        }
        else
        {
            call.Answer(answer, Context);
        }

        EndIfLeft();
    }
}
