using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Wire;

namespace Adapters.Trading;

/// <summary>Sends one call about an order, and knows whether it went out. A second call is refused: nothing about an
/// order is ever sent twice.</summary>
internal sealed class OrderCaller(ICaller caller, LimitPriority priority, TimeSpan maxWait, Func<Timestamp> now) : ICaller
{
    private int _sent;

    public ProductCatalogue Catalogue => caller.Catalogue;

    public SymbolTable Symbols => caller.Symbols;

    /// <summary>It was not sent before, on the server's clock; null where it was not handed over. It may have waited after,
    /// and the clock may have been put right meanwhile.</summary>
    internal Timestamp? SentFrom { get; private set; }

    /// <summary>The time that it carries, from which the venue counts its receive window; null where nothing left.
    /// </summary>
    internal Timestamp? Stamp { get; private set; }

    public RestRequest Create(EndpointInfo endpoint)
    {
        var request = caller.Create(endpoint);
        request.Priority = priority;
        request.MaxLimiterWait = maxWait;
        request.Leaving = OnLeaving;
        return request;
    }

    public ValueTask<T> SendAsync<T>(RestRequest request, CancellationToken cancellationToken)
        where T : IWire<T>
    {
        Note();
        return caller.SendAsync<T>(request, cancellationToken);
    }

    public ValueTask<T[]> SendListAsync<T>(RestRequest request, CancellationToken cancellationToken)
        where T : IWire<T>
    {
        Note();
        return caller.SendListAsync<T>(request, cancellationToken);
    }

    public ValueTask<T> SendOfAsync<T>(RestRequest request, ScalarRead<T> read, CancellationToken cancellationToken)
    {
        Note();
        return caller.SendOfAsync(request, read, cancellationToken);
    }

    public ValueTask SendNothingAsync(RestRequest request, CancellationToken cancellationToken)
    {
        Note();
        return caller.SendNothingAsync(request, cancellationToken);
    }

    public ValueTask<byte[]> SendBytesAsync(RestRequest request, CancellationToken cancellationToken)
    {
        Note();
        return caller.SendBytesAsync(request, cancellationToken);
    }

    private void Note()
    {
        if (Interlocked.Exchange(ref _sent, 1) != 0)
        {
            throw new InvalidOperationException("A call about an order would have been sent twice.");
        }

        SentFrom = now();
    }

    private void OnLeaving(Timestamp stamp)
    {
        Stamp = stamp;
        SentFrom = stamp < SentFrom ? stamp : SentFrom;
    }
}
