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
        _rest = PastCharacters(_rest, out var text);
        if (!Domain.OrderId.TryParse(text, out var id))
        {
            Fail();
        }

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
        _rest = PastCharacters(_rest, out var text);
        if (!Domain.ClientOrderId.TryParse(text, out var id))
        {
            Fail();
        }

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
        _rest = PastCharacters(_rest, out var text);
        if (!Domain.TradeId.TryParse(text, out var id))
        {
            Fail();
        }

        return id;
    }

    /// <summary>A venue's trade id, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TradeId? TradeIdOrNull(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : TradeId();
}
