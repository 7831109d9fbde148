using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>orders</c>: which kinds of order, times in force and client ids an exchange takes.</summary>
internal sealed class OrderRulesBinder(BindContext context)
{
    private static readonly string[] Amendable = ["price", "quantity"];

    /// <summary>Binds the section; null where there is none, or after a report.</summary>
    public OrderRulesModel? Bind(SpecNode? node)
    {
        if (node is null || context.Map(node, "orders") is not { } map) return null;
        context.CheckKeys(map, "orders");
        if (map["kinds"] is null || map["client-id"] is null)
        {
            context.Report("ADP012", map, "orders", map["kinds"] is null ? "kinds" : "client-id");
            return null;
        }
        if (context.Map(map["kinds"]!, "kinds") is not { } kinds || context.Map(map["client-id"]!, "client-id") is not { } id) return null;
        context.CheckKeys(id, "clientId");
        if (context.Text(id["characters"], "characters") is not { } characters || context.Int(id["length"], "length") is not { } length)
        {
            context.Report("ADP012", id, "client-id", id["characters"] is null ? "characters" : "length");
            return null;
        }
        var amends = context.Scalars(map["amends"], "amends").Where(IsAmendable).Select(scalar => scalar.Value).ToList();
        return new OrderRulesModel(
            kinds.Entries.Select(Kind).OfType<OrderKindModel>().ToEquatableArray(), characters, length,
            amends.Contains("price"), amends.Contains("quantity"));
    }

    private OrderKindModel? Kind(MapEntry entry)
    {
        if (!Known(entry.Key, "OrderKind") || context.Map(entry.Value, $"The kind {entry.Key.Value}") is not { } map) return null;
        context.CheckKeys(map, "orderKind");
        var times = context.Scalars(map["times"], "times").Where(time => Known(time, "TimeInForce")).Select(time => time.Value);
        return new OrderKindModel(
            entry.Key.Value, times.ToEquatableArray(), Flag(map["post-only"], "post-only"),
            Flag(map["quote-quantity"], "quote-quantity"), Flag(map["reduce-only"], "reduce-only"));
    }

    private bool Flag(SpecNode? node, string what)
    {
        if (context.Scalar(node, what) is not { } scalar) return false;
        if (scalar.Value is not ("true" or "false")) context.Report("ADP013", scalar, scalar.Value, "true or false", "");
        return scalar.Value == "true";
    }

    private bool Known(ScalarNode name, string domain)
    {
        var members = DomainCatalogue.Enums[domain];
        if (members.Contains(name.Value)) return true;
        context.Report("ADP014", name, $"member of {domain}", name.Value, Nearest.Hint(name.Value, members));
        return false;
    }

    private bool IsAmendable(ScalarNode name)
    {
        if (Amendable.Contains(name.Value)) return true;
        context.Report("ADP013", name, name.Value, "price or quantity", Nearest.Hint(name.Value, Amendable));
        return false;
    }
}
