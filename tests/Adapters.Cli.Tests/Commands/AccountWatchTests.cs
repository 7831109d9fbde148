using Adapters.Cli.Output;
using Adapters.Cli.Tests.Harness;
using Adapters.Domain;
using Adapters.Faces;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Transport;

namespace Adapters.Cli.Tests.Commands;

/// <summary>An account live: a picture in a terminal, lines in a pipe, objects for programs.</summary>
public sealed class AccountWatchTests
{
    [Fact]
    public async Task Screen_shows_orders_fills_and_balances()
    {
        using var simulated = Trading(100, 40);
        var run = await simulated.OfAsync("watch", "binance", "--account", "--simulated", "--for", "20s");

        Assert.Equal(0, run.Code);
        Assert.Equal("note: 1 fill, 1 order ended.", run.Error.TrimEnd());
        Assert.EndsWith("\u001b[?25h", run.Out.TrimEnd(), StringComparison.Ordinal);
        var last = run.LastPicture();
        Assert.Matches(@"^binance-spot simulated account  live  12:00:\d\d UTC  20 of 20 s  Ctrl-C ends", last[0]);
        Assert.StartsWith("Orders  1 open, 1 ended", last[1], StringComparison.Ordinal);
        Assert.Contains(last, line => line.Contains("Open", StringComparison.Ordinal) && line.Contains("20000.00", StringComparison.Ordinal));
        Assert.Contains(last, line => line.Contains("Filled", StringComparison.Ordinal) && line.Contains("Market", StringComparison.Ordinal));
        Assert.Contains(last, line => line.StartsWith("Fills  1", StringComparison.Ordinal));
        Assert.Contains(last, line => line.StartsWith("Balances", StringComparison.Ordinal));
        Assert.Contains(last, line => line.Contains("USDT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20, 3)]
    [InlineData(20, 6)]
    [InlineData(60, 12)]
    [InlineData(80, 24)]
    [InlineData(240, 60)]
    public async Task Picture_fits_every_screen(int width, int height)
    {
        using var simulated = Trading(width, height);
        var run = await simulated.OfAsync("watch", "binance", "--account", "--simulated", "--for", "5s");

        var last = run.LastPicture();
        Assert.True(last.Length < height, $"{last.Length} lines");
        Assert.All(last, line => Assert.True(line.Length <= width, line));
    }

    [Theory]
    [InlineData("--json")]
    [InlineData]
    public async Task Pipe_gets_every_event(params string[] more)
    {
        using var simulated = new SimulatedRun { AfterStep = Trade };
        var run = await simulated.OfAsync(["watch", "binance", "--account", "--simulated", "--for", "5s", .. more]);

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain('\u001b', run.Out);
        var fills = more.Length > 0
            ? run.JsonLines.Count(line => line.GetProperty("type").GetString() == "Fill")
            : run.Lines.Count(line => line.Contains("  fill     ", StringComparison.Ordinal));
        Assert.Equal(1, fills);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_account_that_the_venue_no_longer_tells_ends_the_command_with_the_reason(bool isScreen)
    {
        using var simulated = new SimulatedRun
        {
            Terminal = isScreen ? ToolSetup.Screen(100, 40, hasColours: true) : Terminal.None,
            AfterStep = static (venue, steps) =>
            {
                if (steps == 20)
                {
                    Assert.True(venue.Server.Revoke(SimulatedVenue.KeyOf(1).Key));
                    Assert.All(venue.WebSockets.Connections, static connection => connection.Abort());
                }
            },
        };
        var run = await simulated.OfAsync("watch", "binance", "--account", "--simulated");

        Assert.Equal(ExitCode.Failure, run.Code);
        Assert.Contains("The account is followed no more: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("-2015", isScreen ? run.Error : run.Out, StringComparison.Ordinal);
        if (isScreen)
        {
            Assert.Matches("^binance-spot simulated account  closed", run.LastPicture()[0]);
        }
    }

    [Fact]
    public async Task Lines_of_orders_tell_all_that_they_wait_for()
    {
        using var simulated = new SimulatedRun
        {
            AfterStep = static (venue, steps) =>
            {
                if (steps != 20)
                {
                    return;
                }

                var account = venue.Server.Exchange.Accounts.Single();
                var order = new OrderEntry { Market = venue.Server.Exchange.Markets[0], Side = Side.Sell, Kind = OrderKind.StopMarket };
                account.Place(order with { Quantity = 0.001m, TriggerPrice = 20_000m });
                account.Place(order with
                {
                    Kind = OrderKind.Limit,
                    TimeInForce = TimeInForce.FillOrKill,
                    Quantity = 0.5m,
                    Price = 200_000m,
                });
            },
        };
        var run = await simulated.OfAsync("watch", "binance", "--account", "--simulated", "--for", "5s");

        Assert.Contains("sell 0.00100 stop-market  trigger 20000.00  pending  filled 0.00000", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "sell 0.50000 @ 200000.00 limit  expired  filled 0.00000  UNFILLED_FOK_ORDER_EXPIRED", run.Out, StringComparison.Ordinal);
    }

    private static SimulatedRun Trading(int width, int height) => new()
    {
        Terminal = ToolSetup.Screen(width, height, hasColours: true),
        AfterStep = Trade,
    };

    // An order that rests and one that is filled, once the account is followed.
    private static void Trade(InMemoryVenue venue, int steps)
    {
        if (steps != 20)
        {
            return;
        }

        var account = venue.Server.Exchange.Accounts.Single();
        var market = venue.Server.Exchange.Markets[0];
        account.Place(new OrderEntry { Market = market, Side = Side.Buy, Kind = OrderKind.Limit, Quantity = 0.001m, Price = 20_000m });
        account.Place(new OrderEntry { Market = market, Side = Side.Buy, Kind = OrderKind.Market, Quantity = 0.001m });
    }
}
