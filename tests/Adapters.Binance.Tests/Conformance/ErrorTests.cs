using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Errors;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Every code that the venue lists has a class, and so has every text of those codes that mean many things.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/errors.md"/></summary>
public sealed class ErrorTests
{
    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    /// <summary>The codes of the venue's page, and one that clients know besides (-2008).</summary>
    private static readonly (ErrorClass Class, int[] Codes)[] Listed =
    [
        (ErrorClass.UnknownOutcome, [-1000, -1001, -1006, -1007]),
        (ErrorClass.Busy, [-1008]),
        (ErrorClass.Maintenance, [-1016]),
        (ErrorClass.RateLimited, [-1003, -1034, -1181]),
        (ErrorClass.OrderRateLimited, [-1015]),
        (ErrorClass.ClockSkew, [-1021]),
        (ErrorClass.Authentication, [-1002, -1022, -2008, -2014, -2015]),
        (ErrorClass.UnknownSymbol, [-1121]),
        (ErrorClass.InvalidRequest,
        [
            -1013, -1033, -1100, -1101, -1102, -1103, -1104, -1105, -1106, -1108, -1111, -1114, -1115, -1116, -1117,
            -1118, -1119, -1120, -1122, -1127, -1128, -1130, -1134, -1135, -1139, -1145, -1151, -1158, -1160, -1165,
            -1166, -1168, -1169, -1170, -1171, -1172, -1173, -1174, -1175, -1176, -1177, -1178, -1179, -1182, -1188,
            -1189, -1190, -1191, -1194, -1196, -1197, -1198, -1199, -1210, -1211, -1221, -1222, -1223, -1224, -1225,
            -2039,
        ]),
        (ErrorClass.Unsupported, [-1014, -1020, -1152, -1153, -1155, -1161, -1183, -1184, -1185, -1186, -1187]),
        (ErrorClass.UnknownOrder, [-2013, -2026]),
        (ErrorClass.SessionLost, [-1035, -1125, -1180, -2036, -2042]),
        (ErrorClass.Subscribed, [-2035]),
        (ErrorClass.NoLiquidity, [-1112]),
        (ErrorClass.NoData, [-1220, -2016, -2043]),
        (ErrorClass.Rejected, [-1010, -2010, -2011, -2021, -2022, -2038]),
    ];

    public static TheoryData<int, ErrorClass> Codes
    {
        get
        {
            var data = new TheoryData<int, ErrorClass>();
            foreach (var (errorClass, codes) in Listed)
            {
                foreach (var code in codes)
                {
                    data.Add(code, errorClass);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_has_its_class_whatever_the_text(int code, ErrorClass expected) =>
        Assert.Equal(expected, Catalogue.Errors.Classify(400, Text(code), "something the venue has not written yet"));

    [Fact]
    public void All_codes_of_the_page_are_there() => Assert.Equal(107, Listed.Sum(row => row.Codes.Length));

    [Theory]
    [InlineData("Filter failure: PRICE_FILTER", ErrorClass.InvalidPrice)]
    [InlineData("Filter failure: PERCENT_PRICE", ErrorClass.InvalidPrice)]
    [InlineData("Filter failure: PERCENT_PRICE_BY_SIDE", ErrorClass.InvalidPrice)]
    [InlineData("Filter failure: LOT_SIZE", ErrorClass.InvalidQuantity)]
    [InlineData("Filter failure: MARKET_LOT_SIZE", ErrorClass.InvalidQuantity)]
    [InlineData("Filter failure: MIN_NOTIONAL", ErrorClass.InvalidNotional)]
    [InlineData("Filter failure: NOTIONAL", ErrorClass.InvalidNotional)]
    [InlineData("Filter failure: ICEBERG_PARTS", ErrorClass.InvalidQuantity)]
    [InlineData("Filter failure: MAX_POSITION", ErrorClass.PositionLimit)]
    [InlineData("Filter failure: MAX_NUM_ORDERS", ErrorClass.OrderLimit)]
    [InlineData("Filter failure: MAX_NUM_ALGO_ORDERS", ErrorClass.OrderLimit)]
    [InlineData("Filter failure: MAX_NUM_ICEBERG_ORDERS", ErrorClass.OrderLimit)]
    [InlineData("Filter failure: MAX_NUM_ORDER_AMENDS", ErrorClass.OrderLimit)]
    [InlineData("Filter failure: MAX_NUM_ORDER_LISTS", ErrorClass.OrderLimit)]
    [InlineData("Filter failure: TRAILING_DELTA", ErrorClass.InvalidPrice)]
    [InlineData("Filter failure: EXCHANGE_MAX_NUM_ORDERS", ErrorClass.OrderLimit)]
    [InlineData("Filter failure: EXCHANGE_MAX_NUM_ALGO_ORDERS", ErrorClass.OrderLimit)]
    [InlineData("Filter failure: EXCHANGE_MAX_NUM_ICEBERG_ORDERS", ErrorClass.OrderLimit)]
    [InlineData("Filter failure: EXCHANGE_MAX_NUM_ORDER_LISTS", ErrorClass.OrderLimit)]
    [InlineData("Unknown order sent.", ErrorClass.UnknownOrder)]
    [InlineData("Duplicate order sent.", ErrorClass.DuplicateOrder)]
    [InlineData("Market is closed.", ErrorClass.MarketClosed)]
    [InlineData("Account has insufficient balance for requested action.", ErrorClass.InsufficientFunds)]
    [InlineData("Market orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Iceberg orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Stop loss orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Stop loss limit orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Take profit orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Take profit limit orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Order amend is not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Price * QTY is zero or less.", ErrorClass.InvalidNotional)]
    [InlineData("IcebergQty exceeds QTY.", ErrorClass.InvalidQuantity)]
    [InlineData("This action is disabled on this account.", ErrorClass.Permission)]
    [InlineData("This account may not place or cancel orders.", ErrorClass.Permission)]
    [InlineData("Unsupported order combination", ErrorClass.Unsupported)]
    [InlineData("Order would trigger immediately.", ErrorClass.WouldTrigger)]
    [InlineData("Cancel order is invalid. Check origClOrdId and orderId.", ErrorClass.InvalidRequest)]
    [InlineData("Order would immediately match and take.", ErrorClass.WouldTake)]
    [InlineData("The relationship of the prices for the orders is not correct.", ErrorClass.InvalidPrice)]
    [InlineData("OCO orders are not supported for this symbol", ErrorClass.Unsupported)]
    [InlineData("Quote order qty market orders are not support for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Trailing stop orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Order cancel-replace is not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("This symbol is not permitted for this account.", ErrorClass.Permission)]
    [InlineData("This symbol is restricted for this account.", ErrorClass.Permission)]
    [InlineData("Order was not canceled due to cancel restrictions.", ErrorClass.NotCancelable)]
    [InlineData("Rest API trading is not enabled.", ErrorClass.Permission)]
    [InlineData("WebSocket API trading is not enabled.", ErrorClass.Permission)]
    [InlineData("FIX API trading is not enabled.", ErrorClass.Permission)]
    [InlineData("Order book liquidity is less than `LOT_SIZE` filter minimum quantity.", ErrorClass.NoLiquidity)]
    [InlineData("Order book liquidity is less than `MARKET_LOT_SIZE` filter minimum quantity.", ErrorClass.NoLiquidity)]
    [InlineData("Order book liquidity is less than symbol minimum quantity.", ErrorClass.NoLiquidity)]
    [InlineData("Order amend (quantity increase) is not supported.", ErrorClass.InvalidQuantity)]
    [InlineData("The requested action would change no state; rejecting.", ErrorClass.NothingToChange)]
    [InlineData("Pegged orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("This order type may not use pegged price.", ErrorClass.Unsupported)]
    [InlineData("This price peg cannot be used with this order type.", ErrorClass.Unsupported)]
    [InlineData("Order book liquidity is too low for this pegged order.", ErrorClass.NoLiquidity)]
    [InlineData("OPO orders are not supported for this symbol.", ErrorClass.Unsupported)]
    [InlineData("Order amend (pending OPO order) is not supported.", ErrorClass.Unsupported)]
    public void Text_decides_where_a_code_means_many_things(string text, ErrorClass expected) => Assert.All(
        new[] { -1010, -1013, -2010, -2011, -2038 },
        code => Assert.Equal(expected, Catalogue.Errors.Classify(400, Text(code), text)));

    [Theory]
    [InlineData("Too many subscriptions. Connection may create up to '5' subscriptions at a time.", ErrorClass.InvalidRequest)]
    [InlineData("Similar subscription is already active on this connection. Symbol='BTCUSDT', active subscription id: 'a'.", ErrorClass.Subscribed)]
    public void Text_decides_between_too_many_subscriptions_and_one_that_is_there(string text, ErrorClass expected) =>
        Assert.Equal(expected, Catalogue.Errors.Classify(400, "-1191", text));

    [Theory]
    [InlineData(403, ErrorClass.Blocked)]
    [InlineData(418, ErrorClass.Banned)]
    [InlineData(429, ErrorClass.RateLimited)]
    [InlineData(500, ErrorClass.UnknownOutcome)]
    [InlineData(503, ErrorClass.UnknownOutcome)]
    public void Status_decides_where_there_is_no_code(int status, ErrorClass expected) =>
        Assert.Equal(expected, Catalogue.Errors.Classify(status, null, null));

    [Theory]
    [InlineData("rest.json", ErrorClass.UnknownSymbol)]
    [InlineData("rest.filter.json", ErrorClass.InvalidQuantity)]
    [InlineData("rest.balance.json", ErrorClass.InsufficientFunds)]
    [InlineData("rest.unknown-order.json", ErrorClass.UnknownOrder)]
    [InlineData("rest.timeout.json", ErrorClass.UnknownOutcome)]
    [InlineData("rest.replace.partial.json", ErrorClass.Rejected)]
    [InlineData("rest.replace.failed.json", ErrorClass.Rejected)]
    [InlineData("rest.replace.placed.json", ErrorClass.Rejected)]
    public void Failure_over_rest_is_read(string file, ErrorClass expected)
    {
        var failure = Catalogue.Rest.Failure!;
        var captures = new Range[failure.Placeholders.Count];
        var body = Samples.Read("spot/errors/" + file);

        Assert.True(failure.TryMatch(body, captures));
        var code = System.Text.Encoding.UTF8.GetString(body.AsSpan()[captures[failure.IndexOf("code")]]);
        var text = JsonSerializer.Deserialize<string>(body.AsSpan()[captures[failure.IndexOf("message")]]);
        Assert.Equal(expected, Catalogue.Errors.Classify(400, code, text));
    }

    [Theory]
    [InlineData("api.json", FrameRole.Answer, "400", ErrorClass.InvalidRequest)]
    [InlineData("api.banned.json", FrameRole.Answer, "418", ErrorClass.RateLimited)]
    [InlineData("api.orders.json", FrameRole.Answer, "429", ErrorClass.OrderRateLimited)]
    [InlineData("api.key.json", FrameRole.Answer, "401", ErrorClass.Authentication)]
    [InlineData("api.replace.failed.json", FrameRole.Answer, "400", ErrorClass.Rejected)]
    [InlineData("market.json", FrameRole.Rejected, null, ErrorClass.InvalidRequest)]
    [InlineData("market.wrapped.json", FrameRole.Rejected, null, ErrorClass.InvalidRequest)]
    public void Failure_over_a_socket_is_read(string file, FrameRole role, string? status, ErrorClass expected)
    {
        var reading = new FrameReader(Catalogue).Read(Samples.Read("spot/errors/" + file));

        Assert.Equal((role, status), (reading.Role, reading.Status));
        Assert.Equal(expected, Catalogue.Errors.Classify(null, reading.Code, reading.Message, reading.Socket!.Name));
    }

    private static string Text(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
