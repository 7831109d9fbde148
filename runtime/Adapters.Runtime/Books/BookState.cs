using System.Diagnostics.CodeAnalysis;

namespace Adapters.Books;

/// <summary>How far a book can be trusted. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum BookState
{
    /// <summary>Its content is old or missing; a snapshot is on its way.</summary>
    Resyncing = 1,

    /// <summary>It is the venue's book as of the last update.</summary>
    Synchronised,

    /// <summary>It was right, but nothing has been heard for too long.</summary>
    Stale,
}
