using Adapters.Domain;

namespace Adapters.Books;

/// <summary>The best prices of a book and the state that they were in, read as one.</summary>
public readonly struct BookTop
{
    internal BookTop(BookState state, long version, Timestamp? time, Level? bid, Level? ask)
    {
        State = state;
        Version = version;
        Time = time;
        Bid = bid;
        Ask = ask;
    }

    /// <summary>How far the prices can be trusted.</summary>
    public BookState State { get; }

    /// <summary>The venue's id of the last update inside; 0 before the first snapshot.</summary>
    public long Version { get; }

    /// <summary>The venue's time of the last update, where it sends one.</summary>
    public Timestamp? Time { get; }

    /// <summary>Best bid; null where there is none.</summary>
    public Level? Bid { get; }

    /// <summary>Best ask; null where there is none.</summary>
    public Level? Ask { get; }
}
