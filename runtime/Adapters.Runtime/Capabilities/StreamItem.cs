namespace Adapters.Capabilities;

/// <summary>An item of an asynchronous sequence: a value, or a marker that values are missing before the next.</summary>
/// <param name="Value">The value; default with a marker.</param>
/// <param name="Missed">With a marker: how many were dropped, or null where nobody can tell (a lost connection).</param>
/// <param name="IsGap">It is a marker.</param>
public readonly record struct StreamItem<T>(T Value, long? Missed, bool IsGap)
{
    internal static StreamItem<T> Of(T value) => new(value, null, false);

    internal static StreamItem<T> Gap(long? missed) => new(default!, missed, true);
}
