namespace Adapters.Faces.Tests.Faults;

/// <summary>A deliberate defect, to see that it is noticed.</summary>
public enum Twist
{
    /// <summary>None.</summary>
    None,

    /// <summary>Every request to place an order reaches the venue twice, as if the client had sent it again.</summary>
    OrdersSentTwice,

    /// <summary>Whoever does not know takes an order for refused, and never asks.</summary>
    NeverResolved,

    /// <summary>Of every list the last order is taken for not sent.</summary>
    ListsCutShort,

    /// <summary>One fill is not told.</summary>
    FillLost,

    /// <summary>One order is told as it was, not as it is.</summary>
    OrderStale,
}
