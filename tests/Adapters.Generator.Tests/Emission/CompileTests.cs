using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Emission;

/// <summary>What is generated compiles at the strictest level, documentation comments included.</summary>
public sealed class CompileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_small_specification_compiles_without_a_warning(bool isServer) =>
        GeneratorHost.Run(SmallSpec.Files(), isServer).Compiles();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Binance_compiles_without_a_warning(bool isServer) =>
        GeneratorHost.Run(Repository.Spec("binance"), isServer).Compiles();
}
