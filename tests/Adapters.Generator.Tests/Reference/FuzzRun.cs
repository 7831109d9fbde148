using System.Globalization;
using Adapters.Runtime.Tests.Wire;
using Xunit.Abstractions;

namespace Adapters.Generator.Tests.Reference;

/// <summary>Rounds of the comparison over changed messages; <c>FUZZ_ROUNDS</c> says how many for each thing that is
/// decoded, <c>FUZZ_SEED</c> from where.</summary>
internal static class FuzzRun
{
    private const int LongestCut = 400;

    private static readonly int Seed = Asked("FUZZ_SEED") ?? 20260301;

    /// <summary>Compares changed messages, and some as they are.</summary>
    public static void Changed(FuzzRoot root, int rounds, ITestOutputHelper output)
    {
        rounds = Asked("FUZZ_ROUNDS") ?? rounds;
        var specification = new ReferenceReader(root.Model);
        using var comparison = new Comparison(root);
        output.WriteLine($"seed {Seed}, {rounds} rounds");
        for (var round = 0; round < rounds; round++)
        {
            var seed = unchecked((Seed * 31) + round);
            var sound = Sound(root, specification, round, seed);
            var text = round % 5 == 4 ? sound : new JsonMutator(seed).Mutate(sound);
            Check(comparison, text, $"{root.Name}, seed {Seed}, round {round}");
        }

        output.WriteLine($"{comparison.Taken} in the expected layout, {comparison.Refused} refused");
        Assert.InRange(comparison.Refused, rounds / 10, rounds * 9 / 10);
        Assert.InRange(comparison.Taken, root.Expected is null ? 0 : Math.Max(1, rounds / 50), rounds);
    }

    /// <summary>Compares a message that is cut at each of its bytes.</summary>
    public static void Cut(FuzzRoot root)
    {
        using var comparison = new Comparison(root);
        var sound = Sound(root, new ReferenceReader(root.Model), 0, Seed).AsSpan().TrimEnd((byte)'\n');
        sound = sound[..Math.Min(sound.Length, LongestCut)];
        for (var length = 0; length < sound.Length; length++)
        {
            Check(comparison, sound[..length].ToArray(), $"{root.Name}, cut at {length}");
        }

        Assert.Equal((sound.Length, 0), (comparison.Refused, comparison.Taken));
    }

    private static int? Asked(string variable) => Environment.GetEnvironmentVariable(variable) is { } number
        ? int.Parse(number, CultureInfo.InvariantCulture)
        : null;

    // Samples and made messages by turns.
    private static byte[] Sound(FuzzRoot root, ReferenceReader specification, int round, int seed) =>
        root.Samples.Count > 0 && round % 2 == 0
            ? root.Samples[round / 2 % root.Samples.Count]
            : SoundMessage.Of(root.Type, specification, new Random(seed), isLoose: round % 3 != 0);

    private static void Check(Comparison comparison, byte[] text, string what)
    {
        if (comparison.Difference(text) is { } difference)
        {
            Assert.Fail($"{what}: {difference}");
        }
    }
}
