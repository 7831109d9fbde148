using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>Length of a candle.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum Interval
{
    /// <summary>One second.</summary>
    Seconds1 = 1,

    /// <summary>One minute.</summary>
    Minutes1,

    /// <summary>Three minutes.</summary>
    Minutes3,

    /// <summary>Five minutes.</summary>
    Minutes5,

    /// <summary>Fifteen minutes.</summary>
    Minutes15,

    /// <summary>Thirty minutes.</summary>
    Minutes30,

    /// <summary>One hour.</summary>
    Hours1,

    /// <summary>Two hours.</summary>
    Hours2,

    /// <summary>Four hours.</summary>
    Hours4,

    /// <summary>Six hours.</summary>
    Hours6,

    /// <summary>Eight hours.</summary>
    Hours8,

    /// <summary>Twelve hours.</summary>
    Hours12,

    /// <summary>One day.</summary>
    Days1,

    /// <summary>Three days.</summary>
    Days3,

    /// <summary>One week.</summary>
    Weeks1,

    /// <summary>One calendar month.</summary>
    Months1,
}
