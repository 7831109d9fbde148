namespace Adapters.Domain;

/// <summary>A <see cref="BookUpdate"/> that can be kept.</summary>
public sealed class BookChange
{
    /// <summary>Copies an update.</summary>
    public BookChange(scoped in BookUpdate update)
    {
        Symbol = update.Symbol;
        First = update.First;
        Last = update.Last;
        Previous = update.Previous;
        Bids = update.Bids.ToArray();
        Asks = update.Asks.ToArray();
        Time = update.Time;
        ReceivedAt = update.ReceivedAt;
    }

    /// <summary>The market.</summary>
    public Symbol Symbol { get; }

    /// <summary>Id of the first change it holds.</summary>
    public long First { get; }

    /// <summary>Id of the last change it holds.</summary>
    public long Last { get; }

    /// <summary>Id of the last change before it, where the venue tells it.</summary>
    public long? Previous { get; }

    /// <summary>Bids with their new quantities; 0 removes the level.</summary>
    public IReadOnlyList<Level> Bids { get; }

    /// <summary>Asks with their new quantities; 0 removes the level.</summary>
    public IReadOnlyList<Level> Asks { get; }

    /// <summary>The venue's time.</summary>
    public Timestamp? Time { get; }

    /// <summary>When the frame arrived.</summary>
    public Timestamp? ReceivedAt { get; }
}
