using System.CommandLine;
using System.Globalization;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Exchanges;
using Adapters.Cli.Keys;
using Adapters.Cli.Output;
using Adapters.Cli.Trading;
using Adapters.Domain;
using Symbol = Adapters.Domain.Symbol;

namespace Adapters.Cli.Commands;

/// <summary><c>adapters buy</c> and <c>adapters sell</c>: one order.</summary>
internal sealed class TradeCommand : ToolCommand
{
    private readonly ToolHost _host;
    private readonly CommonOptions _common;
    private readonly Side _side;
    private readonly Argument<string> _exchange = CommonOptions.Exchange();

    private readonly Argument<string> _symbol = new("symbol") { Description = "A market, such as BTC/USDT, or the venue's own text." };

    private readonly Argument<string> _quantity = new("quantity")
    {
        Description = "How much, in base units; rounded down onto the market's step.",
    };

    private readonly Option<string?> _price = new("--price")
    {
        Description = "The limit price, rounded onto the tick: down for a buy, up for a sell.",
        HelpName = "P",
    };

    private readonly Option<string?> _kind = new("--type")
    {
        Description = $"Kind of order: {string.Join(", ", OrderWords.Kinds.Keys)}. Without it limit where there is a price, market "
            + "where there is none.",
        HelpName = "kind",
    };

    private readonly Option<string?> _trigger = new("--trigger")
    {
        Description = "The price that triggers a stop or take-profit order.",
        HelpName = "P",
    };

    private readonly Option<string?> _timeInForce = new("--tif")
    {
        Description = "Time in force; what the exchange takes first for the kind without it.",
        HelpName = string.Join('|', OrderWords.TimesInForce.Keys),
    };

    private readonly Option<bool> _postOnly = new("--post-only") { Description = "Refused where it would take." };

    private readonly Option<string?> _clientId = new("--client-id")
    {
        Description = "Your id of the order; one is made without it.",
        HelpName = "ID",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Print the order as it would be sent, rounded and checked, and send nothing. Needs no key.",
    };

    private readonly Option<bool> _yes = CommonOptions.Yes();

    public TradeCommand(ToolHost host, CommonOptions common, Side side)
        : base(Word(side), $"{side} on an exchange. The environment has to be said; on live it asks first.")
    {
        _host = host;
        _common = common;
        _side = side;
        foreach (var argument in new Argument[] { _exchange, _symbol, _quantity })
        {
            Arguments.Add(argument);
        }

        foreach (var option in new Option[]
        {
            _price, _kind, _trigger, _timeInForce, _postOnly, _clientId, _dryRun, _yes, common.Environment, common.Simulated,
        })
        {
            Options.Add(option);
        }

        Examples =
        [
            ($"{Word(side)} binance BTC/USDT 0.001 --price 60000 --env testnet", "a limit order"),
            ($"{Word(side)} binance BTC/USDT 0.001 --env live --dry-run", "a market order, printed and not sent"),
        ];
        SetAction(RunAsync);
    }

    private static string Word(Side side) => side == Side.Buy ? "buy" : "sell";

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(_exchange);
        var exchange = ExchangeRegistry.Find(name);
        var environment = _common.EnvironmentOf(parsed, exchange);
        var (isDry, isConfirmed) = (parsed.GetValue(_dryRun), parsed.GetValue(_yes));
        Confirmation.Check(_host, Name, exchange, environment, isConfirmed, isNeeded: !isDry);
        var order = Read(parsed);
        var output = new Printer(_host, parsed.GetValue(_common.Json));
        var session = await ExchangeSession.OpenAsync(
            _host, exchange, environment, cancellationToken,
            isDry || environment.IsSimulated ? null : AccountKeys.Need(_host, exchange, name)).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var trading = session.Account.Trading;
            var markets = await session.Connector.MarketData.GetMarketsAsync(cancellationToken).ConfigureAwait(false);
            var request = order(new SymbolFinder(exchange.Id, markets).Find(parsed.GetRequiredValue(_symbol)));
            var prepared = await trading.PrepareAsync(request, cancellationToken).ConfigureAwait(false);
            TellRounding(request, prepared, output);
            if (isDry)
            {
                Print(prepared, output);
                output.Note("Nothing was sent.");
                return ExitCode.Ok;
            }

            await Confirmation.AskAsync(
                _host, environment, isConfirmed, $"{Text(prepared)} on {exchange.Id} {environment.Name}.", cancellationToken)
                .ConfigureAwait(false);

            // An id that was made for this order alone lets its outcome be settled for sure; the desk makes it itself.
            var outcome = await Outcomes.SettleAsync(
                trading,
                await trading.PlaceAsync(prepared with { ClientId = request.ClientId }, cancellationToken: cancellationToken)
                    .ConfigureAwait(false),
                output).ConfigureAwait(false);
            Outcomes.Print(output, outcome);
        }

        return ExitCode.Ok;
    }

    private Func<Symbol, OrderRequest> Read(ParseResult parsed)
    {
        var quantity = OrderWords.Amount("<quantity>", parsed.GetRequiredValue(_quantity));
        var price = parsed.GetValue(_price) is { } limit ? OrderWords.Amount("--price", limit) : (decimal?)null;
        var trigger = parsed.GetValue(_trigger) is { } text ? OrderWords.Amount("--trigger", text) : (decimal?)null;
        var kind = OrderWords.Named(_kind, parsed, OrderWords.Kinds);
        if (kind is null && trigger is not null)
        {
            throw new UsageException("--trigger goes with --type: a stop and a take-profit are triggered from opposite sides.");
        }

        var timeInForce = OrderWords.Named(_timeInForce, parsed, OrderWords.TimesInForce);
        var clientId = parsed.GetValue(_clientId) is { } id ? OrderWords.ClientId("--client-id", id) : (ClientOrderId?)null;
        return symbol => new OrderRequest
        {
            Symbol = symbol,
            Side = _side,
            Kind = kind ?? (price is null ? OrderKind.Market : OrderKind.Limit),
            Quantity = quantity,
            Price = price,
            TriggerPrice = trigger,
            TimeInForce = timeInForce,
            PostOnly = parsed.GetValue(_postOnly),
            ClientId = clientId,
        };
    }

    private static void TellRounding(OrderRequest asked, OrderRequest prepared, Printer output)
    {
        Tell("quantity", asked.Quantity, prepared.Quantity);
        Tell("price", asked.Price, prepared.Price);
        Tell("trigger price", asked.TriggerPrice, prepared.TriggerPrice);

        void Tell(string what, decimal? from, decimal? to)
        {
            if (from != to)
            {
                output.Note(string.Create(CultureInfo.InvariantCulture, $"The {what} {from} is rounded to {to}."));
            }
        }
    }

    private static string Text(OrderRequest order)
    {
        var format = MarketFormat.Of(order.Symbol);
        var text = $"{order.Side} {MarketFormat.Plain(order.Quantity)} {order.Symbol} {order.Kind}";
        text += order.TriggerPrice is null ? "" : $" triggered at {format.Price(order.TriggerPrice)}";
        text += order.Price is null ? " at the market's price" : $" at {format.Price(order.Price)}";
        return text + (order.TimeInForce is null ? "" : $", {order.TimeInForce}") + (order.PostOnly ? ", post-only" : "");
    }

    private static void Print(OrderRequest order, Printer output)
    {
        if (output.IsJson)
        {
            output.Json(json => DomainJson.Write(json, order));
        }
        else
        {
            output.Line($"{Printable.Of(Text(order))}, client id {order.ClientId}");
        }
    }
}
