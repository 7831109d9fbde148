using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>Venues take the client id of an order that has ended again: an older order of the id settles nothing about the
/// later one.</summary>
public sealed class ReusedClientIdTests
{
    private const string None = """{"code":-2013,"msg":"Order does not exist."}""";

    [Fact]
    public async Task An_older_order_of_the_same_client_id_is_another()
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        venue.Answer = (arrived, _) => arrived.StartsWith("GET /order", StringComparison.Ordinal)
            ? DeskVenue.Says(200, DeskVenue.Open(1, status: "Filled", created: "1795510000000"))
            : DeskVenue.Says(200, "[]");

        var resolved = await venue.DriveAsync(venue.Desk.ResolveAsync(outcome).AsTask());

        Assert.Equal(ErrorClass.UnknownOrder, resolved.Error!.Class);
    }

    [Theory]
    [InlineData("/open", true)]
    [InlineData("/all", true)]
    [InlineData("/all", false)]
    public async Task An_older_order_of_the_same_client_id_does_not_hide_the_one_that_was_sent(string where, bool isFound)
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        var older = DeskVenue.Open(1, status: "Canceled", created: "1795514427000"); // three seconds before it was sent
        venue.Answer = (arrived, _) => arrived.StartsWith("GET /order", StringComparison.Ordinal)
            ? isFound ? DeskVenue.Says(200, older) : DeskVenue.Says(400, None)
            : DeskVenue.Says(200, arrived.Contains(where, StringComparison.Ordinal) ? $"[{older},{DeskVenue.Open(3)}]" : "[]");

        var resolved = await venue.DriveAsync(venue.Desk.ResolveAsync(outcome).AsTask());

        Assert.Equal((OutcomeKind.Acknowledged, OrderId.FromInt64(3)), (resolved.Kind, resolved.Order?.Id));
    }

    [Theory]
    [InlineData(OrderOperation.Cancel)]
    [InlineData(OrderOperation.Amend)]
    public async Task An_older_order_of_the_same_client_id_that_was_heard_of_settles_nothing(OrderOperation operation)
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(operation);
        venue.Kernel.Witnesses.Add(new Heard(new Order
        {
            Symbol = venue.Symbol,
            Id = OrderId.FromInt64(1),
            ClientId = ClientOrderId.Parse("mine"),
            Side = Side.Buy,
            Kind = OrderKind.Limit,
            Status = OrderStatus.Canceled,
            Quantity = 0.5m,
            FilledQuantity = 0m,
            UpdatedAt = Timestamp.From(venue.Clock.GetUtcNow()) - TimeSpan.FromHours(1),
        }));
        venue.Answer = (_, _) => DeskVenue.Says(200, DeskVenue.Open(3));

        var resolved = await venue.DriveAsync(venue.Desk.ResolveAsync(outcome).AsTask());

        Assert.Equal((OutcomeKind.Rejected, ErrorClass.Rejected), (resolved.Kind, resolved.Error?.Class));
    }

    [Fact]
    public async Task One_that_was_heard_of_without_its_beginning_is_another_too()
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        venue.Kernel.Witnesses.Add(new Heard(new Order
        {
            Symbol = venue.Symbol,
            Id = OrderId.FromInt64(1),
            ClientId = ClientOrderId.Parse("mine"),
            Side = Side.Buy,
            Kind = OrderKind.Limit,
            Status = OrderStatus.Filled,
            FilledQuantity = 1m,
            UpdatedAt = Timestamp.From(venue.Clock.GetUtcNow()) - TimeSpan.FromSeconds(3),
        }));
        venue.Answer = (arrived, _) => arrived.StartsWith("GET /order", StringComparison.Ordinal)
            ? DeskVenue.Says(400, None)
            : DeskVenue.Says(200, "[]");

        var resolved = await venue.DriveAsync(venue.Desk.ResolveAsync(outcome).AsTask());

        Assert.Equal(ErrorClass.UnknownOrder, resolved.Error?.Class);
    }

    private sealed class Heard(Order order) : IOrderWitness
    {
        public Order? Find(OrderRef reference) => order;

        public void Witness(OrderOutcome outcome)
        {
        }
    }
}
