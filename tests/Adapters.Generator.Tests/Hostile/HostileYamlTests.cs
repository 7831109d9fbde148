using System.Text;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Hostile;

/// <summary>Whatever stands in a file: findings or code, never an exception, never the rule for defects of the compiler.</summary>
public sealed class HostileYamlTests
{
    private const string Line = "language: 1\n";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "alias bomb", Line + Bomb(), "ADP003" },
        { "alias", Line + "exchange: *there\n", "ADP003" },
        { "tag", Line + "exchange: !!str Venue\n", "ADP003" },
        { "own tag", Line + "exchange: !evil Venue\n", "ADP003" },
        { "duplicate key", Line + "exchange: A\nexchange: B\n", "ADP002" },
        { "duplicate key in a flow", Line + "products: { a: { id: 1, id: 2 } }\n", "ADP002" },
        { "tab", Line + "products:\n\tspot: { id: a }\n", "ADP003" },
        { "tab behind blanks", Line + "products:\n  \tspot: { id: a }\n", "ADP003" },
        { "several documents", Line + "---\nlanguage: 1\n", "ADP003" },
        { "a key that is a list", Line + "? [a, b]\n: c\n", "ADP003" },
        { "a key that is a map", Line + "{ a: b }: c\n", "ADP003" },
        { "empty", "", "ADP005" },
        { "blank", "  \n\n ", "ADP005" },
        { "only a comment", "# nothing here\n", "ADP005" },
        { "a text", "language", "ADP011" },
        { "a list", "- language\n", "ADP011" },
        { "deep lists", Line + "exchange: " + new string('[', 10_000), "ADP004" },
        { "deep maps", Line + "exchange: " + Repeat("{ a: ", 10_000), "ADP004" },
        { "deep blocks", Line + "exchange:\n " + Repeat("- ", 10_000) + "a\n", "ADP004" },
        { "deep block maps", Line + "exchange:\n" + Stairs(10_000), "ADP004" },
        { "unclosed list", Line + "exchange: [a, b\n", "ADP001" },
        { "unclosed quote", Line + "exchange: \"Venue\n", "ADP001" },
        { "a quote's broken escape", Line + "exchange: \"\\q\"\n", "ADP001" },
        { "a NUL", Line + "exchange: a\0b\n", "ADP003" },
        { "NULs alone", "\0\0\0\0", "ADP003" },
        { "directive", "%YAML 9.9\n---\nlanguage: 1\n", "ADP001" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_a_specification_cannot_be_is_refused_with_a_rule(string what, string text, string rule)
    {
        var found = Hostile.Run(text);

        Assert.True(found.Any(one => one.Id == rule), $"{what}: " + string.Join("\n", found));
    }

    [Fact]
    public void A_text_with_braces_inside_braces_is_said_to_want_quotes()
    {
        var found = Assert.Single(Hostile.Run(Line + "endpoints:\n  Get: { call: GET /a/{id}, returns: none }\n"));

        Assert.Equal((2, 22), (found.Line, found.Column));
        Assert.EndsWith("inside braces and brackets a text with one of them stands in quotes", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_of_a_megabyte_is_read()
    {
        var found = Hostile.Run(Line + "exchange: " + new string('a', 1_000_000));

        Assert.Contains(found, one => one.Id == "ADP013");
    }

    [Fact]
    public void A_megabyte_of_keys_is_read()
    {
        var text = new StringBuilder(Line + "exchange: Venue\nenums:\n  Many: [");
        for (var i = 0; text.Length < 1_000_000; i++) text.Append("VALUE_").Append(i).Append(", ");

        Assert.Empty(Hostile.Run(text.Append("LAST]\n").ToString()));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_windows_change_nothing()
    {
        var files = SmallSpec.Files();
        var windows = files.Select(file => new SpecText(
            file.SpecPath, "\ufeff" + file.Text.Replace("\n", "\r\n", StringComparison.Ordinal)));

        var expected = GeneratorHost.Run(files).Compiles();
        var answer = GeneratorHost.Run(windows).Compiles();

        Assert.Equal(expected.Files.OrderBy(file => file.Key), answer.Files.OrderBy(file => file.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Binary_junk_is_refused(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[5_000];
        random.NextBytes(bytes);

        Assert.NotEmpty(Hostile.Run(Encoding.UTF8.GetString(bytes)));
        Assert.NotEmpty(Hostile.Run(Encoding.Latin1.GetString(bytes)));
    }

    private static string Bomb()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 20; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [")
                .AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 9)).Append("]\n");
        }
        return text.ToString();
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Stairs(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count && text.Length < 4_000_000; i++) text.Append(' ', i + 1).Append("a:\n");
        return text.ToString();
    }
}
