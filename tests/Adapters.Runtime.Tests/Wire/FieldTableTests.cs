using System.Text;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

public sealed class FieldTableTests
{
    [Fact]
    public void Sixty_four_fields_are_found_in_any_order()
    {
        var names = Enumerable.Range(0, 64).Select(i => $"f{i}").ToArray();
        var table = new FieldTable(names);
        foreach (var seen in new ulong[] { 0, 1, 0xFFFF, ulong.MaxValue, 1UL << 63 })
        {
            for (var i = 0; i < names.Length; i++)
            {
                Assert.Equal(i, table.Find(Encoding.UTF8.GetBytes(names[i]), seen));
            }

            Assert.Equal(-1, table.Find("f64"u8, seen));
            Assert.Equal(-1, table.Find(""u8, seen));
        }
    }

    [Fact]
    public void Keys_that_differ_only_in_case_are_different_fields()
    {
        var table = new FieldTable("e", "E");

        Assert.Equal(0, table.Find("e"u8, 0b10));
        Assert.Equal(1, table.Find("E"u8, 0));
    }

    [Fact]
    public void A_field_may_have_two_names()
    {
        var table = new FieldTable([("price", 0), ("p", 0), ("quantity", 1)]);

        Assert.Equal(2, table.Count);
        Assert.Equal(0, table.Find("p"u8, 0));
        Assert.Equal(1, table.Find("quantity"u8, 1));
        Assert.Equal("price", table[0]);
    }

    [Fact]
    public void Too_many_fields_and_doubled_names_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new FieldTable("a", "b", "a"));
        Assert.Throws<ArgumentException>(() => new FieldTable([.. Enumerable.Range(0, 65).Select(i => $"f{i}")]));
        Assert.Throws<ArgumentException>(() => new FieldTable([("a", -1)]));
        Assert.Throws<ArgumentException>(() => new EnumTable("A", "A"));
    }

    [Fact]
    public void A_flood_of_unknown_values_is_not_kept_for_ever()
    {
        var table = new EnumTable("A");
        var first = table.Of("X0");
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal($"X{i}", table.Of($"X{i}").Text);
        }

        Assert.Same(first, table.Of("X0"));
        Assert.NotSame(table.Of("X9999"), table.Of("X9999"));
        Assert.Same(table[0], table.Of("A"));
    }
}
