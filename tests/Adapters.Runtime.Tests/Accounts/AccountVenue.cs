using Adapters.Accounts;
using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Sockets;
using Adapters.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Accounts;

/// <summary>A venue that knows an account, tells of it as a test says, and answers what it is asked.</summary>
internal sealed class AccountVenue : IOrderQueries, IAccountInfo, IAsyncDisposable
{
    private Action<SubscriptionEvent>? _changed;

    public AccountVenue(Action<ConnectorOptions>? change = null)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var options = new ConnectorOptions
        {
            TimeProvider = Clock,
            CustomEnvironment = new EnvironmentInfo("live", new Dictionary<string, string> { ["rest"] = "http://api.test" }, []),
            Streams = new StreamOptions { Continuations = TaskCreationOptions.None },
        };
        change?.Invoke(options);
        Kernel = ConnectorKernel.Open(
            new ProductCatalogue
            {
                Exchange = "Test",
                Product = "spot",
                Id = "test-spot",
                SpecHash = "0",
                Environments = [],
                Rest = new RestShape(),
                Errors = new ErrorTable(),
                Endpoints = [],
            },
            options);
        Symbol = Kernel.Symbols.Get("BTCUSDT");
    }

    public FakeTimeProvider Clock { get; } = new(Tellings.Start.ToDateTimeOffset());

    public ConnectorKernel Kernel { get; }

    public Symbol Symbol { get; }

    public Dictionary<OrderId, Order> Orders { get; } = [];

    public List<Fill> Fills { get; } = [];

    public Dictionary<Asset, Balance> Balances { get; } = [];

    /// <summary>What was told to the handlers.</summary>
    public List<string> Heard { get; } = [];

    public string Story => string.Join(' ', Heard);

    public List<string> Asked { get; } = [];

    /// <summary>Runs when something is asked, before it is answered.</summary>
    public Action<string>? OnAsked { get; set; }

    public AccountSink? Sink { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>Runs when the stream is closed.</summary>
    public Action? OnClosing { get; set; }

    public async Task<ILiveAccount> OpenAsync()
    {
        var stream = new PrivateStream(Kernel, this, this, SubscribeAsync);
        return await stream.OpenAccountAsync(new AccountHandlers
        {
            Orders = (in order) => Heard.Add($"{order.Id}:{order.Status}:{order.FilledQuantity}"),
            Fills = (in fill) => Heard.Add($"fill{fill.Id}"),
            Balances = (in balance) => Heard.Add($"{balance.Asset}={balance.Free}/{balance.Locked}"),
            Changed = change => Heard.Add($"{change.Kind}"),
        });
    }

    /// <summary>The order is so, and is told where the stream is there.</summary>
    public void Set(in Order order, Fill? fill = null, bool isTold = true)
    {
        Orders[order.Id] = order;
        if (fill is { } traded)
        {
            Fills.Add(traded);
        }

        if (isTold)
        {
            Sink!.OnOrder(order, fill, Now);
        }
    }

    public void Set(in Balance balance, bool isTold = true)
    {
        Balances[balance.Asset] = balance;
        if (isTold)
        {
            Sink!.OnBalance(balance, Now);
        }
    }

    public void Change(SubscriptionEventKind kind) => _changed!(new SubscriptionEvent(kind, Now, Now));

    public void Pass(double seconds)
    {
        for (var i = 0; i < seconds * 4; i++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(250));
        }
    }

    public ValueTask<Order?> GetOrderAsync(OrderRef order, CancellationToken cancellationToken = default)
    {
        Note($"order {order.Id}");
        return new(Orders.TryGetValue(order.Id, out var known) ? known : null);
    }

    public ValueTask<IReadOnlyList<Order>> GetOpenOrdersAsync(Symbol? symbol = null, CancellationToken cancellationToken = default)
    {
        Note("open");
        return new([.. Orders.Values.Where(static order => order.IsOpen)]);
    }

    public ValueTask<IReadOnlyList<Order>> GetOrdersAsync(
        Symbol symbol, Timestamp? from = null, Timestamp? to = null, int? limit = null, CancellationToken cancellationToken = default)
    {
        Note("orders");
        return new([.. Orders.Values.Where(order => order.Symbol == symbol && !(order.CreatedAt < from) && !(order.CreatedAt > to)).Take(limit ?? 500)]);
    }

    public ValueTask<IReadOnlyList<Fill>> GetFillsAsync(
        Symbol symbol, OrderId? order = null, Timestamp? from = null, Timestamp? to = null, int? limit = null,
        CancellationToken cancellationToken = default)
    {
        Note(order is { } id ? $"fills of {id}" : "fills");
        return new([.. Fills.Where(fill => fill.Symbol == symbol && (order is null || fill.OrderId == order) && !(fill.Time < from) && !(fill.Time > to)).Take(limit ?? 500)]);
    }

    public ValueTask<IReadOnlyList<Fill>> GetFillsFromAsync(
        Symbol symbol, TradeId first, int? limit = null, CancellationToken cancellationToken = default)
    {
        Note($"fills from {first}");
        first.TryGetInt64(out var from);
        return new([.. Fills.Where(fill => fill.Symbol == symbol && fill.Id.TryGetInt64(out var id) && id >= from).Take(limit ?? 500)]);
    }

    public ValueTask<IReadOnlyList<Balance>> GetBalancesAsync(CancellationToken cancellationToken = default)
    {
        Note("balances");
        return new([.. Balances.Values.Where(static balance => balance.Total != 0)]);
    }

    public ValueTask<Fees> GetFeesAsync(Symbol symbol, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => Kernel.DisposeAsync();

    private Timestamp Now => Timestamp.From(Clock.GetUtcNow());

    private void Note(string what)
    {
        Asked.Add(what);
        OnAsked?.Invoke(what);
    }

    public ValueTask<IAsyncDisposable> SubscribeAsync(
        AccountSink sink, Action<SubscriptionEvent> changed, CancellationToken cancellationToken)
    {
        Sink = sink;
        _changed = changed;
        Change(SubscriptionEventKind.Connected);
        return new(new Closing(this));
    }

    private sealed class Closing(AccountVenue venue) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            venue.OnClosing?.Invoke();
            venue.IsClosed = true;
            return ValueTask.CompletedTask;
        }
    }
}
