namespace Adapters.Benchmarks.Decoding;

/// <summary>A way of turning frames into values.</summary>
internal interface IDecoder
{
    /// <summary>As the table shows it.</summary>
    string Name { get; }

    /// <summary>What takes frames of a kind and hands their values to the sink.</summary>
    Action<byte[]> For(MessageKind kind, Sink sink);
}
