namespace Adapters.Generator.Emission;

/// <summary>A file of generated code.</summary>
/// <param name="Exchange">The exchange it belongs to.</param>
/// <param name="Name">Unique in a compilation: <c>Binance.Spot.Types.g.cs</c>; the exchange where emission failed.</param>
/// <param name="Error">What went wrong, if it did.</param>
internal sealed record OutputFile(string Exchange, string Name, string Text, string? Error = null)
{
    /// <summary>The hash of its text.</summary>
    public ulong Hash { get; } = SpecHash.Of(Text);

    /// <summary>What stands for a file whose emission failed.</summary>
    public static OutputFile Failure(string exchange, Exception error) =>
        new(exchange, exchange, "", $"{error.GetType().Name}: {error.Message.Split('\n')[0]}");
}
