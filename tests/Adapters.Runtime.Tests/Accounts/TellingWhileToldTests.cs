using System.Globalization;
using Adapters.Accounts;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Sockets;
using static Adapters.Runtime.Tests.Accounts.Tellings;

namespace Adapters.Runtime.Tests.Accounts;

/// <summary>A handler acts on what it hears while an account is put together after a gap, and what comes of that is told
/// inline.</summary>
public sealed class TellingWhileToldTests
{
    [Fact]
    public async Task What_a_handler_brings_about_while_the_rest_is_told_comes_too_and_once()
    {
        await using var venue = new AccountVenue();
        var heard = new List<string>();
        var stream = new PrivateStream(venue.Kernel, venue, venue, venue.SubscribeAsync);
        await using var account = await stream.OpenAccountAsync(new AccountHandlers
        {
            Orders = (in order) =>
            {
                heard.Add($"{order.Id}:{order.Status}");
                if (order.Id.ToString() is "1" or "2")
                {
                    venue.Set(Order(venue.Symbol, long.Parse(order.Id.ToString(), CultureInfo.InvariantCulture) * 10, OrderStatus.Open, at: 60));
                }
            },
            Changed = change => heard.Add($"{change.Kind}"),
        });
        venue.Change(SubscriptionEventKind.Gap);
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open, at: 40));
        venue.OnAsked = what =>
        {
            if (what == "balances")
            {
                venue.OnAsked = null;
                venue.Set(Order(venue.Symbol, 2, OrderStatus.Open, at: 50));
            }
        };

        venue.Change(SubscriptionEventKind.Resumed);

        Assert.Equal("Connected Gap 1:Open 2:Open 10:Open 20:Open Resumed", string.Join(' ', heard));
        Assert.Equal(4, account.OpenOrders.Count);
    }
}
