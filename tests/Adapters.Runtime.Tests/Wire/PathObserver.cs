using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>Keeps the paths of what it hears of.</summary>
internal sealed class PathObserver(byte[] text) : IWireObserver
{
    internal List<string> Fields { get; } = [];

    internal List<string> Values { get; } = [];

    public void UnknownField(int offset) => Fields.Add(JsonPath.At(text, offset));

    public void UnknownValue(int offset) => Values.Add(JsonPath.At(text, offset));
}
