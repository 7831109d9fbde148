namespace Adapters.Simulation.Server;

/// <summary>What is known of a limit, by the names that specifications give it.</summary>
public static class LimitValues
{
    /// <summary>One window of a limit.</summary>
    /// <param name="window">Its length.</param>
    /// <param name="capacity">What may be used in it.</param>
    /// <param name="used">What is used; null where that is not told.</param>
    public static Func<string, object?> Of(TimeSpan window, long capacity, long? used)
    {
        var (unit, count) = VenueTexts.UnitsOf(window);
        return name => name switch
        {
            "Unit" => VenueTexts.Capitals(unit),
            "Per" => count,
            "Capacity" => capacity,
            "Used" => used,
            _ => null,
        };
    }
}
