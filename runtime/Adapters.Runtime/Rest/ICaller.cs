using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Wire;

namespace Adapters.Rest;

/// <summary>Sends calls of one product, over whichever transport. Safe from any thread.</summary>
public interface ICaller
{
    /// <summary>What the specification says of the product.</summary>
    ProductCatalogue Catalogue { get; }

    /// <summary>The symbols of the product.</summary>
    SymbolTable Symbols { get; }

    /// <summary>Begins a call. Sending uses the request up.</summary>
    RestRequest Create(EndpointInfo endpoint);

    /// <summary>Sends a call whose answer is one record.</summary>
    /// <exception cref="RequestException">Parameters are missing or contradict each other; nothing was sent.</exception>
    /// <exception cref="ExchangeException">The venue refused, could not be reached, or the outcome is unknown.</exception>
    /// <exception cref="DecodeException">The answer is not what the venue documents.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before it was sent, or where it may be repeated; otherwise
    /// cancelling gives <see cref="ErrorClass.UnknownOutcome"/>.</exception>
    ValueTask<T> SendAsync<T>(RestRequest request, CancellationToken cancellationToken = default)
        where T : IWire<T>;

    /// <summary>Sends a call whose answer is a list of records. Errors as with
    /// <see cref="SendAsync{T}(RestRequest, CancellationToken)"/>.</summary>
    ValueTask<T[]> SendListAsync<T>(RestRequest request, CancellationToken cancellationToken = default)
        where T : IWire<T>;

    /// <summary>Sends a call whose answer is read by a delegate, such as a map or a scalar. Errors as with
    /// <see cref="SendAsync{T}(RestRequest, CancellationToken)"/>.</summary>
    ValueTask<T> SendOfAsync<T>(RestRequest request, ScalarRead<T> read, CancellationToken cancellationToken = default);

    /// <summary>Sends a call whose answer is of no interest: empty, or any JSON. Errors as with
    /// <see cref="SendAsync{T}(RestRequest, CancellationToken)"/>.</summary>
    ValueTask SendNothingAsync(RestRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends a call and gives the answer's bytes undecoded, for tools. Errors as with
    /// <see cref="SendAsync{T}(RestRequest, CancellationToken)"/>.</summary>
    ValueTask<byte[]> SendBytesAsync(RestRequest request, CancellationToken cancellationToken = default);
}

/// <summary>Callers with a way of their own at the rate limiter.</summary>
public static class CallerPriority
{
    /// <summary>The same caller, whose calls have a priority and wait no longer than told.</summary>
    /// <param name="caller">Sends them.</param>
    /// <param name="priority">Cancels draw on a share of the limits that nothing else may use.</param>
    /// <param name="maxLimiterWait">How long a call may wait for the rate limiter; zero does not wait.</param>
    public static ICaller With(this ICaller caller, LimitPriority priority, TimeSpan maxLimiterWait)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLimiterWait, TimeSpan.Zero);
        return new Prioritised(caller, priority, maxLimiterWait);
    }

    private sealed class Prioritised(ICaller caller, LimitPriority priority, TimeSpan maxLimiterWait) : ICaller
    {
        public ProductCatalogue Catalogue => caller.Catalogue;

        public SymbolTable Symbols => caller.Symbols;

        public RestRequest Create(EndpointInfo endpoint)
        {
            var request = caller.Create(endpoint);
            request.Priority = priority;
            request.MaxLimiterWait = maxLimiterWait;
            return request;
        }

        public ValueTask<T> SendAsync<T>(RestRequest request, CancellationToken cancellationToken)
            where T : IWire<T> => caller.SendAsync<T>(request, cancellationToken);

        public ValueTask<T[]> SendListAsync<T>(RestRequest request, CancellationToken cancellationToken)
            where T : IWire<T> => caller.SendListAsync<T>(request, cancellationToken);

        public ValueTask<T> SendOfAsync<T>(
            RestRequest request, ScalarRead<T> read, CancellationToken cancellationToken) =>
            caller.SendOfAsync(request, read, cancellationToken);

        public ValueTask SendNothingAsync(RestRequest request, CancellationToken cancellationToken) =>
            caller.SendNothingAsync(request, cancellationToken);

        public ValueTask<byte[]> SendBytesAsync(RestRequest request, CancellationToken cancellationToken) =>
            caller.SendBytesAsync(request, cancellationToken);
    }
}
