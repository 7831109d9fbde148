using Adapters.Catalogue;

namespace Adapters.Runtime.Tests.Books;

public sealed class BookConditionTests
{
    [Theory]
    [InlineData("last <= book", 5, 9, 9, true)]
    [InlineData("last <= book", 5, 10, 9, false)]
    [InlineData("first <= book + 1 <= last", 10, 12, 9, true)]
    [InlineData("first <= book + 1 <= last", 11, 12, 9, false)]
    [InlineData("first <= book + 1 <= last", 7, 9, 9, false)]
    [InlineData("first == book + 1", 10, 12, 9, true)]
    [InlineData("first==book+1", 9, 12, 9, false)]
    [InlineData("last - 2 >= book", 1, 11, 9, true)]
    [InlineData("last > 10", 1, 10, 0, false)]
    [InlineData("last < first + 1", 10, 10, 0, true)]
    public void Holds_as_written(string text, long first, long last, long book, bool expected) =>
        Assert.Equal(expected, BookCondition.Parse(text).Holds(first, last, null, book));

    [Fact]
    public void A_condition_on_the_previous_id_needs_one()
    {
        foreach (var text in new[] { "previous == book", "previous <= book", "previous == previous" })
        {
            var condition = BookCondition.Parse(text);

            Assert.True(condition.Holds(1, 2, 7, 7), text);
            Assert.False(condition.Holds(1, 2, null, 7), text);
        }
    }

    [Fact]
    public void Ids_at_the_end_of_their_range_do_not_wrap() =>
        Assert.False(BookCondition.Parse("first <= book + 1 <= last").Holds(5, 9, null, long.MaxValue));

    [Theory]
    [InlineData("", 1)]
    [InlineData("last", 5)]
    [InlineData("last <=", 8)]
    [InlineData("last => book", 6)]
    [InlineData("last = book", 6)]
    [InlineData("last <= buch", 9)]
    [InlineData("last <= book +", 15)]
    [InlineData("last <= book + x", 16)]
    [InlineData("last <= book book", 14)]
    [InlineData("last <= 99999999999999999999", 9)]
    public void A_wrong_text_is_refused_with_its_column(string text, int column) => Assert.Contains(
        $"column {column}:",
        Assert.Throws<FormatException>(() => BookCondition.Parse(text)).Message,
        StringComparison.Ordinal);
}
