using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Rest;
using Adapters.Wire;

namespace Adapters.Benchmarks.Requests;

/// <summary>Takes calls as far as their finished buffers and headers, as an attempt at sending does, and sends none.
/// </summary>
internal sealed class WritingCaller(RestClient client, bool isSigned) : ICaller
{
    public ProductCatalogue Catalogue => client.Catalogue;

    public SymbolTable Symbols => client.Symbols;

    /// <summary>Looks at each finished request.</summary>
    internal Action<RestRequest>? Seen { get; set; }

    public RestRequest Create(EndpointInfo endpoint) => client.Create(endpoint);

    public ValueTask<T> SendAsync<T>(RestRequest request, CancellationToken cancellationToken = default)
        where T : IWire<T>
    {
        var plan = client.Check(request);
        if (isSigned)
        {
            client.Write(request, plan);
        }

        Seen?.Invoke(request);
        client.Return(request);
        return default;
    }

    public ValueTask<T[]> SendListAsync<T>(RestRequest request, CancellationToken cancellationToken = default)
        where T : IWire<T> => throw new NotSupportedException("Orders have one answer.");

    public ValueTask<T> SendOfAsync<T>(RestRequest request, ScalarRead<T> read, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Orders have one answer.");

    public ValueTask SendNothingAsync(RestRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Orders have an answer.");

    public ValueTask<byte[]> SendBytesAsync(RestRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Orders have a decoded answer.");
}
