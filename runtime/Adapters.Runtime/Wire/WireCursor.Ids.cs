using System.Runtime.CompilerServices;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Ids.</content>
public ref partial struct WireCursor
{
    /// <summary>A venue's order id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OrderId OrderId()
    {
        Move(LeftOfOrderId(ref _at, _left, out var id));
        return id;
    }

    /// <summary>A venue's order id, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OrderId? OrderIdOrNull(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : OrderId();

    /// <summary>A client's order id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ClientOrderId ClientOrderId()
    {
        Move(LeftOfClientOrderId(ref _at, _left, out var id));
        return id;
    }

    /// <summary>A client's order id, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ClientOrderId? ClientOrderIdOrNull(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : ClientOrderId();

    /// <summary>A venue's trade id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TradeId TradeId()
    {
        Move(LeftOfTradeId(ref _at, _left, out var id));
        return id;
    }

    /// <summary>A venue's trade id, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TradeId? TradeIdOrNull(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : TradeId();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfOrderId(ref byte at, int left, out OrderId id)
    {
        var past = PastCharacters(Span(ref at, left), out var text);
        return Domain.OrderId.TryParse(text, out id) ? past.Length : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfClientOrderId(ref byte at, int left, out ClientOrderId id)
    {
        var past = PastCharacters(Span(ref at, left), out var text);
        return Domain.ClientOrderId.TryParse(text, out id) ? past.Length : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfTradeId(ref byte at, int left, out TradeId id)
    {
        var past = PastCharacters(Span(ref at, left), out var text);
        return Domain.TradeId.TryParse(text, out id) ? past.Length : 0;
    }
}
