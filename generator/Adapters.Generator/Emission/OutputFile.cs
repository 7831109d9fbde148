namespace Adapters.Generator.Emission;

/// <summary>A file of generated code.</summary>
/// <param name="Name">Unique in a compilation: <c>Binance.Spot.Types.g.cs</c>; the exchange where emission failed.</param>
/// <param name="Error">What went wrong, if it did.</param>
internal sealed record OutputFile(string Name, string Text, string? Error = null)
{
    /// <summary>What stands for an exchange whose emission failed.</summary>
    public static OutputFile Failure(string exchange, Exception error) =>
        new(exchange, "", $"{error.GetType().Name}: {error.Message.Split('\n')[0]}");
}
