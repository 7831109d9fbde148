namespace Adapters.Errors;

/// <summary>The venue did not accept a subscription.</summary>
public sealed class SubscriptionException : ExchangeException
{
    /// <summary>Makes the error.</summary>
    /// <param name="exchange">The product, for example <c>binance-spot</c>.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="errorClass">What it means.</param>
    /// <param name="problem">The venue's text, or what happened.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public SubscriptionException(
        string exchange, string topic, ErrorClass errorClass, string problem, Exception? innerException = null)
        : base(exchange, topic, errorClass, problem, innerException)
    {
    }

    /// <summary>The topic.</summary>
    public string Topic => Endpoint;
}
