using Adapters.Catalogue;

namespace Adapters.Runtime.Tests.Books;

/// <summary>Book rules as a specification gives them.</summary>
internal static class Rules
{
    internal static BookRule Full { get; } = new()
    {
        Name = "full",
        SnapshotEndpoint = "GetDepth",
        UpdatesChannel = "depth",
        Drop = BookCondition.Parse("last <= book"),
        Join = BookCondition.Parse("first <= book + 1 <= last"),
        Next = BookCondition.Parse("first <= book + 1"),
    };

    internal static BookRule Whole { get; } = new() { Name = "partial", WholeChannel = "partialDepth" };

    internal static BookRule Empty { get; } = new() { Name = "empty" };
}
