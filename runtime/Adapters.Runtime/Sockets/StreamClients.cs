using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Wire;
using Microsoft.Extensions.Logging;

namespace Adapters.Sockets;

/// <summary>The streams of a product: one client per socket, made when first needed.</summary>
public sealed class StreamClients(
    ProductCatalogue catalogue, EnvironmentInfo environment, StreamOptions options, IWebSocketFactory factory,
    SymbolTable symbols, TimeProvider timeProvider, ILogger? logger = null, RateLimiter? limiter = null) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StreamClient> _clients = [];

    /// <summary>The symbols messages refer to.</summary>
    public SymbolTable Symbols => symbols;

    /// <summary>The client of a socket.</summary>
    /// <exception cref="ArgumentException">The product has no such socket.</exception>
    public StreamClient Of(string socket)
    {
        lock (_gate)
        {
            if (!_clients.TryGetValue(socket, out var client))
            {
                var info = catalogue.Sockets.FirstOrDefault(item => item.Name == socket)
                    ?? throw new ArgumentException($"{catalogue.Id} has no socket '{socket}'.", nameof(socket));
                client = new StreamClient(catalogue, info, environment, options, factory, symbols, timeProvider, logger, limiter);
                _clients.Add(socket, client);
            }

            return client;
        }
    }

    /// <summary>Subscribes on the channel's socket.</summary>
    /// <exception cref="SubscriptionException">The venue refused, or did not acknowledge in time.</exception>
    public ValueTask<Subscription> SubscribeAsync<T>(
        ChannelInfo<T> channel, string topic, MessageHandler<T> handler, Action<SubscriptionEvent>? changed = null,
        CancellationToken cancellationToken = default)
        where T : IWire<T>, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Of(channel.Socket).SubscribeAsync(channel, topic, handler, changed, cancellationToken);
    }

    /// <summary>Closes all of them.</summary>
    public async ValueTask DisposeAsync()
    {
        StreamClient[] clients;
        lock (_gate)
        {
            clients = [.. _clients.Values];
            _clients.Clear();
        }

        foreach (var client in clients)
        {
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }
}
