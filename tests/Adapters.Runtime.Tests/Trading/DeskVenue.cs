using System.Net;
using System.Text;
using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Rest;
using Adapters.Runtime.Tests.Domain;
using Adapters.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>A venue that takes orders as a test tells it, its clock, and a desk.</summary>
internal sealed class DeskVenue : HttpMessageHandler, IInstruments
{
    public DeskVenue(IWebSocketFactory? sockets = null, Action<ConnectorOptions>? change = null, HttpMessageHandler? handler = null, string host = "http://api.test")
    {
        // Under xunit's context continuations would hop to the pool, and the clock could run ahead of the desk.
        SynchronizationContext.SetSynchronizationContext(null);
        var options = new ConnectorOptions
        {
            HttpHandler = handler ?? this,
            WebSockets = sockets,
            TimeProvider = Clock,
            CustomEnvironment = new EnvironmentInfo(
                "live", new Dictionary<string, string> { ["rest"] = host, ["api"] = "ws://api.test" }, []),
            Limits = new RateLimiterOptions { ReservedShare = 0.1 },
            Streams = new StreamOptions { Jitter = new Random(1), Continuations = TaskCreationOptions.None },
            Orders = new OrderOptions { Random = new Random(1) },
        };
        change?.Invoke(options);
        Kernel = ConnectorKernel.Open(Catalogue, options);
        Desk = new TestDesk(Kernel, Kernel.Rest, this);
        Symbol = Kernel.Symbols.Get("BTCUSDT");
    }

    public ConnectorKernel Kernel { get; }

    public TestDesk Desk { get; }

    public Symbol Symbol { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero));

    /// <summary>Method, path and parameters of each request that arrived.</summary>
    public List<string> Arrived { get; } = [];

    public Func<string, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = (_, _) => Says(200, Open(1));

    public SymbolTable Symbols => Kernel.Symbols;

    public int MarketsAsked { get; private set; }

    /// <summary>Step of orders at the market's price.</summary>
    public decimal? MarketStep { get; init; }

    public OrderRequest Request => OrderRequest.Limit(Symbol, Side.Buy, 1m, 100m) with { ClientId = ClientOrderId.Parse("mine") };

    public static string Open(long id, string client = "mine", string status = "Open", string quantity = "1", string created = "1795514430000") =>
        $$"""{"id":{{id}},"clientId":"{{client}}","status":"{{status}}","quantity":"{{quantity}}","filled":"0","created":{{created}}}""";

    public static Task<HttpResponseMessage> Says(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    }

    public static async Task<HttpResponseMessage> IsSilent(CancellationToken cancellationToken) =>
        await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);

    public ValueTask<IReadOnlyList<Market>> GetMarketsAsync(CancellationToken cancellationToken = default)
    {
        MarketsAsked++;
        var markets = new[] { Markets.Spot(Symbol, "BTC", "USDT", marketStep: MarketStep) };
        Symbols.Load(markets);
        return new(markets);
    }

    /// <summary>A call of which nobody knows what became.</summary>
    public async Task<OrderOutcome> LoseAsync(OrderOperation operation)
    {
        await GetMarketsAsync();
        Answer = (_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        var order = OrderRef.Of(Symbol, ClientOrderId.Parse("mine"));
        var outcome = await (operation switch
        {
            OrderOperation.Place => Desk.PlaceAsync(Request),
            OrderOperation.Cancel => Desk.CancelAsync(order),
            _ => Desk.AmendAsync(new AmendRequest { Order = order, Quantity = 0.50009m }),
        });
        Assert.True(outcome.IsUnknown);
        return outcome;
    }

    /// <summary>Moves the clock on until the task is done.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task)
    {
        for (var step = 0; step < 10_000 && !task.IsCompleted; step++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.True(task.IsCompleted, "it never ends");
        return await task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var arrived = $"{request.Method} {request.RequestUri!.PathAndQuery} {body}".TrimEnd();
        Arrived.Add(arrived);
        return await Answer(arrived, cancellationToken);
    }

    private static readonly ProductCatalogue Catalogue = new()
    {
        Exchange = "Test",
        Product = "spot",
        Id = "test-spot",
        SpecHash = "0",
        Environments = [],
        Rest = new RestShape { Failure = new FrameTemplate("""{"code":"$code","msg":"$message"}""") },
        Limits = [new("orders", "account", LimitKind.Orders, null, new LimitWindow("10s", TimeSpan.FromSeconds(10), 10))],
        Errors = new ErrorTable(
            new ErrorRule(ErrorClass.Banned, Http: "418"),
            new ErrorRule(ErrorClass.RateLimited, Http: "429"),
            new ErrorRule(ErrorClass.UnknownOutcome, Http: "5xx"),
            new ErrorRule(ErrorClass.UnknownOutcome, From: -1007, To: -1006),
            new ErrorRule(ErrorClass.Busy, From: -1008),
            new ErrorRule(ErrorClass.OrderRateLimited, From: -1015),
            new ErrorRule(ErrorClass.UnknownOrder, From: -2013),
            new ErrorRule(ErrorClass.UnknownOrder, From: -2011),
            new ErrorRule(ErrorClass.InsufficientFunds, From: -2010)),
        Endpoints = [TestDesk.Place, TestDesk.Cancel, TestDesk.Amend, TestDesk.Get, TestDesk.Open, TestDesk.All, TestDesk.Replace, TestDesk.List],
        Orders = new OrderRules
        {
            Kinds = [new(OrderKind.Limit, [TimeInForce.GoodTillCancel]), new(OrderKind.Market, [])],
            ClientIdCharacters = "a-zA-Z0-9_-",
            ClientIdLength = 36,
            AmendsQuantity = true,
        },
        Sockets =
        [
            new()
            {
                Name = "api",
                Url = "{api}",
                Call = new FrameTemplate("""{"id":"$id","method":"$method","params":"$args"}"""),
                Answer = new FrameTemplate(
                    """{"id":"$id","status":"$status","result?":"$payload","error?":{"code":"$code","msg":"$message"}}"""),
            },
        ],
    };
}
