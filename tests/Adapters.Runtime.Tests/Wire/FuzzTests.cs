using System.Text;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

/// <summary>Whatever bytes arrive, decoding gives a value or a <see cref="DecodeException"/> with a path, and nothing
/// else.</summary>
public sealed class FuzzTests
{
    private const int Seed = 271_828;

    private const string Trade =
        """{"e":"trade","E":1,"s":"BNBBTC","t":12,"p":"0.001","q":"100","T":"2","m":true,"tag":"B"}""";

    private static readonly string Everything = $$"""
        {"text":"a\u00e9\"b","flag":"TRUE","int":-5,"long":"9007199254740993","number":1.50,"ms":1672515782136,
        "iso":"2026-11-24T14:30:05.5+01:00","symbol":"币安","asset":"BTC","side":"SHORT","json":{"x":[1,{"y":null}]},
        "levels":[["1.0","2"],[3,4,5]],"trades":[{{Trade}},[{{Trade}}]],"names":["a","b"],"map":{"k":{{Trade}}},
        "tags":[{"x":1,"tag":"C"},{{Trade}}],"inner":null,"maybe":"-1.0"}
        """;

    private static readonly string[] Pieces =
    [
        "\"", "{", "}", "[", "]", ",", ":", "null", "true", "1e999999999", "-", "\\", "\\u12", "\\ud800", "\"\"",
        "123456789012345678901234567890", "\u0000", "{\"a\":", "[[[[[[[[[[", "]]]]", "\"e\":", " ", "\n", "1.", "NaN",
    ];

    private readonly WireContext _context = new(new SymbolTable());

    [Fact]
    public void The_sound_text_is_read()
    {
        var record = WireDecoder.Decode<EverythingRecord>(Encoding.UTF8.GetBytes(Everything), _context, "fuzz");

        Assert.Equal(9_007_199_254_740_993, record.Long);
        Assert.Equal(2, record.Trades.Length);
        Assert.Equal("BNBBTC", record.B?.Symbol.Name);
        Assert.Null(record.Maybe);
        Assert.Equal("2026-11-24T13:30:05.5Z", record.Iso.ToString());
        Assert.StartsWith("{\"text\":", WireWriter.ToJson(record), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_cut_anywhere_is_an_error()
    {
        var text = Encoding.UTF8.GetBytes(Everything);
        for (var length = 0; length < text.Length; length++)
        {
            Assert.False(TryDecode(text[..length], $"cut at {length}"));
        }
    }

    [Fact]
    public void Random_changes_give_a_value_or_an_error()
    {
        var random = new Random(Seed);
        var decoded = 0;
        for (var i = 0; i < 20_000; i++)
        {
            decoded += TryDecode(Mutate(Encoding.UTF8.GetBytes(Everything), random), $"seed {Seed}, round {i}") ? 1 : 0;
        }

        // Some changes hit a number or a name: both outcomes must occur, or the test tests nothing.
        Assert.InRange(decoded, 200, 19_800);
    }

    [Fact]
    public void Random_bytes_are_errors()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            Assert.False(TryDecode(bytes, $"seed {Seed}, round {i}"));
        }
    }

    private bool TryDecode(byte[] text, string what)
    {
        try
        {
            WireDecoder.Decode<EverythingRecord>(text, _context, "fuzz");
            return true;
        }
        catch (DecodeException error)
        {
            Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
            return false;
        }
        catch (Exception error)
        {
            Assert.Fail($"{what}: {error}");
            throw;
        }
    }

    private static byte[] Mutate(byte[] text, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var end = Math.Min(text.Length, at + random.Next(12));
            var piece = Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]);
            text = random.Next(6) switch
            {
                0 => [.. text[..at], (byte)random.Next(256), .. text[(at + 1)..]],
                1 => [.. text[..at], .. text[end..]],
                2 => [.. text[..at], .. piece, .. text[at..]],
                3 => [.. text[..at], .. piece, .. text[end..]],
                4 => [.. text[..end], .. text[at..end], .. text[end..]],
                _ => [.. text[..at], (byte)(text[at] ^ (1 << random.Next(8))), .. text[(at + 1)..]],
            };
        }

        return text;
    }
}
