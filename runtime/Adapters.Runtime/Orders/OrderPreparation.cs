using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Orders;

/// <summary>Makes of a request what is sent: checked against the venue's table of orders and the market's limits,
/// rounded, with a client id. What breaks a rule is refused with the class that the venue would give it.</summary>
internal sealed class OrderPreparation(string exchange, OrderRules rules, ClientOrderIds ids)
{
    /// <exception cref="ExchangeException">It breaks a rule.</exception>
    internal OrderRequest Prepare(OrderRequest request)
    {
        var rule = Rule(request);
        var market = Market(request.Symbol);
        var prepared = request with
        {
            TimeInForce = Time(request, rule),
            Price = Price(request, market),
            TriggerPrice = Trigger(request, market),
            Quantity = Quantity(request, rule, market),
            QuoteQuantity = QuoteQuantity(request, market),
            ClientId = ClientId(request.ClientId),
        };
        Check(prepared, market);
        return prepared;
    }

    /// <exception cref="ExchangeException">It breaks a rule.</exception>
    internal AmendRequest Prepare(AmendRequest request)
    {
        if (request is { Price: null, Quantity: null })
        {
            throw Refused(ErrorClass.InvalidRequest, "Nothing is to be changed. Give a price or a quantity.");
        }

        if ((request.Price is not null && !rules.AmendsPrice) || (request.Quantity is not null && !rules.AmendsQuantity))
        {
            var what = rules.AmendsPrice ? "price" : rules.AmendsQuantity ? "quantity" : "nothing";
            throw Refused(ErrorClass.Unsupported, $"The venue changes {what} of an open order alone. Replace the order instead.");
        }

        var market = Market(request.Order.Symbol);
        var prepared = request with
        {
            Price = request.Price is { } price
                ? request.IsExact ? Plain(price) : OnTick(market, price, Rounding.Nearest)
                : null,
            Quantity = request.Quantity is { } given ? Quantity(given, request.IsExact, market, isAtMarket: false) : null,
            NewClientId = request.NewClientId is null ? null : ClientId(request.NewClientId),
        };
        Throw(prepared switch
        {
            { Price: { } changed, Quantity: { } whole } => Checked(market, changed, whole),
            { Price: { } changed } => market.CheckPrice(changed),
            { Quantity: { } whole } => market.CheckQuantity(whole),
            _ => default,
        });
        return prepared;
    }

    private OrderKindRule Rule(OrderRequest request)
    {
        foreach (var rule in rules.Kinds)
        {
            if (rule.Kind != request.Kind)
            {
                continue;
            }

            return request switch
            {
                { PostOnly: true } when !rule.PostOnly => throw NotTaken("post-only"),
                { ReduceOnly: true } when !rule.ReduceOnly => throw NotTaken("reduce-only"),
                { PostOnly: true, TimeInForce: TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill } =>
                    throw Refused(ErrorClass.InvalidRequest, $"An order that must not take cannot be {request.TimeInForce}."),
                _ => rule,
            };
        }

        throw Refused(
            ErrorClass.Unsupported,
            $"The venue takes no {request.Kind} orders, but {string.Join(", ", rules.Kinds.Select(static rule => rule.Kind))}.");

        ExchangeException NotTaken(string what) => Refused(ErrorClass.Unsupported, $"The venue takes no {request.Kind} order {what}.");
    }

    private Market Market(Symbol symbol) => symbol.Market
        ?? throw Refused(
            ErrorClass.UnknownSymbol,
            $"'{symbol.Name}' is not among the venue's instruments. Where it is new, load them again with "
            + "MarketData.GetMarketsAsync.");

    private TimeInForce? Time(OrderRequest request, OrderKindRule rule)
    {
        if (request.TimeInForce is not { } given)
        {
            return rule.TimesInForce.Count > 0 ? rule.TimesInForce[0] : null;
        }

        return rule.TimesInForce.Contains(given)
            ? given
            : throw Refused(
                ErrorClass.Unsupported,
                rule.TimesInForce.Count == 0
                    ? $"The venue takes no time in force with {request.Kind} orders. Leave it out."
                    : $"The venue takes {request.Kind} orders {string.Join(", ", rule.TimesInForce)}, not {given}.");
    }

    private decimal? Price(OrderRequest request, Market market)
    {
        var isNeeded = request.Kind is OrderKind.Limit or OrderKind.StopLimit or OrderKind.TakeProfitLimit;
        if (Given(request.Price, isNeeded, "price", request.Kind) is not { } price)
        {
            return null;
        }

        Positive(price, "price", ErrorClass.InvalidPrice);
        var rounding = request.Side == Side.Buy ? Rounding.Down : Rounding.Up;
        return request.IsExact ? Plain(price) : OnTick(market, price, rounding);
    }

    private decimal? Trigger(OrderRequest request, Market market)
    {
        var isNeeded = request.Kind is OrderKind.StopMarket or OrderKind.StopLimit or OrderKind.TakeProfitMarket
            or OrderKind.TakeProfitLimit;
        if (Given(request.TriggerPrice, isNeeded, "trigger price", request.Kind) is not { } price)
        {
            return null;
        }

        Positive(price, "trigger price", ErrorClass.InvalidPrice);
        return request.IsExact ? Plain(price) : OnTick(market, price, Rounding.Nearest);
    }

    private decimal? Quantity(OrderRequest request, OrderKindRule rule, Market market)
    {
        if (request.Quantity is null == request.QuoteQuantity is null)
        {
            throw Refused(ErrorClass.InvalidQuantity, "Give a quantity, in base units or in quote units.");
        }

        if (request.QuoteQuantity is { } quote)
        {
            Positive(quote, "quantity", ErrorClass.InvalidQuantity);
            return rule.QuoteQuantity
                ? null
                : throw Refused(ErrorClass.Unsupported, $"The venue takes no {request.Kind} orders with a quantity in quote units.");
        }

        return Quantity(request.Quantity!.Value, request.IsExact, market, isAtMarket: request.Price is null);
    }

    private decimal? QuoteQuantity(OrderRequest request, Market market) => request.QuoteQuantity is not { } quote
        ? null
        : request.IsExact
            ? Plain(quote)
            : Positive(Plain(market.RoundQuoteQuantity(quote)), "quantity in the market's digits", ErrorClass.InvalidQuantity);

    private decimal Quantity(decimal quantity, bool isExact, Market market, bool isAtMarket)
    {
        Positive(quantity, "quantity", ErrorClass.InvalidQuantity);
        return isExact ? Plain(quantity) : OnStep(market, quantity, isAtMarket);
    }

    private decimal OnTick(Market market, decimal price, Rounding rounding)
    {
        try
        {
            return Positive(Plain(market.RoundPrice(price, rounding)), "price on the market's tick", ErrorClass.InvalidPrice);
        }
        catch (OverflowException)
        {
            throw Refused(ErrorClass.InvalidPrice, "The price has more digits than can be rounded.");
        }
    }

    private decimal OnStep(Market market, decimal quantity, bool isAtMarket)
    {
        try
        {
            var rounded = isAtMarket
                ? market.RoundMarketQuantity(quantity, Rounding.Down)
                : market.RoundQuantity(quantity, Rounding.Down);
            return Positive(Plain(rounded), "quantity on the market's step", ErrorClass.InvalidQuantity);
        }
        catch (OverflowException)
        {
            throw Refused(ErrorClass.InvalidQuantity, "The quantity has more digits than can be rounded.");
        }
    }

    // Venues count digits behind the point, zeros too. Dividing takes them off and changes nothing else.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private ClientOrderId ClientId(ClientOrderId? given) => given is not { IsPresent: true } id
        ? ids.Next()
        : ids.Accepts(id)
            ? id
            : throw Refused(
                ErrorClass.InvalidRequest,
                $"The client id '{id}' does not fit: up to {rules.ClientIdLength} characters of {rules.ClientIdCharacters}.");

    private void Check(OrderRequest request, Market market)
    {
        Throw(request.TriggerPrice is { } trigger ? market.CheckPrice(trigger) : default);
        Throw(request switch
        {
            { Price: { } price, Quantity: { } quantity } => Checked(market, price, quantity),
            { Quantity: { } quantity } => market.CheckMarketQuantity(quantity),
            { QuoteQuantity: { } value } => market.CheckQuoteQuantity(value),
            _ => default,
        });
    }

    private MarketCheck Checked(Market market, decimal price, decimal quantity)
    {
        try
        {
            return market.Check(price, quantity);
        }
        catch (OverflowException)
        {
            throw Refused(ErrorClass.InvalidQuantity, "Price times quantity is beyond what can be computed.");
        }
    }

    private void Throw(MarketCheck check)
    {
        if (check.Rule is { } rule)
        {
            throw Refused(
                rule switch
                {
                    MarketRule.Tick or MarketRule.MinPrice or MarketRule.MaxPrice => ErrorClass.InvalidPrice,
                    MarketRule.MinNotional or MarketRule.MaxNotional => ErrorClass.InvalidNotional,
                    _ => ErrorClass.InvalidQuantity,
                },
                check.ToString());
        }
    }

    private decimal? Given(decimal? value, bool isNeeded, string what, OrderKind kind) => value is null == isNeeded
        ? throw Refused(
            ErrorClass.InvalidRequest, isNeeded ? $"A {kind} order needs a {what}." : $"A {kind} order has no {what}. Leave it out.")
        : value;

    private decimal Positive(decimal value, string what, ErrorClass errorClass) => value > 0
        ? value
        : throw Refused(errorClass, $"The {what} must be above zero.");

    private ExchangeException Refused(ErrorClass errorClass, string problem) =>
        new(exchange, "order", errorClass, "It was not sent: " + problem);
}
