using Adapters.Generator.Tests.Reference;
using Xunit.Abstractions;

namespace Adapters.Binance.Tests.Decoding;

/// <summary>
/// Every record of the specification is read alike, values and places of errors, in its expected layout, in any order, and
/// by a reference made of the specification and System.Text.Json; whatever the bytes. More: <c>FUZZ_ROUNDS=10000
/// FUZZ_SEED=1 dotnet test tests/Adapters.Binance.Tests --filter DecodingFuzz</c>, so many rounds for each row.
/// </summary>
public sealed class DecodingFuzzTests(ITestOutputHelper output)
{
    private const int Rounds = 100;

    public static TheoryData<string> Roots => [.. BinanceRoots.All.Select(root => root.Name)];

    public static TheoryData<string> Messages => [.. BinanceRoots.All.Where(root => !root.IsRecord).Select(root => root.Name)];

    [Theory]
    [MemberData(nameof(Roots))]
    public void All_readers_agree(string name) => FuzzRun.Changed(BinanceRoots.Named(name), Rounds, output);

    [Theory]
    [MemberData(nameof(Messages))]
    public void All_readers_agree_on_a_message_cut_anywhere(string name) => FuzzRun.Cut(BinanceRoots.Named(name));
}
