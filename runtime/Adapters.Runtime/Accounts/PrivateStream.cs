using Adapters.Capabilities;
using Adapters.Hosting;

namespace Adapters.Accounts;

/// <summary>Follows accounts: a connector says how the venue's private stream is opened and which calls answer what was
/// missed.</summary>
/// <param name="kernel">What the connector stands on.</param>
/// <param name="orders">Answers about orders.</param>
/// <param name="account">Answers about fills and balances.</param>
/// <param name="subscribe">Opens the venue's stream.</param>
public sealed class PrivateStream(
    ConnectorKernel kernel, IOrderQueries orders, IAccountInfo account, AccountSubscriber subscribe) : IPrivateStream
{
    /// <inheritdoc/>
    public async ValueTask<ILiveAccount> OpenAccountAsync(
        AccountHandlers? handlers = null, CancellationToken cancellationToken = default)
    {
        await kernel.PrepareClockAsync(cancellationToken).ConfigureAwait(false);
        var settle = kernel.Options.Rest.ReceiveWindow + kernel.Options.Orders.SettleMargin;
        var reader = new AccountReader(orders, account, account, settle);
        var live = new LiveAccount(kernel, reader, handlers ?? new AccountHandlers());
        await live.OpenAsync(subscribe, cancellationToken).ConfigureAwait(false);
        return live;
    }
}
