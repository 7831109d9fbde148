using Adapters.Books;
using Adapters.Catalogue;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Rest;
using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Hosting;

/// <summary>Options that make no sense are named when a connector is made, not when something goes wrong.</summary>
public sealed class ConnectorOptionsTests
{
    private static readonly ProductCatalogue Catalogue = new()
    {
        Exchange = "Venue",
        Product = "spot",
        Id = "venue-spot",
        SpecHash = "",
        Environments = [new EnvironmentInfo("live", new Dictionary<string, string>(), [])],
        Rest = new RestShape(),
        Auth =
        [
            new AuthInfo { Name = "key" },
            new AuthInfo { Name = "signed", MaxReceiveWindow = TimeSpan.FromSeconds(60) },
        ],
        Errors = new ErrorTable(new ErrorRule(ErrorClass.InvalidRequest, 2)),
        Endpoints = [],
        Sockets = [],
    };

    public static TheoryData<string, ConnectorOptions> Wrong => new()
    {
        { "MaxAttempts", new() { Rest = new RestOptions { MaxAttempts = 0 } } },
        { "ReceiveWindow", new() { Rest = new RestOptions { ReceiveWindow = TimeSpan.FromTicks(9_999) } } }, // venues count milliseconds
        { "at most 60 s: venue-spot", new() { Rest = new RestOptions { ReceiveWindow = TimeSpan.FromSeconds(61) } } },
        { "ResolveTimeout", new() { Orders = new OrderOptions { ResolveTimeout = TimeSpan.FromSeconds(-1) } } },
        { "ReservedShare", new() { Limits = new RateLimiterOptions { ReservedShare = 0.6 } } },
        { "MaxWaiting", new() { Limits = new RateLimiterOptions { MaxWaiting = 0 } } },
        { "ConnectTimeout", new() { Streams = new StreamOptions { ConnectTimeout = TimeSpan.Zero } } },
        { "MaxBufferedUpdates", new() { Books = new BookSynchroniserOptions { MaxBufferedUpdates = 0 } } },
        { "MaxDelay", new() { Books = new BookSynchroniserOptions { MaxDelay = TimeSpan.Zero } } },
        { "Books", new() { Books = null! } },
        { "tesnet", new() { Environment = "tesnet" } },
    };

    [Fact]
    public void Those_that_nobody_touched_are_right() => new ConnectorOptions().Validate(Catalogue);

    [Fact]
    public void The_venue_s_longest_receive_window_is_taken() => new ConnectorOptions
    {
        Rest = new RestOptions { ReceiveWindow = TimeSpan.FromSeconds(60) },
    }.Validate(Catalogue);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_makes_no_sense_is_named(string name, ConnectorOptions options)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => options.Validate(Catalogue));
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }
}
