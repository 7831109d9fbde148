using System.Diagnostics.CodeAnalysis;

namespace Adapters.Books;

/// <summary>Why a book's state changed. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum BookChangeReason
{
    /// <summary>The snapshot and the updates after it fit together.</summary>
    Joined = 1,

    /// <summary>The whole book was sent.</summary>
    Replaced,

    /// <summary>Updates flow again after a silence.</summary>
    Resumed,

    /// <summary>The stream lost messages.</summary>
    Gap,

    /// <summary>The stream has been silent for too long.</summary>
    Silence,

    /// <summary>An update does not follow the one before it.</summary>
    RuleBroken,

    /// <summary>The best bid reached the best ask.</summary>
    Crossed,

    /// <summary>An update makes no sense in itself: a quantity below zero, or ids backwards.</summary>
    BadUpdate,
}
