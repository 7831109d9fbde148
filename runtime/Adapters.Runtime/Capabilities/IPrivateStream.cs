using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Capabilities;

/// <summary>Tells what happens to an account.</summary>
public interface IPrivateStream
{
    /// <summary>Follows the account until it is disposed. Orders, fills and balances are read once before it returns,
    /// and again after every gap before it says resumed.</summary>
    /// <param name="handlers">Who hears of what; the account can also be read.</param>
    /// <param name="cancellationToken">Ends waiting for the subscription.</param>
    /// <exception cref="Adapters.Rest.RequestException">Credentials are missing, or the environment has no private
    /// stream.</exception>
    /// <exception cref="DecodeException">What the venue answers cannot be read, again and again; likewise a
    /// <see cref="ConversionException"/> where it holds a value that nobody knows.</exception>
    /// <exception cref="ObjectDisposedException">The connector was disposed of meanwhile.</exception>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached; class
    /// <see cref="ErrorClass.Subscribed"/> where it is followed already and the venue allows that once.</exception>
    ValueTask<ILiveAccount> OpenAccountAsync(
        AccountHandlers? handlers = null, CancellationToken cancellationToken = default);
}

/// <summary>Who hears of what happens to an account. Handlers run one at a time, in order, on whatever thread brings the
/// news: the receiving loop, one that reads what was missed, or the one that an order call ends on. They must not block.
/// Nothing is dropped, and nothing told twice.</summary>
public sealed class AccountHandlers
{
    /// <summary>An order is new or has changed. Never goes backwards: an older state that arrives late is not
    /// told.</summary>
    public MessageHandler<Order>? Orders { get; init; }

    /// <summary>A fill; each trade once.</summary>
    public MessageHandler<Fill>? Fills { get; init; }

    /// <summary>A balance has changed.</summary>
    public MessageHandler<Balance>? Balances { get; init; }

    /// <summary>Connected, gap, resumed. Between gap and resumed what was missed is read and told to the handlers
    /// above.</summary>
    public Action<SubscriptionEvent>? Changed { get; init; }
}

/// <summary>An account that follows the venue: its state says at any moment whether it can be trusted.</summary>
public interface ILiveAccount : IAsyncDisposable
{
    /// <summary>Whether orders and balances can be trusted.</summary>
    AccountState State { get; }

    /// <summary>Orders that can still be filled, as of now.</summary>
    IReadOnlyList<Order> OpenOrders { get; }

    /// <summary>Balances as of now.</summary>
    IReadOnlyList<Balance> Balances { get; }
}
