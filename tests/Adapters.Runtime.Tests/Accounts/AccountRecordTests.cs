using System.Globalization;
using Adapters.Accounts;
using Adapters.Domain;
using static Adapters.Runtime.Tests.Accounts.Tellings;

namespace Adapters.Runtime.Tests.Accounts;

public sealed class AccountRecordTests
{
    private readonly Symbol _symbol = new SymbolTable().Get("BTCUSDT");
    private readonly AccountRecord _record = new();

    [Fact]
    public void An_order_goes_forward_only()
    {
        Assert.True(Told(Order(_symbol, 1, OrderStatus.Pending)));
        Assert.True(Told(Order(_symbol, 1, OrderStatus.Open, at: 1)));
        Assert.True(Told(Order(_symbol, 1, OrderStatus.PartiallyFilled, 3m, at: 2)));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.Open, at: 1)));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.Canceled, 2m, at: 3)));
        Assert.True(Told(Order(_symbol, 1, OrderStatus.Canceled, 3m, at: 4)));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.PartiallyFilled, 5m, at: 5)));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.Canceled, 3m, at: 6)));
        Assert.True(Told(Order(_symbol, 1, OrderStatus.Canceled, 4m, at: 6)));
        Assert.Equal(OrderStatus.Canceled, Known(1).Status);
    }

    [Fact]
    public void The_same_is_told_once()
    {
        Assert.True(Told(Order(_symbol, 1, OrderStatus.Open)));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.Open)));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.Open, at: 7)));
    }

    [Fact]
    public void An_amendment_counts_by_its_time()
    {
        Told(Order(_symbol, 1, OrderStatus.Open, at: 5, quantity: 10m));
        Assert.True(Told(Order(_symbol, 1, OrderStatus.Open, at: 9, quantity: 6m)));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.Open, at: 7, quantity: 8m)));
        Assert.Equal(6m, Known(1).Quantity);
    }

    [Fact]
    public void Where_times_do_not_decide_it_is_taken_and_asked_for()
    {
        Told(Order(_symbol, 1, OrderStatus.Open, at: 5, client: "first"));
        Assert.True(Told(Order(_symbol, 1, OrderStatus.Open, at: 5, client: "second")));
        Assert.Single(_record.Doubted);

        Assert.True(_record.Add(
            Order(_symbol, 1, OrderStatus.Open, at: 5, client: "first"), Start, out _, since: _record.Sequence));
        Assert.Equal("first", Known(1).ClientId.ToString());
    }

    [Fact]
    public void Of_one_moment_the_smaller_quantity_is_the_later()
    {
        Told(Order(_symbol, 1, OrderStatus.Open, at: 5, quantity: 10m, client: "before"));
        Assert.True(Told(Order(_symbol, 1, OrderStatus.Open, at: 5, quantity: 6m, client: "after")));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.Open, at: 5, quantity: 10m, client: "before")));

        Assert.Equal((6m, "after"), (Known(1).Quantity, Known(1).ClientId.ToString()));
    }

    [Theory]
    [InlineData(OrderStatus.Pending, OrderStatus.Open, 0)]
    [InlineData(OrderStatus.Open, OrderStatus.PartiallyFilled, 2)]
    [InlineData(OrderStatus.PartiallyFilled, OrderStatus.PartiallyFilled, 2)]
    public void What_happened_before_a_change_and_is_told_after_it_leaves_the_change(OrderStatus was, OrderStatus became, int filled)
    {
        foreach (var late in (int[])[4, 5])
        {
            var id = late;
            Told(Order(_symbol, id, was, filled / 2, at: 3, quantity: 10m, client: "before"));
            Told(Order(_symbol, id, was, filled / 2, at: 5, quantity: 6m, client: "after"));
            Assert.True(Told(Order(_symbol, id, became, filled, at: late, quantity: 10m, client: "before")));

            var known = Known(id);
            Assert.Equal((became, filled, 6m, "after"), (known.Status, known.FilledQuantity, known.Quantity, known.ClientId.ToString()));
            Assert.Equal(Order(_symbol, id, was, at: 5).UpdatedAt, known.UpdatedAt);
            Assert.Equal(late == 5, _record.Doubted.Any(order => order.Order.Id == known.Id)); // nothing says which came first
        }
    }

    [Fact]
    public void A_greater_quantity_of_the_same_moment_is_asked_for_before_it_is_believed()
    {
        Told(Order(_symbol, 1, OrderStatus.Open, at: 5, quantity: 6m));
        Assert.False(Told(Order(_symbol, 1, OrderStatus.Open, at: 5, quantity: 10m)));
        Assert.Single(_record.Doubted);

        Assert.True(_record.Add(Order(_symbol, 1, OrderStatus.Open, at: 5, quantity: 10m), Start, out _, since: _record.Sequence));
        Assert.Equal(10m, Known(1).Quantity);
    }

    [Fact]
    public void What_only_an_older_telling_said_is_kept()
    {
        Told(Order(_symbol, 1, OrderStatus.Open, client: "mine"));
        Told(Order(_symbol, 1, OrderStatus.Filled, 10m, at: 2));

        Assert.Equal("mine", Known(1).ClientId.ToString());
        Assert.Equal(1, _record.Find(OrderRef.Of(_symbol, ClientOrderId.Parse("mine")))!.Order.Id.TryGetInt64(out var id) ? id : 0);
    }

    [Fact]
    public void Ids_are_unique_per_market()
    {
        var other = new SymbolTable().Get("ETHUSDT");
        Told(Order(_symbol, 1, OrderStatus.Open));
        Told(Order(other, 1, OrderStatus.Filled, 10m));

        Assert.Equal(OrderStatus.Open, Known(1).Status);
        Assert.True(_record.Add(Fill(_symbol, 7, 1, 1m)));
        Assert.True(_record.Add(Fill(other, 7, 1, 1m)));
        Assert.False(_record.Add(Fill(other, 7, 1, 1m)));
    }

    [Fact]
    public void An_order_whose_fills_do_not_add_up_is_seen()
    {
        _record.Add(Fill(_symbol, 7, 1, 1m)); // before its order
        _record.Add(Order(_symbol, 1, OrderStatus.PartiallyFilled, 3m), Start, out var known);
        Assert.True(known!.LacksFills);
        _record.Add(Fill(_symbol, 8, 1, 2m));
        Assert.False(known.LacksFills);
    }

    [Fact]
    public void A_fill_of_an_order_that_is_open_is_new_once_however_many_others_came_since()
    {
        const int kept = 200_000;
        Told(Order(_symbol, 1, OrderStatus.PartiallyFilled, 3m, at: 1));
        Assert.True(_record.Add(Fill(_symbol, 1, 1, 3m, 1)));
        for (var i = 2; i <= kept + 2; i++)
        {
            _record.Add(Fill(_symbol, i, 2, 1m, i));
        }

        Assert.False(_record.Add(Fill(_symbol, 1, 1, 3m, 1)));
        Assert.Equal(3m, _record.Find(OrderRef.Of(_symbol, OrderId.FromInt64(1)))!.Filled);
    }

    [Fact]
    public void A_fill_that_came_before_its_order_counts_as_long_as_it_is_known_and_never_twice()
    {
        const int kept = 200_000;
        Assert.True(_record.Add(Fill(_symbol, 1, 1, 3m, 1)));
        Assert.True(_record.Add(Fill(_symbol, 2, 2, 3m, 2)));
        for (var i = 3; i <= kept + 1; i++)
        {
            _record.Add(Fill(_symbol, i, 3, 1m, i));
        }

        // The first fill is forgotten, the second is not.
        Told(Order(_symbol, 2, OrderStatus.PartiallyFilled, 3m, at: kept));
        Assert.True(_record.Add(Fill(_symbol, 1, 1, 3m, 1)));
        Told(Order(_symbol, 1, OrderStatus.PartiallyFilled, 6m, at: kept));
        Told(Order(_symbol, 3, OrderStatus.PartiallyFilled, kept - 1m, at: kept));

        KnownOrder Record(long id) => _record.Find(OrderRef.Of(_symbol, OrderId.FromInt64(id)))!;
        Assert.Equal((3m, true), (Record(1).Filled, Record(1).LacksFills));
        Assert.Equal((3m, kept - 1m), (Record(2).Filled, Record(3).Filled));
    }

    [Fact]
    public void A_clients_id_that_is_used_again_names_the_later_order()
    {
        Told(Order(_symbol, 1, OrderStatus.Open, client: "mine"));
        Told(Order(_symbol, 2, OrderStatus.Open, at: 5, client: "mine"));
        Told(Order(_symbol, 1, OrderStatus.Filled, 10m, at: 3, client: "mine")); // read after a gap
        Assert.Equal(2, Named("mine"));
        for (var i = 3; i < 3 + 20_000; i++)
        {
            Told(Order(_symbol, i, OrderStatus.Canceled, at: 6));
        }

        Assert.Null(_record.Find(OrderRef.Of(_symbol, OrderId.FromInt64(1))));
        Assert.Equal(2, Named("mine"));
    }

    [Fact]
    public void A_clients_id_that_an_amended_order_gave_up_names_another_one_and_later_none()
    {
        Told(Order(_symbol, 1, OrderStatus.Open, client: "first"));
        Told(Order(_symbol, 1, OrderStatus.Open, at: 2, quantity: 6m, client: "second"));
        Assert.Equal((1, 1), (Named("first"), Named("second")));
        Told(Order(_symbol, 2, OrderStatus.Canceled, at: 3, client: "first"));
        Assert.Equal((2, 1), (Named("first"), Named("second")));
    }

    /// <summary>The order in which a life is told changes nothing, and neither does telling parts of it twice.</summary>
    [Fact]
    public void However_it_is_told_the_end_is_the_same()
    {
        const int seed = 20261124;
        var random = new Random(seed);
        for (var run = 0; run < 2_000; run++)
        {
            var record = new AccountRecord();
            var life = Life(random);
            var told = life.Concat(life.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();
            var (status, filled, fresh) = (OrderStatus.Pending, 0m, new List<TradeId>());
            foreach (var (order, fill) in told)
            {
                if (fill is { } traded && record.Add(traded))
                {
                    fresh.Add(traded.Id);
                }

                if (record.Add(order, Start, out var known))
                {
                    Assert.True(known.Order.FilledQuantity >= filled, $"seed {seed}, run {run}: less is filled");
                    Assert.True(status is OrderStatus.Pending or OrderStatus.Open or OrderStatus.PartiallyFilled || !known.Order.IsOpen, $"seed {seed}, run {run}: it lives again");
                    (status, filled) = (known.Order.Status, known.Order.FilledQuantity);
                }
            }

            var end = life[^1].Order;
            Assert.Equal((end.Status, end.FilledQuantity), (status, filled));
            Assert.Equal(fresh.Count, fresh.Distinct().Count());
            Assert.Equal(life.Count(step => step.Fill is not null), fresh.Count);
        }
    }

    private List<(Order Order, Fill? Fill)> Life(Random random)
    {
        var life = new List<(Order, Fill?)> { (Order(_symbol, 1, OrderStatus.Open), null) };
        var filled = 0m;
        for (var fill = 1; fill <= random.Next(6); fill++)
        {
            filled += 1m;
            life.Add((Order(_symbol, 1, OrderStatus.PartiallyFilled, filled, fill), Fill(_symbol, fill, 1, 1m, fill)));
        }

        life.Add((Order(_symbol, 1, random.Next(2) == 0 ? OrderStatus.Canceled : OrderStatus.Expired, filled, 100), null));
        return life;
    }

    private bool Told(in Order order) => _record.Add(order, Start, out _);

    private Order Known(long id) => _record.Find(OrderRef.Of(_symbol, OrderId.FromInt64(id)))!.Order;

    private long Named(string client) =>
        long.Parse(_record.Find(OrderRef.Of(_symbol, ClientOrderId.Parse(client)))!.Order.Id.ToString(), CultureInfo.InvariantCulture);
}
