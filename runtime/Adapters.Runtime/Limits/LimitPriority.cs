namespace Adapters.Limits;

/// <summary>Whose turn it is at the rate limiter.</summary>
public enum LimitPriority
{
    /// <summary>In the order of asking.</summary>
    Normal,

    /// <summary>Before all others, and out of the share reserved for it: what takes risk away, such as cancels.</summary>
    Reserved,
}
