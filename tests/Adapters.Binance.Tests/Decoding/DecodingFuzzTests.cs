using Adapters.Binance.Tests.Decoding.Reference;
using Adapters.Runtime.Tests.Wire;
using Xunit.Abstractions;

namespace Adapters.Binance.Tests.Decoding;

/// <summary>
/// Every record of the specification is read alike, values and places of errors, in its expected layout, in any order, and
/// by a reference made of the specification and System.Text.Json; whatever the bytes. More: <c>FUZZ_ROUNDS=10000
/// FUZZ_SEED=1 dotnet test tests/Adapters.Binance.Tests --filter DecodingFuzz</c>, so many rounds for each row.
/// </summary>
public sealed class DecodingFuzzTests(ITestOutputHelper output)
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("FUZZ_ROUNDS") ?? "100");
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20260301");

    private static readonly ReferenceReader Specification = new(FuzzRoot.Model);

    public static TheoryData<string> Roots => [.. FuzzRoot.All.Select(root => root.Name)];

    public static TheoryData<string> Messages => [.. FuzzRoot.All.Where(root => !root.IsRecord).Select(root => root.Name)];

    [Theory]
    [MemberData(nameof(Roots))]
    public void All_readers_agree(string name)
    {
        var root = FuzzRoot.Named(name);
        using var comparison = new Comparison(root, FuzzRoot.Model);
        output.WriteLine($"seed {Seed}, {Rounds} rounds");
        for (var round = 0; round < Rounds; round++)
        {
            var seed = unchecked((Seed * 31) + round);
            var sound = Sound(root, round, seed);
            Check(comparison, round % 5 == 4 ? sound : new JsonMutator(seed).Mutate(sound), $"{name}, seed {Seed}, round {round}");
        }

        output.WriteLine($"{comparison.Taken} in the expected layout, {comparison.Refused} refused");
        Assert.InRange(comparison.Refused, Rounds / 10, Rounds * 9 / 10);
        Assert.InRange(comparison.Taken, root.Expected is null ? 0 : Rounds / 10, Rounds);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void All_readers_agree_on_a_message_cut_anywhere(string name)
    {
        var root = FuzzRoot.Named(name);
        using var comparison = new Comparison(root, FuzzRoot.Model);
        var sound = Sound(root, 0, Seed).AsSpan().TrimEnd((byte)'\n');
        sound = sound[..Math.Min(sound.Length, 400)];
        for (var length = 0; length < sound.Length; length++)
        {
            Check(comparison, sound[..length].ToArray(), $"{name}, cut at {length}");
        }

        Assert.Equal((sound.Length, 0), (comparison.Refused, comparison.Taken));
    }

    // Samples and made messages by turns.
    private static byte[] Sound(FuzzRoot root, int round, int seed) => root.Samples.Count > 0 && round % 2 == 0
        ? root.Samples[round / 2 % root.Samples.Count]
        : SoundMessage.Of(root.Type, Specification, new Random(seed), isLoose: round % 3 != 0);

    private static void Check(Comparison comparison, byte[] text, string what)
    {
        if (comparison.Difference(text) is { } difference)
        {
            Assert.Fail($"{what}: {difference}");
        }
    }
}
