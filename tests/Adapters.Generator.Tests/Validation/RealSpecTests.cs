using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Validation;

/// <summary>
/// A lint that cries where nothing is wrong is worse than none: the specifications of the repository have no finding, but
/// for what the repository's own .globalconfig turns down.
/// </summary>
public sealed class RealSpecTests
{
    public static TheoryData<string> Exchanges => [.. Repository.Exchanges];

    [Theory]
    [MemberData(nameof(Exchanges))]
    public void Nothing_is_found(string exchange)
    {
        var settings = Repository.Read(".globalconfig");
        var found = SpecCheck.Check(
            Repository.Spec(exchange).Select(file => new SpecFile(file.SpecPath, file.Text)), Repository.Samples(exchange));

        Assert.Equal("", string.Join('\n', found.Where(one => !settings.Contains($"dotnet_diagnostic.{one.Id}.", StringComparison.Ordinal))));
    }
}
