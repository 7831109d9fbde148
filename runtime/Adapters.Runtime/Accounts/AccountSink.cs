using Adapters.Domain;

namespace Adapters.Accounts;

/// <summary>Takes what a private stream tells, in the domain's words. Called on the receiving loop.</summary>
public abstract class AccountSink
{
    private protected AccountSink()
    {
    }

    /// <summary>An order, and the fill that changed it, where there is one.</summary>
    /// <param name="order">The order as it is now.</param>
    /// <param name="fill">The fill.</param>
    /// <param name="receivedAt">When the message arrived.</param>
    public abstract void OnOrder(in Order order, in Fill? fill, Timestamp receivedAt);

    /// <summary>A fill, where the venue tells it apart from the order.</summary>
    public abstract void OnFill(in Fill fill, Timestamp receivedAt);

    /// <summary>A balance.</summary>
    public abstract void OnBalance(in Balance balance, Timestamp receivedAt);

    /// <summary>Something changed that is not told whole: the account is asked for soon.</summary>
    public abstract void OnDoubt();

    /// <summary>Something was told that the specification does not know. The first time the account is asked for soon;
    /// after that, whatever such messages mean is found when it is compared now and then.</summary>
    public abstract void OnUnknown();
}

/// <summary>Opens a private stream that tells a sink.</summary>
/// <param name="sink">Takes what is told.</param>
/// <param name="changed">Hears of gaps.</param>
/// <param name="cancellationToken">Ends waiting.</param>
/// <returns>Closes it.</returns>
public delegate ValueTask<IAsyncDisposable> AccountSubscriber(
    AccountSink sink, Action<Sockets.SubscriptionEvent> changed, CancellationToken cancellationToken);
