using Adapters.Domain;

namespace Adapters.Runtime.Tests.Accounts;

/// <summary>Orders, fills and balances as a venue tells them; times are milliseconds from the start.</summary>
internal static class Tellings
{
    public static readonly Timestamp Start = Timestamp.From(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero));

    public static Timestamp At(long milliseconds) => Start + TimeSpan.FromMilliseconds(milliseconds);

    public static Order Order(
        Symbol symbol, long id, OrderStatus status, decimal filled = 0m, long at = 0, decimal quantity = 10m, string? client = null) => new()
        {
            Symbol = symbol,
            Id = OrderId.FromInt64(id),
            ClientId = client is null ? null : ClientOrderId.Parse(client),
            Side = Side.Buy,
            Kind = OrderKind.Limit,
            Status = status,
            Price = 100m,
            Quantity = quantity,
            FilledQuantity = filled,
            CreatedAt = At(0),
            UpdatedAt = At(at),
        };

    public static Fill Fill(Symbol symbol, long id, long order, decimal quantity, long at = 0) => new()
    {
        Symbol = symbol,
        Id = TradeId.FromInt64(id),
        OrderId = OrderId.FromInt64(order),
        Side = Side.Buy,
        Price = 100m,
        Quantity = quantity,
        Time = At(at),
    };

    public static Balance Balance(string asset, decimal free, decimal locked = 0m, long? at = null) => new()
    {
        Asset = Asset.Of(asset),
        Free = free,
        Locked = locked,
        Time = at is { } time ? At(time) : null,
    };
}
