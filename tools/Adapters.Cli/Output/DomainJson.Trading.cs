using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Cli.Output;

/// <content>What belongs to an account.</content>
internal static partial class DomainJson
{
    public static void Write(Utf8JsonWriter json, in Order order)
    {
        json.WriteString("type", "Order");
        Symbol(json, order.Symbol);
        json.WriteString("id", order.Id.ToString());
        json.Put("clientId", order.ClientId?.ToString());
        json.WriteString("side", order.Side.ToString());
        json.WriteString("kind", order.Kind.ToString());
        json.Put("timeInForce", order.TimeInForce?.ToString());
        json.WriteString("status", order.Status.ToString());
        json.Put("price", order.Price);
        json.Put("triggerPrice", order.TriggerPrice);
        json.Put("quantity", order.Quantity);
        json.Put("quoteQuantity", order.QuoteQuantity);
        json.Put("filledQuantity", order.FilledQuantity);
        json.Put("filledValue", order.FilledValue);
        json.Put("averagePrice", order.AveragePrice);
        json.Put("postOnly", order.PostOnly);
        json.Put("reduceOnly", order.ReduceOnly);
        json.Put("createdAt", order.CreatedAt);
        json.Put("updatedAt", order.UpdatedAt);
        json.Put("reason", order.Reason);
        json.Put("receivedAt", order.ReceivedAt);
    }

    public static void Write(Utf8JsonWriter json, OrderRequest order)
    {
        json.WriteString("type", "OrderRequest");
        Symbol(json, order.Symbol);
        json.Put("clientId", order.ClientId?.ToString());
        json.WriteString("side", order.Side.ToString());
        json.WriteString("kind", order.Kind.ToString());
        json.Put("timeInForce", order.TimeInForce?.ToString());
        json.Put("price", order.Price);
        json.Put("triggerPrice", order.TriggerPrice);
        json.Put("quantity", order.Quantity);
        json.Put("quoteQuantity", order.QuoteQuantity);
        json.WriteBoolean("postOnly", order.PostOnly);
        json.WriteBoolean("reduceOnly", order.ReduceOnly);
    }

    public static void Write(Utf8JsonWriter json, in Fill fill)
    {
        json.WriteString("type", "Fill");
        Symbol(json, fill.Symbol);
        json.WriteString("id", fill.Id.ToString());
        json.WriteString("orderId", fill.OrderId.ToString());
        json.Put("clientId", fill.ClientId?.ToString());
        json.WriteString("side", fill.Side.ToString());
        json.Put("price", fill.Price);
        json.Put("quantity", fill.Quantity);
        json.Put("quoteQuantity", fill.QuoteQuantity);
        json.Put("fee", fill.Fee);
        json.Put("feeAsset", fill.FeeAsset?.Code);
        json.Put("maker", fill.Maker);
        Times(json, fill.Time, fill.ReceivedAt);
    }

    public static void Write(Utf8JsonWriter json, in Balance balance)
    {
        json.WriteString("type", "Balance");
        json.WriteString("asset", balance.Asset.Code);
        json.Put("free", balance.Free);
        json.Put("locked", balance.Locked);
        Times(json, balance.Time, balance.ReceivedAt);
    }

    public static void Write(Utf8JsonWriter json, in Fees fees)
    {
        json.WriteString("type", "Fees");
        Symbol(json, fees.Symbol);
        json.Put("maker", fees.Maker);
        json.Put("taker", fees.Taker);
    }
}
