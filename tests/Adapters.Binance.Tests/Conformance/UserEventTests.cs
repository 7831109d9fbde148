using System.Text;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>User events in each of the envelopes that venues and recordings have, and those that nobody knows yet.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md"/></summary>
public sealed class UserEventTests
{
    private const string Update = """{"e":"balanceUpdate","E":1781234568001,"a":"BTC","d":"1.5","T":1781234568000}""";

    [Theory]
    [InlineData("""{"subscriptionId":3,"event":EVENT}""")]
    [InlineData("""{"event":EVENT}""")]
    [InlineData("""{"stream":"aListenKey","data":EVENT}""")]
    [InlineData("EVENT")]
    public void An_event_is_known_in_every_envelope(string envelope)
    {
        var reading = Read(envelope.Replace("EVENT", Update, StringComparison.Ordinal));

        Assert.Equal((FrameRole.Message, "user"), (reading.Role, reading.Channel!.Name));
        var found = (UserEvent)reading.Channel.Decode(reading.Payload, Context()).Items[0];
        Assert.Equal((UserEventCase.BalanceUpdate, 1.5m), (found.Case, (decimal)found.BalanceUpdate!.Value.Delta));
    }

    [Fact]
    public void An_event_that_nobody_knows_keeps_its_text()
    {
        const string json = """{"x":[1,2],"e":"aNewEvent","y":{"z":null}}""";
        var reading = Read($$"""{"subscriptionId":3,"event":{{json}}}""");

        var channel = reading.Channel!;
        var inspection = Inspector.Inspect(
            channel.Decode, channel.ToDomain, reading.Payload, new SymbolTable(), new Dictionary<string, string>());
        var found = (UserEvent)inspection.Value.Items[0];
        Assert.Equal((UserEventCase.Unknown, json), (found.Case, found.Unknown.ToString()));
        Assert.Equal(["$.e"], inspection.UnknownValues);
        Assert.Empty(inspection.Domain);
    }

    [Theory]
    [InlineData("""{"stream":"aListenKey","data":{"e":"MARGIN_LEVEL_STATUS_CHANGE","E":1}}""")]
    [InlineData("""{"stream":"btcusdt@aNewStream","data":{"e":"aNewEvent"}}""")]
    [InlineData("""{"e":"aNewEvent"}""")]
    public void What_belongs_to_no_channel_is_unknown_not_an_error(string frame)
    {
        var reading = Read(frame);
        Assert.Equal((FrameRole.Unknown, null), (reading.Role, reading.Channel));
    }

    [Fact]
    public void A_borrowed_event_can_be_kept()
    {
        var utf8 = Samples.Read("spot/user.outboundAccountPosition.json");
        var payload = new FrameReader(BinanceSpotCatalogue.Instance).Read(utf8).Payload;
        var frame = WireDecoder.Decode<UserEventFrame>(payload.Span, Context(), "test");

        Assert.Equal(UserEventCase.AccountPosition, frame.Case);
        Assert.Equal(2, frame.AccountPosition.Balances.Length);
        var kept = frame.ToOwned();
        Assert.Equal(["BTC", "USDT"], kept.AccountPosition!.Balances.Select(balance => balance.Asset.Code));
        Assert.Equal(["BTC", "USDT"], kept.AccountPosition.ToBalances().Select(balance => balance.Asset.Code));
    }

    private static FrameReading Read(string frame) =>
        new FrameReader(BinanceSpotCatalogue.Instance).Read(Encoding.UTF8.GetBytes(frame));

    private static WireContext Context() => new(new SymbolTable());
}
