namespace Adapters.Limits;

/// <summary>What a call draws from a limit.</summary>
/// <param name="Limit">The limit's name in the specification, for example <c>weight</c>.</param>
/// <param name="Amount">At least zero.</param>
public readonly record struct LimitCost(string Limit, int Amount);

/// <summary>How much of a window is used.</summary>
/// <param name="Limit">The limit's name.</param>
/// <param name="Window">Length of the window.</param>
/// <param name="Capacity">What may be used in it.</param>
/// <param name="Used">What is used of the present one.</param>
public readonly record struct LimitUse(string Limit, TimeSpan Window, long Capacity, long Used);

/// <summary>A turn that was granted. Tell it when the venue has answered, so that what the venue says of its own count can
/// be told apart from calls still under way.</summary>
public readonly struct LimitGrant
{
    internal LimitGrant(LimitCost[] costs, DateTimeOffset at)
    {
        Costs = costs;
        At = at;
    }

    /// <summary>When it was granted, on the limiter's clock.</summary>
    public DateTimeOffset At { get; }

    internal LimitCost[]? Costs { get; }
}
