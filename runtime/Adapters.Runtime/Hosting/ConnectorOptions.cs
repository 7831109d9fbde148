using Adapters.Books;
using Adapters.Catalogue;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Rest;
using Adapters.Security;
using Adapters.Sockets;
using Microsoft.Extensions.Logging;

namespace Adapters.Hosting;

/// <summary>How a connector is set up. Everything has a default that talks to the live venue.</summary>
public sealed class ConnectorOptions
{
    /// <summary>Name of the environment, for example <c>live</c>, <c>testnet</c> or <c>demo</c>.</summary>
    public string Environment { get; set; } = "live";

    /// <summary>An environment of your own, for example a simulated exchange; takes the place of
    /// <see cref="Environment"/>.</summary>
    public EnvironmentInfo? CustomEnvironment { get; set; }

    /// <summary>Who calls: key and signing key; without, only public data can be asked for. The connector takes them over
    /// and wipes the secret when it is disposed.</summary>
    public Credentials? Credentials { get; set; }

    /// <summary>How calls are sent.</summary>
    public RestOptions Rest { get; set; } = new();

    /// <summary>How orders are placed and unknown outcomes are settled.</summary>
    public OrderOptions Orders { get; set; } = new();

    /// <summary>How the account is followed.</summary>
    public AccountOptions Accounts { get; set; } = new();

    /// <summary>How limits are shared out.</summary>
    public RateLimiterOptions Limits { get; set; } = new();

    /// <summary>How streams are kept.</summary>
    public StreamOptions Streams { get; set; } = new();

    /// <summary>How patient live books are.</summary>
    public BookSynchroniserOptions Books { get; set; } = new();

    /// <summary>The transport of calls; the network by default. One that is given stays yours to dispose.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>The transport of streams; the network by default.</summary>
    public IWebSocketFactory? WebSockets { get; set; }

    /// <summary>Clock and timers.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Makes the loggers; silent by default.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Checks the values against what a product offers.</summary>
    /// <exception cref="ArgumentException">A value makes no sense; it is named, with what is accepted.</exception>
    public void Validate(ProductCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        foreach (var (part, name) in new (object?, string)[]
        {
            (Rest, nameof(Rest)), (Orders, nameof(Orders)), (Accounts, nameof(Accounts)), (Limits, nameof(Limits)),
            (Streams, nameof(Streams)), (Books, nameof(Books)),
        })
        {
            ArgumentNullException.ThrowIfNull(part, name);
        }

        if (CustomEnvironment is null)
        {
            catalogue.Environment(Environment);
        }

        Rest.Validate(catalogue);
        Streams.Validate();
        Orders.Validate();
        Accounts.Validate();
        Limits.Validate();
        Books.Validate();
    }
}
