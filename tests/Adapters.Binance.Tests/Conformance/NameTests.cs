using Adapters.Domain;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Who trades has <c>using Adapters.Binance</c> beside those of the kernel.</summary>
public sealed class NameTests
{
    private static readonly string[] Used = ["Adapters.Domain", "Adapters.Books", "Adapters.Capabilities", "Adapters.Trading"];

    [Fact]
    public void No_public_name_means_two_things() => Assert.Empty(
        typeof(BinanceSpot).Assembly.GetExportedTypes().Select(type => type.Name)
            .Intersect(typeof(Symbol).Assembly.GetExportedTypes()
                .Where(type => Used.Contains(type.Namespace)).Select(type => type.Name)));
}
