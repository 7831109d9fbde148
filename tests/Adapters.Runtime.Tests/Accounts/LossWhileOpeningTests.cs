using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using static Adapters.Runtime.Tests.Accounts.Tellings;

namespace Adapters.Runtime.Tests.Accounts;

/// <summary>Before an account was read for the first time the stream told of an order, and was lost: what became of the
/// order meanwhile is in no list that is asked for, neither of open orders nor of late ones.</summary>
public sealed class LossWhileOpeningTests
{
    [Theory]
    [InlineData(OrderStatus.Filled, 10)]
    [InlineData(OrderStatus.Canceled, 1)]
    public async Task An_order_that_was_told_before_the_loss_is_asked_for(OrderStatus status, int filled)
    {
        await using var venue = new AccountVenue();
        var order = Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 1m, at: 20) with { CreatedAt = At(-3_600_000) };
        venue.OnAsked = what =>
        {
            venue.OnAsked = null;
            venue.Set(order, Fill(venue.Symbol, 5, 1, 1m, 20));
            venue.Change(SubscriptionEventKind.Gap);
            venue.Set(
                order with { Status = status, FilledQuantity = filled, UpdatedAt = At(40) },
                filled > 1 ? Fill(venue.Symbol, 6, 1, filled - 1m, 40) : null, isTold: false);
            throw new ExchangeException("test-spot", what, ErrorClass.Unreachable, "later");
        };

        var opening = venue.OpenAsync();
        venue.Change(SubscriptionEventKind.Resumed);
        venue.Pass(2);
        await using var account = await opening;

        Assert.Empty(account.OpenOrders);
        Assert.Single(venue.Asked, "order 1");
        Assert.Equal(filled > 1 ? 2 : 1, venue.Heard.Count(static heard => heard.StartsWith("fill", StringComparison.Ordinal)));
        Assert.Single(venue.Heard, $"1:{status}:{filled}");
        Assert.Equal("Connected", venue.Heard[^1]);
    }
}
