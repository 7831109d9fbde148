namespace Adapters.Domain;

/// <summary>Names an order, by the venue's id or by the client's. <c>default</c> names none.</summary>
public readonly struct OrderRef : IEquatable<OrderRef>
{
    private readonly Symbol? _symbol;

    private OrderRef(Symbol symbol, OrderId id, ClientOrderId clientId)
    {
        _symbol = symbol;
        Id = id;
        ClientId = clientId;
    }

    /// <summary>The market.</summary>
    /// <exception cref="InvalidOperationException">It is <c>default</c>.</exception>
    public Symbol Symbol => _symbol ?? throw new InvalidOperationException("This reference names no order.");

    /// <summary>The venue's id; not present where the client's id names the order.</summary>
    public OrderId Id { get; }

    /// <summary>The client's id; not present where the venue's id names the order.</summary>
    public ClientOrderId ClientId { get; }

    /// <summary>Names an order by the venue's id.</summary>
    /// <exception cref="ArgumentException">The id is <c>default</c>.</exception>
    public static OrderRef Of(Symbol symbol, OrderId id)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return id.IsPresent
            ? new OrderRef(symbol, id, default)
            : throw new ArgumentException("The order's id is missing.", nameof(id));
    }

    /// <summary>Names an order by the client's id.</summary>
    /// <exception cref="ArgumentException">The id is <c>default</c>.</exception>
    public static OrderRef Of(Symbol symbol, ClientOrderId id)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return id.IsPresent
            ? new OrderRef(symbol, default, id)
            : throw new ArgumentException("The order's client id is missing.", nameof(id));
    }

    /// <summary>Symbol and id.</summary>
    public override string ToString() => _symbol is null
        ? "no order"
        : Id.IsPresent ? $"{_symbol.Name} {Id}" : $"{_symbol.Name} client id {ClientId}";

    /// <inheritdoc/>
    public bool Equals(OrderRef other) =>
        Equals(_symbol, other._symbol) && Id == other.Id && ClientId == other.ClientId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OrderRef other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_symbol, Id, ClientId);

    /// <summary>Same order by the same id.</summary>
    public static bool operator ==(OrderRef left, OrderRef right) => left.Equals(right);

    /// <summary>Different orders, or named by different ids.</summary>
    public static bool operator !=(OrderRef left, OrderRef right) => !left.Equals(right);
}
