using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Trading;

/// <summary>Orders and fills for people and programs.</summary>
internal static class OrderTable
{
    /// <summary>Prints orders.</summary>
    public static void Print(Printer output, IEnumerable<Order> orders) => Print(output, orders, Of);

    /// <summary>Prints fills.</summary>
    public static void Print(Printer output, IEnumerable<Fill> fills) => Print(output, fills, Of);

    /// <summary>Prints balances.</summary>
    public static void Print(Printer output, IEnumerable<Balance> balances) => Print(output, balances, Of);

    /// <summary>Orders for people; why they ended is a column where one of them tells it.</summary>
    public static Table Of(IEnumerable<Order> orders)
    {
        var all = orders.ToArray();
        Column[] reason = all.Any(static order => order.Reason is not null) ? [new("Reason", Rank: 6)] : [];
        var table = new Table(
        [
            new("Symbol"), new("Id"), new("Client id", Rank: 3), new("Side"), new("Kind"), new("Price", IsNumber: true),
            new("Trigger", IsNumber: true, Rank: 2), new("Quantity", IsNumber: true), new("Filled", IsNumber: true, Rank: 1),
            new("Status"), .. reason, new("In force", Rank: 4), new("Changed", Rank: 5),
        ]);
        foreach (var order in all)
        {
            var format = MarketFormat.Of(order.Symbol);
            table.Add(
            [
                new(order.Symbol.ToString(), Tone.Strong), order.Id.ToString(), new(order.ClientId?.ToString() ?? "", Tone.Faint),
                new(order.Side.ToString(), Tones.Of(order.Side)), order.Kind.ToString(), format.Price(order.Price),
                format.Price(order.TriggerPrice), Amount(order), format.Quantity(order.FilledQuantity), order.Status.ToString(),
                .. Array.ConvertAll<Column, Cell>(reason, _ => order.Reason ?? ""), order.TimeInForce?.ToString(),
                new((order.UpdatedAt ?? order.CreatedAt) is { } time ? TimeText.Full(time) : "", Tone.Faint),
            ]);
        }

        return table;
    }

    /// <summary>How much of an order: in base units, or for how much of the quote asset.</summary>
    public static string Amount(in Order order) => order is { Quantity: null, QuoteQuantity: { } quote }
        ? $"for {MarketFormat.Plain(quote)}"
        : MarketFormat.Of(order.Symbol).Quantity(order.Quantity);

    /// <summary>Fills for people.</summary>
    public static Table Of(IEnumerable<Fill> fills)
    {
        var table = new Table(
            new("Time"), new("Symbol"), new("Side"), new("Price", IsNumber: true), new("Quantity", IsNumber: true),
            new("Fee", IsNumber: true, Rank: 1), new("Order", Rank: 2), new("Id", Rank: 3), new("Maker", Rank: 4));
        foreach (var fill in fills)
        {
            var format = MarketFormat.Of(fill.Symbol);
            table.Add(
                new(TimeText.Full(fill.Time), Tone.Faint), new(fill.Symbol.ToString(), Tone.Strong),
                new(fill.Side.ToString(), Tones.Of(fill.Side)), format.Price(fill.Price), format.Quantity(fill.Quantity),
                $"{MarketFormat.Plain(fill.Fee)} {fill.FeeAsset}".Trim(), fill.OrderId.ToString(),
                new(fill.Id.ToString(), Tone.Faint), fill.Maker is { } maker ? maker ? "maker" : "taker" : "");
        }

        return table;
    }

    /// <summary>Balances for people.</summary>
    public static Table Of(IEnumerable<Balance> balances)
    {
        var table = new Table(
            new("Asset"), new("Free", IsNumber: true), new("Locked", IsNumber: true), new("Total", IsNumber: true, Rank: 1));
        foreach (var balance in balances)
        {
            table.Add(
                new(balance.Asset.Code, Tone.Strong), MarketFormat.Plain(balance.Free), MarketFormat.Plain(balance.Locked),
                MarketFormat.Plain(balance.Total));
        }

        return table;
    }

    private static void Print<T>(Printer output, IEnumerable<T> items, Func<IEnumerable<T>, Table> make)
        where T : struct
    {
        if (!output.IsJson)
        {
            output.Table(make(items));
            return;
        }

        foreach (var item in items)
        {
            output.Json(json => DomainJson.Write(json, item));
        }
    }
}
