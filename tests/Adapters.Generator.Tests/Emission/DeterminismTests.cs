using System.Globalization;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Emission;

/// <summary>The same specification gives the same bytes, wherever and however it is compiled.</summary>
public sealed class DeterminismTests
{
    private static readonly IReadOnlyList<SpecText> Files = Repository.Spec("binance");

    public static TheoryData<bool> Sides => new(false, true);

    [Theory]
    [MemberData(nameof(Sides))]
    public void The_order_of_files_changes_nothing(bool isServer)
    {
        var random = new Random(7);
        for (var i = 0; i < 5; i++) Same(Files.OrderBy(_ => random.Next()), isServer);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public void The_place_on_the_machine_changes_nothing(bool isServer) =>
        Same(Files.Select(file => new SpecText(file.SpecPath, file.Text, "C:\\elsewhere\\")), isServer);

    [Theory]
    [MemberData(nameof(Sides))]
    public void Line_ends_change_nothing(bool isServer) => Same(
        Files.Select(file => new SpecText(file.SpecPath, file.Text.Replace("\n", "\r\n", StringComparison.Ordinal))), isServer);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        var expected = (GeneratorHost.Run(Files).Files, GeneratorHost.Run(Files, isServer: true).Files);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.NotEqual(
                CultureInfo.InvariantCulture.NumberFormat.NumberDecimalSeparator + "i".ToUpperInvariant(),
                CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator + "i".ToUpper(CultureInfo.CurrentCulture));
            Equal(expected.Item1, GeneratorHost.Run(Files).Files);
            Equal(expected.Item2, GeneratorHost.Run(Files, isServer: true).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_end_with_a_line_feed_alone() =>
        Assert.All(GeneratorHost.Run(Files).Files.Values, text => Assert.DoesNotContain('\r', text));

    private static void Same(IEnumerable<SpecText> files, bool isServer) =>
        Equal(GeneratorHost.Run(Files, isServer).Files, GeneratorHost.Run(files, isServer).Files);

    private static void Equal(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> found)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.True(file.Value == found[file.Key], file.Key + " differs"));
    }
}
