using Adapters.Domain;

namespace Adapters.Books;

/// <summary>What <see cref="Book.Copy"/> copied, and the state that it was in.</summary>
public readonly struct BookDepth
{
    internal BookDepth(BookState state, long version, Timestamp? time, int bids, int asks)
    {
        State = state;
        Version = version;
        Time = time;
        Bids = bids;
        Asks = asks;
    }

    /// <summary>How far the levels can be trusted.</summary>
    public BookState State { get; }

    /// <summary>The venue's id of the last update inside; 0 before the first snapshot.</summary>
    public long Version { get; }

    /// <summary>The venue's time of the last update, where it sends one.</summary>
    public Timestamp? Time { get; }

    /// <summary>Number of bids copied.</summary>
    public int Bids { get; }

    /// <summary>Number of asks copied.</summary>
    public int Asks { get; }
}
