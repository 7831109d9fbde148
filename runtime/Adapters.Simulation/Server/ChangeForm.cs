using Adapters.Domain;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Server;

/// <summary>Names of the parameters in which a venue's clients name orders and lists that are there, to ask for them,
/// to change or to end them.</summary>
/// <param name="OrderId">The market's id of an order.</param>
/// <param name="ClientOrderId">The client's id of an order.</param>
/// <param name="NewClientOrderId">The client's id of a cancel, or of an amended order from now on.</param>
/// <param name="NewQuantity">The whole quantity of an amended order, base units.</param>
/// <param name="OnlyIf">A word of the states.</param>
/// <param name="States">States in which alone an order may be asked to end.</param>
/// <param name="ListId">The exchange's id of a list.</param>
/// <param name="ClientListId">The client's id of a list.</param>
public sealed record ChangeForm(
    string OrderId,
    string ClientOrderId,
    string NewClientOrderId,
    string? NewQuantity = null,
    string? OnlyIf = null,
    WordTable<OrderState>? States = null,
    string? ListId = null,
    string? ClientListId = null)
{
    /// <summary>Reads a cancel.</summary>
    /// <param name="call">The call.</param>
    /// <param name="leg">What stands before the names of ids.</param>
    public CancelEntry Cancel(VenueCall call, string leg = "")
    {
        ArgumentNullException.ThrowIfNull(call);
        return new CancelEntry
        {
            Market = call.Market,
            OrderId = call.Arguments.Long(OrderForm.Joined(leg, OrderId)),
            ClientOrderId = call.ClientId(OrderForm.Joined(leg, ClientOrderId)),
            CancelId = call.ClientId(OrderForm.Joined(leg, NewClientOrderId)),
            OnlyIf = OnlyIf is { } name && call.Arguments.Text(name) is { } word ? States!.Meaning(word) : null,
        };
    }

    /// <summary>Reads an amendment.</summary>
    public AmendEntry Amend(VenueCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new AmendEntry
        {
            Market = call.Market,
            OrderId = call.Arguments.Long(OrderId),
            ClientOrderId = call.ClientId(ClientOrderId),
            NewClientOrderId = call.ClientId(NewClientOrderId),
            NewQuantity = call.Arguments.Decimal(NewQuantity!)!.Value,
        };
    }

    /// <summary>Reads the cancel of a list.</summary>
    public CancelListEntry CancelList(VenueCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new CancelListEntry
        {
            Market = call.Market,
            ListId = call.Arguments.Long(ListId!),
            ClientListId = call.ClientId(ClientListId!),
            CancelId = call.ClientId(NewClientOrderId),
        };
    }
}
