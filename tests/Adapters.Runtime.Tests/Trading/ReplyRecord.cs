using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>An order as the test's venue tells it; without a status it is an acknowledgement alone.</summary>
internal struct ReplyRecord : IWire<ReplyRecord>
{
    private static readonly FieldTable Fields = new("id", "clientId", "status", "quantity", "filled", "created");

    public long Id { get; private set; }

    public ClientOrderId ClientId { get; private set; }

    public string? Status { get; private set; }

    public decimal Quantity { get; private set; }

    public decimal Filled { get; private set; }

    public Timestamp? Created { get; private set; }

    public static void Read(scoped ref WireReader r, out ReplyRecord value)
    {
        value = default;
        ulong seen = 0;
        r.BeginObject();
        while (r.NextField(Fields, ref seen, out var field))
        {
            switch (field)
            {
                case 0: value.Id = r.Long(); break;
                case 1: value.ClientId = r.ClientOrderId(); break;
                case 2: value.Status = r.Text(); break;
                case 3: value.Quantity = r.Decimal(); break;
                case 4: value.Filled = r.Decimal(); break;
                case 5: value.Created = r.TimeMs(); break;
                default: r.SkipUnknown(); break;
            }
        }

        r.Require(Fields, seen, 0b11);
    }

    public readonly Order? ToOrder(Symbol symbol) => Status is null ? null : new Order
    {
        Symbol = symbol,
        Id = OrderId.FromInt64(Id),
        ClientId = ClientId,
        Side = Side.Buy,
        Kind = OrderKind.Limit,
        Status = Enum.Parse<OrderStatus>(Status),
        Quantity = Quantity,
        FilledQuantity = Filled,
        CreatedAt = Created,
    };
}
