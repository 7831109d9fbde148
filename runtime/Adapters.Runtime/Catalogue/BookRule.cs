namespace Adapters.Catalogue;

/// <summary>How a venue's book is kept: a snapshot and updates that follow it by a rule, or a channel that sends the
/// whole book each time.</summary>
public sealed class BookRule
{
    /// <summary>The rule's name in the specification, for example <c>full</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The endpoint that gives the snapshot.</summary>
    public string? SnapshotEndpoint { get; init; }

    /// <summary>Arguments of the snapshot's call by wire name, without the symbol.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SnapshotArguments { get; init; } = [];

    /// <summary>The channel that sends the updates.</summary>
    public string? UpdatesChannel { get; init; }

    /// <summary>The channel that sends the whole book each time.</summary>
    public string? WholeChannel { get; init; }

    /// <summary>An update for which this holds is thrown away; absent throws none away.</summary>
    public BookCondition? Drop { get; init; }

    /// <summary>Must hold for the first update after the snapshot; absent means <see cref="Next"/>.</summary>
    public BookCondition? Join { get; init; }

    /// <summary>Must hold for every other update, or the book starts again.</summary>
    public BookCondition? Next { get; init; }
}
