using Adapters.Generator.Tests.Harness;
using Xunit.Abstractions;

namespace Adapters.Generator.Tests.Hostile;

/// <summary>A real specification, mutated: findings or code, whatever comes.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Mutations = 250;

    private static readonly string[] Words =
    [
        "\"\"", "''", "=", "=x", "$", "$x", "$like", "$as", "$each", "?", "list", "map text", "unless", "@spot", "@", "long",
        "decimal?", "{", "}", "[", "]", ":", ",", "-", "|", "&", "*", "!", "#", ".", "..", "1", "-1", "99999999999999999999",
        "0", "null", "true", "\\", "\"", "'", "\n", "\t", " ", "  ", "\u00e9", "\ud83d\ude00", "class", "like", "else", "none",
    ];

    [Fact]
    public void A_mutated_specification_is_reported_or_emitted()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        Mutate(seed, Mutations);
    }

    [Theory]
    [InlineData(20_260_101)]
    public void The_same_mutations_every_time(int seed) => Mutate(seed, Mutations);

    private static void Mutate(int seed, int count)
    {
        var files = Repository.Spec("binance").Concat(SmallSpec.Files()).ToList();
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var file = files[random.Next(files.Count)];
            var text = file.Text;
            for (var edits = random.Next(1, 4); edits > 0; edits--) text = Edited(text, random);
            var group = files.Where(other => other.Exchange == file.Exchange).ToList();
            Hostile.Run(group.With(file, text), $"seed {seed}, mutation {i} of {file.SpecPath}", i % 4 == 3);
        }
    }

    private static string Edited(string text, Random random)
    {
        if (text.Length < 10) return text;
        var at = random.Next(text.Length - 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        var word = Words[random.Next(Words.Length)];
        var lines = text.Split('\n');
        var line = random.Next(lines.Length);
        switch (random.Next(7))
        {
            case 0: return text.Remove(at, length);
            case 1: return text.Insert(at, word);
            case 2: return text.Remove(at, length).Insert(at, word);
            case 3: return text.Insert(random.Next(text.Length), text.Substring(at, length));
            case 4: return string.Join('\n', lines.Where((_, i) => i != line));
            case 5: return string.Join('\n', lines.Append(lines[line]));
            default:
                // a value replaced as a whole, so that the YAML around it stays sound
                var colon = lines[line].IndexOf(": ", StringComparison.Ordinal);
                if (colon >= 0) lines[line] = lines[line][..(colon + 2)] + word;
                return string.Join('\n', lines);
        }
    }
}
