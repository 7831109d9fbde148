using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Server;

/// <content>What calls of all venues ask for, by the names of their parameters.</content>
public sealed partial class VenueCall
{
    /// <summary>A parameter is well written and makes no sense.</summary>
    public VenueException Wrong(string parameter) => Refused(ArgumentProblem.Senseless, parameter);

    /// <summary>There is something wrong with a parameter.</summary>
    public VenueException Refused(ArgumentProblem problem, string parameter) =>
        Server.Face.Refuse(Endpoint, new ArgumentFinding(problem, parameter)).Thrown();

    /// <summary>What became of a request; throws where it was refused.</summary>
    /// <exception cref="VenueException">It was refused.</exception>
    public T Taken<T>(T? made, Rejection? refused, OrderAction action)
        where T : class => refused is null ? made! : throw Server.Face.Refuse(action, refused).Thrown();

    /// <summary>How many entries the answer has at most.</summary>
    /// <param name="usual">Without the parameter.</param>
    /// <param name="most">Whatever the parameter says.</param>
    /// <exception cref="VenueException">It is less than one.</exception>
    public int Limit(int usual = 500, int most = 1000) => Arguments.Long(Pages.Limit) switch
    {
        null => usual,
        < 1 => throw Wrong(Pages.Limit),
        { } limit => (int)Math.Min(limit, most),
    };

    /// <summary>The part of a history that is asked for.</summary>
    /// <param name="fromId">Name of the parameter that holds the first id.</param>
    /// <param name="orderId">Name of the parameter that holds the only order.</param>
    /// <exception cref="VenueException">It is a longer time than the venue looks through at once.</exception>
    public HistoryQuery History(string fromId, string? orderId = null)
    {
        var (from, to, most) = (Arguments.Time(Pages.From), Arguments.Time(Pages.To), Server.Face.LongestHistory);
        return to - from > most
            ? throw Server.Face.Refusals.Of(VenueProblem.SpanTooLong, null, ("hours", most.Value.TotalHours)).Thrown()
            : new HistoryQuery
            {
                OrderId = orderId is null ? null : Arguments.Long(orderId),
                FromId = Arguments.Long(fromId),
                From = from,
                To = Arguments.TimeEnd(Pages.To),
                Limit = Limit(),
            };
    }

    /// <summary>A client's id, or null where it was not sent.</summary>
    public ClientOrderId? ClientId(string name) =>
        Arguments.Text(name) is { } text ? ClientOrderId.Parse(text) : null;

    /// <summary>Trades from an id on, or the last ones.</summary>
    /// <param name="fromId">Name of the parameter that holds the id.</param>
    public IReadOnlyList<MarketTrade> Trades(string fromId) =>
        Arguments.Long(fromId) is { } id ? Market.TradesFrom(id, Limit()) : Market.LastTrades(Limit());

    /// <summary>Aggregates of trades from an id or a moment on, or the last ones.</summary>
    /// <param name="fromId">Name of the parameter that holds the id.</param>
    public IEnumerable<AggregateTrade> Aggregates(string fromId)
    {
        var (limit, from, to) = (Limit(), Arguments.Time(Pages.From), Arguments.TimeEnd(Pages.To));
        if (Arguments.Long(fromId) is { } id)
        {
            return Market.AggregatesFrom(id, limit);
        }

        if (from is null && to is null)
        {
            return Market.LastAggregates(limit);
        }

        var inside = AggregateTrade.From([.. Market.TradesBetween(from ?? Timestamp.Epoch, to ?? Now)]);
        return from is null ? inside.TakeLast(limit) : inside.Take(limit);
    }

    /// <summary>Candles of a part of the history.</summary>
    /// <param name="interval">Name of the parameter that holds their length.</param>
    /// <param name="offset">Name of the parameter that says how far east of UTC days begin.</param>
    public IReadOnlyList<Candle> Candles(string interval, string offset) => Market.Candles(
        IntervalText.Parse(Arguments.Text(interval)!), Offset(offset), Arguments.Time(Pages.From),
        Arguments.Time(Pages.To), Limit());

    /// <summary>How far east of UTC days begin; zero without the parameter.</summary>
    /// <exception cref="VenueException">It says no such thing.</exception>
    public TimeSpan Offset(string name) =>
        VenueTexts.TryReadOffset(Arguments.Text(name) ?? "0", out var offset) ? offset : throw Wrong(name);

    /// <summary>Statistics of the day that today is.</summary>
    /// <param name="market">Of which market.</param>
    /// <param name="offset">Name of the parameter that says how far east of UTC days begin.</param>
    public MarketStatistics Today(SimulatedMarket market, string offset)
    {
        ArgumentNullException.ThrowIfNull(market);
        var open = IntervalClock.OpenOf(Interval.Days1, Now, Offset(offset));
        var end = open + TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1);
        return market.StatisticsSince(open) with { CloseTime = end };
    }

    /// <summary>Statistics of a window that ends now. It begins on a minute, so that it may be up to a minute longer.
    /// </summary>
    /// <param name="market">Of which market.</param>
    /// <param name="name">Name of the parameter that holds the window.</param>
    /// <param name="usual">The window without it.</param>
    /// <exception cref="VenueException">It is no window.</exception>
    public MarketStatistics Window(SimulatedMarket market, string name, string usual) =>
        VenueTexts.TryReadWindow(Arguments.Text(name) ?? usual, out var window)
            ? MarketValues.Since(market, window)
            : throw Wrong(name);

    private PageNames Pages => Server.Face.Pages;
}
