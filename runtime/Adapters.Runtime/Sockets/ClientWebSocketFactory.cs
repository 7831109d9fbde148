using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace Adapters.Sockets;

/// <summary>Connections over the network.</summary>
/// <param name="keepAlive">How often the transport pings, and how long it waits for the answer.</param>
/// <param name="timeProvider">Limits how long closing takes.</param>
public sealed class ClientWebSocketFactory(TimeSpan keepAlive, TimeProvider timeProvider) : IWebSocketFactory
{
    /// <summary>Pings every 15 seconds.</summary>
    public ClientWebSocketFactory()
        : this(TimeSpan.FromSeconds(15), TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    public async ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.KeepAliveInterval = keepAlive;
            socket.Options.KeepAliveTimeout = keepAlive; // without an answer the socket breaks, which is how silence shows
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new Connection(socket, timeProvider);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class Connection(ClientWebSocket socket, TimeProvider timeProvider) : IWebSocketConnection
    {
        private CancellationToken _token;
        private CancellationTokenRegistration _registration;

        public bool SeesPings => false;

        public ValueTask<ReceivedFrame> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            if (cancellationToken != _token)
            {
                Watch(cancellationToken);
            }

            // The socket would watch the token anew for each message.
            var receiving = socket.ReceiveAsync(buffer, CancellationToken.None);
            return receiving.IsCompletedSuccessfully ? new(Frame(receiving.Result)) : WaitAsync(receiving);
        }

        public ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken) =>
            socket.SendAsync(utf8, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

        public void Abort() => socket.Abort();

        public async ValueTask DisposeAsync()
        {
            await _registration.DisposeAsync().ConfigureAwait(false);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                try
                {
                    using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), timeProvider);
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token).ConfigureAwait(false);
                }
                catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
                {
                    // The other side is gone already; there is nobody left to say goodbye to.
                }
            }

            socket.Dispose();
        }

        // What is cancelled breaks the connection, as with the socket's own way.
        private void Watch(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _registration.Dispose();
            _token = cancellationToken;
            _registration = cancellationToken.UnsafeRegister(static state => ((ClientWebSocket)state!).Abort(), socket);
        }

        // Without a pool each wait for the network would allocate the state of this method.
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        private static async ValueTask<ReceivedFrame> WaitAsync(ValueTask<ValueWebSocketReceiveResult> receiving) =>
            Frame(await receiving.ConfigureAwait(false));

        private static ReceivedFrame Frame(ValueWebSocketReceiveResult result) => new(
            result.MessageType == WebSocketMessageType.Close ? FrameKind.Close : FrameKind.Data, result.Count, result.EndOfMessage);
    }
}
