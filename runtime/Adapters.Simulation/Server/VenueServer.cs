using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Simulation.Faults;

namespace Adapters.Simulation.Server;

/// <summary>
/// A simulated exchange behind a venue's face: it routes calls, checks their parameters, counts limits, keeps
/// subscriptions and publishes, all as the venue's specification says. It knows no transport and no clock but the one
/// it is given; nothing moves before <see cref="Step"/> or <see cref="Run"/>. Safe from any thread.
/// </summary>
public sealed partial class VenueServer : IDisposable
{
    private readonly TimeProvider _time;
    private readonly LimitLedger _limits;
    private readonly Outbox _outbox = new();
    private readonly FrameReader _reader;

    /// <summary>Opens the venue's markets.</summary>
    /// <param name="face">What the venue does in its own way.</param>
    /// <param name="options">How it is set up.</param>
    public VenueServer(VenueFace face, VenueServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(face);
        options ??= new VenueServerOptions();
        Face = face;
        Faults = options.Faults;
        _time = options.TimeProvider;
        _limits = new LimitLedger(face.Catalogue.Limits, face.BanAfter);
        var markets = face.Markets(new SymbolTable())
            .Where(market => options.Symbols?.Contains(market.Market.Symbol.Name) ?? true)
            .Select(market => options.History is { } history ? market with { History = history } : market)
            .Select(market => options.Fit is { } fit ? fit(market) : market);
        Exchange = new SimulatedExchange(
            new SimulatedExchangeOptions { Seed = options.Seed, Markets = [.. markets], Accounts = options.Accounts },
            _time);
        if (face.FillsFreeOrders)
        {
            Exchange.Subscribe(new FilledOrders(_limits, face.Catalogue.Limits, _time));
        }

        _keys = new(options.Keys.Select(static key => KeyValuePair.Create(key.Name, key)), StringComparer.Ordinal);
        _reader = new FrameReader(face.Catalogue);
        _routes = Routes();
        _clientIds = face.Catalogue.Orders is { } rules ? new ClientOrderIds(rules) : null;
        _methods = face.Endpoints.Answered.Where(static e => e.SocketMethod is not null)
            .ToDictionary(static endpoint => endpoint.SocketMethod!, StringComparer.Ordinal);
    }

    /// <summary>What the venue does in its own way.</summary>
    public VenueFace Face { get; }

    /// <summary>The markets.</summary>
    public SimulatedExchange Exchange { get; }

    /// <summary>What goes wrong; null for nothing.</summary>
    public FaultPlan? Faults { get; }

    /// <summary>One step of every market, and everything that follows from it: messages, pings, connections that have
    /// lived long enough.</summary>
    public void Step()
    {
        Exchange.Step();
        _outbox.Empty();
        var now = Exchange.Now;
        foreach (var session in Sessions)
        {
            session.OnStep(now);
        }
    }

    /// <summary>Steps each time the clock has moved on by a period, until the result is disposed. A step is left out
    /// where the one before it is not over.</summary>
    /// <param name="period">Time between two steps. Move a virtual clock on by no more than that at once.</param>
    public IDisposable Run(TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.FromMilliseconds(1));
        var isStepping = 0;
        return _time.CreateTimer(
            _ =>
            {
                if (Interlocked.Exchange(ref isStepping, 1) == 1)
                {
                    return;
                }

                try
                {
                    Step();
                }
                finally
                {
                    Volatile.Write(ref isStepping, 0);
                }
            },
            state: null,
            period,
            period);
    }

    /// <summary>Frees the keys; nobody is let in any more.</summary>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    /// <summary>What a caller has used of limits of a kind.</summary>
    internal IReadOnlyList<LimitUse> Used(LimitKind kind, VenueCall call)
    {
        var who = Who(call.Session?.Client ?? "", call.Key?.Name);
        return [.. Face.Catalogue.Limits.Where(limit => limit.Kind == kind)
            .SelectMany(limit => _limits.Read(limit.Name, who(limit.Scope), _time.GetUtcNow()))];
    }

    /// <summary>Charges limits; throws where one is used up.</summary>
    private List<LimitUse> Charge(IReadOnlyList<LimitCost> costs, string client, Func<string, string> who) =>
        Charge(costs, client, who, null, out _);

    /// <summary>The same; a call that goes on without room for orders is given the refusal.</summary>
    private List<LimitUse> Charge(
        IReadOnlyList<LimitCost> costs, string client, Func<string, string> who, Arguments? arguments,
        out VenueFailure? limited)
    {
        limited = null;
        var refusal = _limits.Charge(costs, who, client, _time.GetUtcNow(), out var uses);
        if (refusal is null)
        {
            return uses;
        }

        var failure = Face.Limited(refusal, Exchange.Now);
        if (refusal is { IsBan: false, Limit.Kind: LimitKind.Orders }
            && arguments is not null && Face.GoesBeyondOrderLimit(arguments))
        {
            limited = failure;
            return uses;
        }

        throw new LimitedException(failure, uses);
    }

    /// <summary>Orders that were refused do not count, and answers that refuse them do not tell how many do. Binance says
    /// that every successful request adds to the count, and of others that they might or might not.
    /// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/faqs/order_count_decrement.md"/></summary>
    private List<LimitUse> Uncounted(
        VenueFailure failure, IReadOnlyList<LimitCost> costs, Func<string, string> who, List<LimitUse> uses)
    {
        if (!failure.CountsOrders)
        {
            _limits.TakeBackOrders(costs, who, _time.GetUtcNow());
            uses.RemoveAll(use => Face.Catalogue.Limits.First(limit => limit.Name == use.Limit).Kind == LimitKind.Orders);
        }

        return uses;
    }

    private List<LimitCost> Costs(EndpointInfo? endpoint, Arguments? arguments)
    {
        var costs = new List<LimitCost>(Face.Catalogue.Limits.Count);
        foreach (var limit in Face.Catalogue.Limits)
        {
            var amount = endpoint?.Counts.Where(count => count.Key == limit.Name).Sum(static count => count.Value) ?? 0;
            if (amount == 0 && limit is { Kind: LimitKind.Weight } && arguments is not null)
            {
                amount = endpoint!.Weight.Weigh(arguments);
            }
            else if (amount == 0 && limit is { Kind: LimitKind.Requests, Scope: not "connection" })
            {
                amount = 1;
            }

            if (amount > 0)
            {
                costs.Add(new LimitCost(limit.Name, amount));
            }
        }

        return costs;
    }

    private VenueFailure Injected(RequestDecision decision)
    {
        if (decision.Fault == RequestFault.ServerError)
        {
            return Face.Broken(decision.Status!.Value);
        }

        var limit = Face.Catalogue.Limits.First(static item => item.Kind == LimitKind.Weight);
        var until = _time.GetUtcNow() + (decision.RetryAfter ?? limit.Windows[0].Length);
        return Face.Limited(
            new LimitRefusal(
                limit, limit.Windows[0], until, decision.Fault == RequestFault.Banned, decision.RetryAfter),
            Exchange.Now);
    }

    private sealed class LimitedException(VenueFailure failure, List<LimitUse> uses) : Exception(failure.Message)
    {
        public VenueFailure Failure { get; } = failure;

        public List<LimitUse> Uses { get; } = uses;
    }
}
