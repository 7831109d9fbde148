using Adapters.Accounts;
using Adapters.Domain;
using static Adapters.Runtime.Tests.Accounts.Tellings;

namespace Adapters.Runtime.Tests.Accounts;

/// <summary>What is held is what was told last, by the venue's time and by what was asked for when.</summary>
public sealed class BalanceRecordTests
{
    private readonly AccountRecord _record = new();

    [Fact]
    public void Balances_are_told_when_they_change_and_never_go_back()
    {
        Assert.True(_record.Add(Balance("BTC", 5m, at: 10)));
        Assert.False(_record.Add(Balance("BTC", 5m, at: 11)));
        Assert.False(_record.Add(Balance("BTC", 9m, at: 9)));
        Assert.True(_record.Add(Balance("BTC", 4m, 1m, at: 12)));
        Assert.False(_record.Add(Balance("USDT", 0m, at: 12)));
    }

    [Fact]
    public void What_was_asked_for_before_an_update_does_not_undo_it()
    {
        var since = _record.Sequence;
        _record.Add(Balance("BTC", 5m, at: 10));

        Assert.False(_record.Add(Balance("BTC", 9m, at: 10), since));
        Assert.False(_record.Add(Balance("BTC", 9m), since));
        Assert.True(_record.Add(Balance("BTC", 9m, at: 10), _record.Sequence));
    }

    [Fact]
    public void Assets_that_a_list_leaves_out_are_gone()
    {
        _record.Add(Balance("BTC", 5m, at: 10));
        _record.Add(Balance("ETH", 0m, at: 10));
        var since = _record.Sequence;
        _record.Add(Balance("XRP", 7m, at: 11));

        var gone = _record.Gone([Balance("USDT", 1m, at: 12)], since).Single();

        Assert.Equal((Asset.Of("BTC"), 0m, At(12)), (gone.Asset, gone.Total, gone.Time!.Value));
    }

    [Fact]
    public void A_list_from_before_an_asset_was_told_says_nothing_of_it()
    {
        _record.Add(Balance("BTC", 5m, at: 10));

        Assert.Empty(_record.Gone([Balance("USDT", 1m, at: 9)], _record.Sequence));
    }
}
