using System.Net;
using Adapters.Simulation.Server;
using Adapters.Sockets;

namespace Adapters.Simulation.Transport;

/// <summary>A venue's server without a network: a transport for calls and one for WebSockets. Everything runs inline on
/// the calling thread, so that a run under a virtual clock is the same every time.</summary>
public sealed class InMemoryVenue : IDisposable
{
    private const string Client = "127.0.0.1";

    private readonly InMemoryWebSockets _sockets;

    /// <summary>Serves a venue.</summary>
    public InMemoryVenue(VenueServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        Server = server;
        Handler = new CallHandler(server);
        _sockets = new InMemoryWebSockets(Serve, Refuse);
    }

    /// <summary>What answers.</summary>
    public VenueServer Server { get; }

    /// <summary>Carries calls.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>Carries WebSockets.</summary>
    public InMemoryWebSockets WebSockets => _sockets;

    /// <summary>Ends the transports and the server behind them.</summary>
    public void Dispose()
    {
        Handler.Dispose();
        Server.Dispose();
    }

    private static ServerRequest Upgrade(Uri address) => new()
    {
        Method = "GET",
        Path = address.AbsolutePath,
        Query = address.Query.TrimStart('?'),
        Client = Client,
    };

    private string? Refuse(Uri address) => Server.Accept(Upgrade(address), out var refusal) is null
        ? $"The server returned status code '{refusal!.Status}'."
        : null;

    private void Serve(InMemorySocket socket)
    {
        var plan = Server.Face.Open(socket.Address.AbsolutePath, socket.Address.Query.TrimStart('?'))!;
        var session = Server.Open(plan, new Connection(socket), Client);
        socket.Received += session.OnFrame;
        socket.Closed += session.OnClosed;
    }

    private sealed class Connection(InMemorySocket socket) : IServerConnection
    {
        public void Send(ReadOnlyMemory<byte> utf8) => socket.Send(utf8);

        public void Ping() => socket.Ping();

        public void Close(int code, string reason) => socket.Close();

        public void Abort() => socket.Abort();
    }

    private sealed class CallHandler(VenueServer server) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            var body = request.Content is null
                ? []
                : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            var answer = server.Answer(new ServerRequest
            {
                Method = request.Method.Method,
                Path = address.AbsolutePath,
                Query = address.Query.TrimStart('?'),
                Body = body,
                Header = name => request.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null,
                Client = Client,
            });
            switch (answer.Fate)
            {
                case AnswerFate.Withheld:
                    await Never(cancellationToken).ConfigureAwait(false);
                    break;
                case AnswerFate.Broken:
                    throw new HttpRequestException(
                        HttpRequestError.ResponseEnded, "The connection ended without an answer.");
                default:
                    break;
            }

            var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
            {
                RequestMessage = request,
                Content = new ReadOnlyMemoryContent(answer.Body),
            };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
            foreach (var (name, value) in answer.Headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        }

        // A task without a timer, so that a virtual clock has nothing to wait for.
        private static async Task Never(CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource();
            using (cancellationToken.UnsafeRegister(
                static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), never))
            {
                await never.Task.ConfigureAwait(false);
            }
        }
    }
}
