using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Orders;

namespace Adapters.Runtime.Tests.Orders;

public sealed class ClientOrderIdsTests
{
    [Fact]
    public void Ids_are_accepted_by_the_venue_and_differ()
    {
        var ids = new ClientOrderIds(Rules("a-zA-Z0-9_-", 36), "bot-");

        var made = Enumerable.Range(0, 10_000).Select(_ => ids.Next().ToString()).ToList();

        Assert.Equal(10_000, made.Distinct().Count());
        Assert.All(made, id => Assert.Matches("^bot-[0-9a-z]{24}$", id));
        Assert.True(ids.Accepts(ids.Next()));
    }

    [Fact]
    public void Two_sources_do_not_meet()
    {
        var rules = Rules("a-zA-Z0-9_-", 36);
        var one = new ClientOrderIds(rules);
        var other = new ClientOrderIds(rules);

        Assert.Empty(Enumerable.Range(0, 1_000).Select(_ => one.Next()).Intersect(Enumerable.Range(0, 1_000).Select(_ => other.Next())));
    }

    [Fact]
    public void A_seed_makes_them_repeatable() => Assert.Equal(
        new ClientOrderIds(Rules("0-9a-z", 20), random: new Random(5)).Next(),
        new ClientOrderIds(Rules("0-9a-z", 20), random: new Random(5)).Next());

    [Theory]
    [InlineData("0-9", 9, "^[0-9]{9}$")]
    [InlineData("A-F", 8, "^[A-F]{8}$")]
    [InlineData("-0-9", 5, "^[0-9]{5}$")]
    [InlineData("0-9a-z", 60, "^[0-9a-z]{24}$")]
    public void Narrow_rules_are_kept(string characters, int length, string pattern)
    {
        var ids = new ClientOrderIds(Rules(characters, length));
        Assert.All(Enumerable.Range(0, 100).Select(_ => ids.Next().ToString()), id => Assert.Matches(pattern, id));
    }

    [Fact]
    public void Small_spaces_start_again_at_their_end()
    {
        var ids = new ClientOrderIds(Rules("0-9", 1));
        Assert.Equal(10, Enumerable.Range(0, 30).Select(_ => ids.Next()).Distinct().Count());
    }

    [Theory]
    [InlineData("fits_1", true)]
    [InlineData("too-long-for-ten", false)]
    [InlineData("blank x", false)]
    [InlineData("12", true)]
    public void Ids_of_callers_are_checked(string id, bool fits) =>
        Assert.Equal(fits, new ClientOrderIds(Rules("a-zA-Z0-9_-", 10)).Accepts(ClientOrderId.Parse(id)));

    [Fact]
    public void No_id_is_no_id() => Assert.False(new ClientOrderIds(Rules("a-z", 10)).Accepts(default));

    [Theory]
    [InlineData("a b")]
    [InlineData("longer than ten")]
    public void A_prefix_must_fit(string prefix) =>
        Assert.Throws<ArgumentException>(() => new ClientOrderIds(Rules("a-z-", 10), prefix));

    [Theory]
    [InlineData("")]
    [InlineData("z-a")]
    [InlineData("aé")]
    public void A_class_of_characters_must_be_one(string characters) =>
        Assert.Throws<FormatException>(() => new ClientOrderIds(Rules(characters, 10)));

    [Fact]
    public void Making_one_allocates_nothing()
    {
        var ids = new ClientOrderIds(Rules("a-z0-9", 36));
        ids.Next();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            ids.Next();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static OrderRules Rules(string characters, int length) =>
        new() { Kinds = [], ClientIdCharacters = characters, ClientIdLength = length };
}
