using System.Security.Cryptography;
using System.Text;
using Adapters.Faces.Tests.Harness;
using NSec.Cryptography;

namespace Adapters.Faces.Tests.Binance;

/// <summary>Signed calls are let in, and others refused, as the venue does.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md"/></summary>
public sealed class AccessTests
{
    private const string Account = "/api/v3/account";

    [Fact]
    public void A_signature_covers_query_and_form_as_they_were_received()
    {
        using var trader = new Trader();
        var (query, form) = ("symbol=BTCUSDT&side=BUY&type=LIMIT", "timeInForce=GTC&quantity=0.001&price=50000&"
            + "newClientOrderId=a%3Ab&" + Trader.Start);
        var signature = trader.Sign(query + form);
        Assert.Equal(200, trader.Send(
            "POST", "/api/v3/order?" + query, trader.Key, $"{form}&signature={signature}").Status);
        Assert.Equal(-1022, trader.Send(
            "POST", "/api/v3/order?" + query, trader.Key, $"{form.Replace("%3A", ":")}&signature={signature}")
            .Json.GetProperty("code").GetInt32());
    }

    [Fact]
    public void A_signature_may_stand_anywhere_and_in_capitals()
    {
        using var trader = new Trader();
        var signature = trader.Sign("recvWindow=5000&" + Trader.Start).ToUpperInvariant();
        Assert.Equal(200, trader.Send(
            "GET", $"{Account}?recvWindow=5000&signature={signature}&{Trader.Start}", trader.Key).Status);
    }

    [Theory]
    [InlineData("timestamp=1780315201000", -1021, "Timestamp for this request was 1000ms ahead of the server's time.")]
    [InlineData("timestamp=1780315194999", -1021, "Timestamp for this request is outside of the recvWindow.")]
    [InlineData("recvWindow=60001&timestamp=1780315200000", -1131, "'recvWindow' must be less than 60000.")]
    [InlineData("recvWindow=5000", -1102, "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.")]
    [InlineData("timestamp=now", -1102, "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.")]
    public void A_time_must_be_near_the_venues(string query, int code, string text)
    {
        using var trader = new Trader();
        var (status, json) = trader.Send("GET", $"{Account}?{query}&signature={trader.Sign(query)}", trader.Key);
        Assert.Equal(400, status);
        Assert.Equal(code, json.GetProperty("code").GetInt32());
        Assert.Equal(text, json.GetProperty("msg").GetString());
    }

    [Theory]
    [InlineData("timestamp=1780315200999")]
    [InlineData("timestamp=1780315195000")]
    [InlineData("timestamp=1780315200000123")]
    [InlineData("recvWindow=6000.5&timestamp=1780315194000")]
    public void A_time_near_the_venues_is_let_in(string query)
    {
        using var trader = new Trader();
        Assert.Equal(200, trader.Send("GET", $"{Account}?{query}&signature={trader.Sign(query)}", trader.Key).Status);
    }

    [Fact]
    public void A_key_must_be_there_and_known_and_sign()
    {
        using var trader = new Trader();
        var signed = $"{Account}?{Trader.Start}&signature={trader.Sign(Trader.Start)}";
        Refused(401, -2014, "API-key format invalid.", trader.Send("GET", signed, null));
        Refused(401, -2015, "Invalid API-key, IP, or permissions for action.", trader.Send("GET", signed, "other"));
        Refused(400, -1102, "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.",
            trader.Send("GET", $"{Account}?{Trader.Start}", trader.Key));
        Refused(400, -1022, "Signature for this request is not valid.",
            trader.Send("GET", $"{Account}?{Trader.Start}&signature={trader.Sign("other")}", trader.Key));
    }

    [Fact]
    public void Keys_of_two_halves_are_verified()
    {
        using var rsa = RSA.Create(2048);
        using var ed = NSec.Cryptography.Key.Create(SignatureAlgorithm.Ed25519);
        using var trader = new Trader(new Dictionary<string, string>
        {
            ["rsa-key"] = rsa.ExportSubjectPublicKeyInfoPem(),
            ["ed-key"] = Encoding.ASCII.GetString(ed.Export(KeyBlobFormat.PkixPublicKeyText)),
        });
        var text = Encoding.UTF8.GetBytes(Trader.Start);
        var byRsa = rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var byEd = SignatureAlgorithm.Ed25519.Sign(ed, text);
        string Target(byte[] signature) =>
            $"{Account}?{Trader.Start}&signature={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
        Assert.Equal(200, trader.Send("GET", Target(byRsa), "rsa-key").Status);
        Assert.Equal(200, trader.Send("GET", Target(byEd), "ed-key").Status);
        Assert.Equal(-1022, trader.Send("GET", Target(byRsa), "ed-key").Json.GetProperty("code").GetInt32());
        Assert.Equal(-1022, trader.Send("GET", Target(byEd), "rsa-key").Json.GetProperty("code").GetInt32());

        var client = FrameClient.Connect(trader.Venue, "/ws-api/v3");
        var logon = Convert.ToBase64String(
            SignatureAlgorithm.Ed25519.Sign(ed, Encoding.UTF8.GetBytes("apiKey=ed-key&" + Trader.Start)));
        var answer = client.Call(
            "session.logon", $$"""{"apiKey":"ed-key","timestamp":1780315200000,"signature":"{{logon}}"}""");
        Assert.Equal("ed-key", answer.GetProperty("result").GetProperty("apiKey").GetString());
        Assert.Equal(200, client.Call("account.status", """{"timestamp":1780315200000}""").GetProperty("status").GetInt32());
    }

    private static void Refused(
        int status, int code, string text, (int Status, System.Text.Json.JsonElement Json) answer)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Json.GetProperty("code").GetInt32());
        Assert.Equal(text, answer.Json.GetProperty("msg").GetString());
    }
}
