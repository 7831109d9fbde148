using System.Text;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

public sealed class SymbolTableTests
{
    private readonly SymbolTable _table = new();

    [Fact]
    public void One_name_is_one_instance()
    {
        var symbol = _table.Get("BTCUSDT");

        Assert.Same(symbol, _table.Resolve("BTCUSDT"u8));
        Assert.NotSame(symbol, _table.Get("btcusdt"));
        Assert.Equal("btcusdt", symbol.NameLower);
        Assert.Equal("BTCUSDT"u8.ToArray(), symbol.Utf8.ToArray());
    }

    [Fact]
    public void Nothing_is_guessed_from_a_name()
    {
        var symbol = _table.Get("BTCUSDT");

        Assert.False(symbol.IsResolved);
        Assert.Null(symbol.Market);
        Assert.Equal("BTCUSDT", symbol.ToString());
        Assert.False(_table.TryGetUnified("BTC/USDT", out _));
    }

    [Fact]
    public void Loading_instruments_resolves_symbols_that_were_handed_out()
    {
        var symbol = _table.Get("BTCUSDT");
        var market = Markets.Spot(symbol, "BTC", "USDT");
        _table.Load([market]);

        Assert.Same(market, symbol.Market);
        Assert.Equal("BTC/USDT", symbol.ToString());
        Assert.True(_table.TryGetUnified("BTC/USDT", out var found));
        Assert.Same(symbol, found);
    }

    [Fact]
    public void Of_two_instruments_with_one_name_the_trading_one_keeps_it()
    {
        var old = Markets.Spot(_table.Get("LUNAUSDT_OLD"), "LUNA", "USDT", MarketStatus.Delisted);
        var trading = Markets.Spot(_table.Get("LUNAUSDT"), "LUNA", "USDT");
        _table.Load([old, trading]);
        _table.Load([trading, old]);

        Assert.True(_table.TryGetUnified("LUNA/USDT", out var found));
        Assert.Equal("LUNAUSDT", found.Name);
    }

    [Fact]
    public void Names_outside_ascii_are_names()
    {
        var symbol = _table.Get("币安人生USDT");

        Assert.Same(symbol, _table.Resolve(Encoding.UTF8.GetBytes("币安人生USDT")));
        Assert.Equal("币安人生usdt", symbol.NameLower);
    }

    [Fact]
    public void What_is_no_name_is_refused()
    {
        Assert.Throws<ArgumentException>(() => _table.Get(""));
        Assert.Throws<ArgumentException>(() => _table.Resolve([0xC3, 0x28]));
    }

    [Fact]
    public void Finding_allocates_nothing()
    {
        for (var i = 0; i < 5_000; i++)
        {
            _table.Get($"S{i}USDT");
        }

        _table.Resolve("S77USDT"u8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var symbol = _table.Resolve("S77USDT"u8);
        var asset = Asset.Of("USDT"u8);
        var between = GC.GetAllocatedBytesForCurrentThread();
        asset = Asset.Of("USDT"u8);

        Assert.Equal(between, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal("USDT", asset.Code);
        Assert.Equal("S77USDT", symbol.Name);
        Assert.Equal(5_000, _table.All.Distinct().Count());
        Assert.True(between >= before);
    }

    [Fact]
    public async Task Threads_that_ask_for_the_same_new_names_get_the_same_instances()
    {
        var names = Enumerable.Range(0, 2_000).Select(i => Encoding.UTF8.GetBytes($"N{i}")).ToArray();
        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => names.Select(name => _table.Resolve(name)).ToArray())));

        for (var i = 0; i < names.Length; i++)
        {
            Assert.All(found, symbols => Assert.Same(found[0][i], symbols[i]));
        }
    }

    [Fact]
    public void A_flood_of_unknown_names_is_not_kept_for_ever()
    {
        for (var i = 0; i < 140_000; i++)
        {
            _table.Get($"{i}");
        }

        Assert.InRange(_table.Count, 100_000, 139_999);
        Assert.Equal("139999", _table.Get("139999").Name);
    }
}
