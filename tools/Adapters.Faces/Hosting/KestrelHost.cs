using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Adapters.Faces.Hosting;

/// <summary>A venue's server on a port of 127.0.0.1.</summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    private const int MaxBody = 1 << 20;

    private readonly WebApplication _host;
    private readonly VenueServer _server;
    private readonly CancellationTokenSource _stopping = new();

    private KestrelHost(WebApplication host, VenueServer server)
    {
        _host = host;
        _server = server;
    }

    /// <summary>The port.</summary>
    internal int Port { get; private set; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    internal static async Task<KestrelHost> StartAsync(
        VenueServer server, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBody;
        });
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var host = builder.Build();
        var made = new KestrelHost(host, server);
        host.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = Ping(server),
            KeepAliveTimeout = TimeSpan.FromMinutes(1),
        });
        host.Run(made.ServeAsync);
        try
        {
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await made.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        made.Port = new Uri(host.Urls.Single()).Port;
        return made;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    // The transport pings and waits for the pong; how often the venue does so, its specification says.
    private static TimeSpan Ping(VenueServer server) =>
        server.Face.Catalogue.Sockets.Min(static socket => socket.ServerPing) ?? TimeSpan.FromSeconds(30);

    private async Task ServeAsync(HttpContext context)
    {
        var request = await ReadAsync(context).ConfigureAwait(false);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await WriteAsync(context, _server.Answer(request)).ConfigureAwait(false);
            return;
        }

        if (_server.Accept(request, out var refusal) is not { } plan)
        {
            await WriteAsync(context, refusal!).ConfigureAwait(false);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, context.RequestAborted);
        await new SocketConnection(socket).RunAsync(_server, plan, request.Client, ending.Token).ConfigureAwait(false);
    }

    private static async Task<ServerRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new ServerRequest
        {
            Method = context.Request.Method,
            Path = query < 0 ? target : target[..query],
            Query = query < 0 ? "" : target[(query + 1)..],
            Body = body.ToArray(),
            Header = name => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
            Client = context.Connection.RemoteIpAddress?.ToString() ?? "",
        };
    }

    private async Task WriteAsync(HttpContext context, ServerResponse answer)
    {
        switch (answer.Fate)
        {
            case AnswerFate.Broken:
                context.Abort();
                return;
            case AnswerFate.Withheld:
                using (var ending = CancellationTokenSource.CreateLinkedTokenSource(
                    _stopping.Token, context.RequestAborted))
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, ending.Token)
                        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                context.Abort();
                return;
            default:
                break;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
