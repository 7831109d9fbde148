using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;

namespace Adapters.Simulation.Server;

/// <summary>A call that is refused because a limit is used up.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Window">Its window.</param>
/// <param name="Until">When calls are taken again.</param>
/// <param name="IsBan">The client went on after it was told to wait, and is shut out.</param>
/// <param name="RetryAfter">How long the client is told to wait; null where it is not told.</param>
public sealed record LimitRefusal(
    LimitInfo Limit, LimitWindow Window, DateTimeOffset Until, bool IsBan, TimeSpan? RetryAfter);

/// <summary>Counts what clients use of a venue's limits, in windows aligned to UTC. Safe from any thread.</summary>
/// <param name="limits">The limits.</param>
/// <param name="banAfter">Refusals of one client after which it is shut out: for two minutes, and each time for twice
/// as long, at most for three days.</param>
internal sealed class LimitLedger(IReadOnlyList<LimitInfo> limits, int banAfter)
{
    private static readonly TimeSpan FirstBan = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestBan = TimeSpan.FromDays(3);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Limit, TimeSpan Window, string Who), (long Index, long Used)> _used = [];
    private readonly Dictionary<string, Offender> _offenders = [];

    /// <summary>Charges a call, also where it is refused then; orders only where there is room for them.</summary>
    /// <param name="costs">What it draws.</param>
    /// <param name="who">Whom a limit of a scope is counted for.</param>
    /// <param name="client">Who is shut out.</param>
    /// <param name="now">The venue's time.</param>
    /// <param name="uses">How much of the limits is used now.</param>
    internal LimitRefusal? Charge(
        IReadOnlyList<LimitCost> costs, Func<string, string> who, string client, DateTimeOffset now,
        out List<LimitUse> uses)
    {
        uses = [];
        lock (_gate)
        {
            LimitRefusal? refusal = null;
            foreach (var (name, amount) in costs)
            {
                var limit = limits.First(item => item.Name == name);
                var lacking = limit.Windows.FirstOrDefault(
                    window => Add(limit, window, who(limit.Scope), 0, now) + amount > window.Capacity);
                var charged = lacking is not null && limit.Kind == LimitKind.Orders ? 0 : amount;
                uses.AddRange(limit.Windows.Select(window => new LimitUse(
                    name, window.Length, window.Capacity, Add(limit, window, who(limit.Scope), charged, now))));
                if (lacking is not null)
                {
                    var end = End(lacking, now);
                    refusal ??= new LimitRefusal(limit, lacking, end, IsBan: false, end - now);
                }
            }

            return Judge(client, refusal, now);
        }
    }

    /// <summary>Takes back what orders were charged that were refused.</summary>
    /// <param name="costs">What the call drew.</param>
    /// <param name="who">Whom a limit of a scope is counted for.</param>
    /// <param name="now">The venue's time.</param>
    internal void TakeBackOrders(IReadOnlyList<LimitCost> costs, Func<string, string> who, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var (name, amount) in costs)
            {
                var limit = limits.First(item => item.Name == name);
                foreach (var window in limit.Kind == LimitKind.Orders ? limit.Windows : [])
                {
                    Add(limit, window, who(limit.Scope), -amount, now);
                }
            }
        }
    }

    /// <summary>What is used of a limit now.</summary>
    internal IReadOnlyList<LimitUse> Read(string name, string who, DateTimeOffset now)
    {
        lock (_gate)
        {
            var limit = limits.First(item => item.Name == name);
            return [.. limit.Windows.Select(w => new LimitUse(name, w.Length, w.Capacity, Add(limit, w, who, 0, now)))];
        }
    }

    private long Add(LimitInfo limit, LimitWindow window, string who, long amount, DateTimeOffset now)
    {
        var index = Index(window, now);
        var key = (limit.Name, window.Length, who);
        var before = _used.TryGetValue(key, out var known) && known.Index == index ? known.Used : 0;
        var used = Math.Max(0, before + amount);
        _used[key] = (index, used);
        return used;
    }

    private static long Index(LimitWindow window, DateTimeOffset now) =>
        (now - DateTimeOffset.UnixEpoch).Ticks / window.Length.Ticks;

    private static DateTimeOffset End(LimitWindow window, DateTimeOffset now) =>
        DateTimeOffset.UnixEpoch + ((Index(window, now) + 1) * window.Length);

    private LimitRefusal? Judge(string client, LimitRefusal? refusal, DateTimeOffset now)
    {
        if (_offenders.TryGetValue(client, out var offender) && offender.Ban is { } ban && ban.Until > now)
        {
            return ban with { RetryAfter = ban.Until - now };
        }

        if (refusal is null)
        {
            return null;
        }

        offender ??= _offenders[client] = new Offender();
        offender.Refusals = now < offender.ToldUntil ? offender.Refusals : 0; // who has waited starts anew
        offender.ToldUntil = refusal.Until;
        if (++offender.Refusals < banAfter)
        {
            return refusal;
        }

        var length = TimeSpan.FromTicks(Math.Min(FirstBan.Ticks << Math.Min(offender.Bans++, 20), LongestBan.Ticks));
        offender.Refusals = 0;
        offender.Ban = refusal with { Until = now + length, IsBan = true, RetryAfter = length };
        return offender.Ban;
    }

    private sealed class Offender
    {
        public int Refusals { get; set; }

        public DateTimeOffset ToldUntil { get; set; }

        public int Bans { get; set; }

        public LimitRefusal? Ban { get; set; }
    }
}
