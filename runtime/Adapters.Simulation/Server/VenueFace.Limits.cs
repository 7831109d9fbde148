using System.Globalization;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <content>How much clients may do, and what they are told of it.</content>
public abstract partial class VenueFace
{
    /// <summary>Refusals after which a client that does not wait is shut out.</summary>
    public virtual int BanAfter => 10;

    /// <summary>An order that is filled no longer counts against the limit of orders.</summary>
    public virtual bool FillsFreeOrders => false;

    /// <summary>Frames that a connection may send in the specification's window before it is closed; null as many as
    /// the specification says.</summary>
    public virtual int? MaxFrames => null;

    /// <summary>Accounts whose events a connection may be told at once.</summary>
    public virtual int MaxListening => int.MaxValue;

    /// <summary>Subscriptions to accounts' events that a connection may have in its life.</summary>
    public virtual int MaxListeningEver => int.MaxValue;

    /// <summary>Name of the parameter by which a call over a socket says whether its answer tells limits.</summary>
    public virtual string? LimitsArgument => null;

    /// <summary>A call goes on, with what can be done, although the limit of orders is used up.</summary>
    public virtual bool GoesBeyondOrderLimit(Arguments arguments) => false;

    /// <summary>What a refusal over a socket tells besides where a limit is used up, as JSON with <c>{now}</c> and
    /// <c>{until}</c> in Unix milliseconds; null for nothing.</summary>
    public virtual string? LimitedData => null;

    /// <summary>Says that a limit is used up.</summary>
    /// <param name="refusal">Which, and for how long.</param>
    /// <param name="now">The venue's time.</param>
    public VenueFailure Limited(LimitRefusal refusal, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var until = Timestamp.From(refusal.Until).UnixMilliseconds.ToString(CultureInfo.InvariantCulture);
        var (unit, count) = VenueTexts.UnitsOf(refusal.Window.Length);
        Enum reason = refusal.IsBan ? VenueProblem.ShutOut : refusal.Limit.Kind;
        return Refusals.Of(
            reason, null, ("most", refusal.Window.Capacity), ("count", count), ("unit", VenueTexts.Capitals(unit)),
            ("until", until)) with
        {
            RetryAfter = refusal.RetryAfter,
            SocketData = LimitedData?
                .Replace("{now}", now.UnixMilliseconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{until}", until, StringComparison.Ordinal),
        };
    }

    /// <summary>Says that a connection has too many topics.</summary>
    /// <param name="most">How many it may have.</param>
    public VenueFailure TooManyTopics(int most) => Refusals.Of(VenueProblem.TooManyTopics, null, ("most", most));

    /// <summary>The venue's words for kinds of limits; of those without a word it tells nothing.</summary>
    public abstract WordTable<LimitKind> LimitWords { get; }

    /// <summary>The use of limits as answers over a socket tell it, as JSON; null where they do not.</summary>
    public virtual string? Limits(IReadOnlyList<LimitUse> uses) => null;

    /// <summary>All limits that the venue tells.</summary>
    protected IEnumerable<ServerValues> AllLimits() =>
        from limit in Catalogue.Limits
        where LimitWords.Word(limit.Kind) is not null
        from window in limit.Windows
        select Limit(limit, window.Length, window.Capacity, null);

    /// <summary>The use of limits of some kinds.</summary>
    internal IEnumerable<ServerValues> Told(IReadOnlyList<LimitUse> uses, params IReadOnlyList<LimitKind> kinds) =>
        from use in uses
        let limit = Catalogue.Limits.First(item => item.Name == use.Limit)
        where kinds.Contains(limit.Kind)
        select Limit(limit, use.Window, use.Capacity, use.Used);

    /// <summary>The use of limits of some kinds, as JSON.</summary>
    protected string Told<T>(IReadOnlyList<LimitUse> uses, params IReadOnlyList<LimitKind> kinds)
        where T : IServerRecord<T> => System.Text.Encoding.UTF8.GetString(new WireList(
            [.. Told(uses, kinds).Select(static values => (IServerWire)T.FromValues(values))]).ToUtf8());

    private ServerValues Limit(LimitInfo limit, TimeSpan window, long capacity, long? used) =>
        new ServerValues(LimitValues.Of(window, capacity, used)).With("Kind", LimitWords.Word(limit.Kind));
}
