using System.Text;
using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Binance.Tests.Conformance;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Runtime.Tests.Wire;
using Adapters.Wire;
using Xunit.Abstractions;

namespace Adapters.Binance.Tests.Decoding;

/// <summary>
/// A message that is read in its expected layout is read in the same way by the order-independent reader, for every
/// channel and whatever the bytes. More: <c>FUZZ_ROUNDS=1000000 FUZZ_SEED=1 dotnet test tests/Adapters.Binance.Tests
/// --filter LayoutFuzz</c>.
/// </summary>
public sealed class LayoutFuzzTests(ITestOutputHelper output)
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("FUZZ_ROUNDS") ?? "1500");
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20260301");

    public static TheoryData<string> Answers => [.. Samples.Names("spot").Where(SampleReader.IsAnswer)];

    public static TheoryData<string> Channels => [.. BinanceSpotCatalogue.Instance.Channels.Select(channel => channel.Name)];

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_sample_is_in_its_expected_layout(string name)
    {
        var channel = Channel(name);
        foreach (var payload in Payloads(channel))
        {
            var context = Warm(channel, payload);
            var expected = channel.DecodeExpected!(payload, context);

            Assert.True(expected is not null, Encoding.UTF8.GetString(payload.Span));
            Assert.Equal(Text(channel.Decode(payload, context)), Text(expected));
        }
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void What_is_read_in_the_expected_layout_is_what_the_reader_reads(string name)
    {
        var channel = Channel(name);
        var samples = Payloads(channel);
        var context = Warm(channel, samples[0]);
        output.WriteLine($"seed {Seed}, {Rounds} rounds");
        var (taken, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new JsonMutator(unchecked((Seed * 31) + round)).Mutate(samples[round % samples.Count].Span);
            var what = $"seed {Seed}, round {round}: {Encoding.UTF8.GetString(text)}";
            var read = Read(channel.Decode, text, context, what);
            var expected = Expected(channel, text, context, what);
            taken += expected is null ? 0 : 1;
            refused += read is null ? 1 : 0;
            if (expected is not null && expected != read)
            {
                Assert.Fail($"{what}\nexpected layout: {expected}\nreader: {read}");
            }

            if (read is not null && !IsJson(text))
            {
                Assert.Fail($"{what}\nSystem.Text.Json takes it for no JSON\nreader: {read}");
            }
        }

        output.WriteLine($"{taken} in the expected layout, {refused} refused");
        Assert.InRange(taken, Rounds / 50, Rounds);
        Assert.InRange(refused, Rounds / 50, Rounds);
    }

    /// <summary>Answers have no expected layout; what is read in any order must be JSON all the same.</summary>
    [Theory]
    [MemberData(nameof(Answers))]
    public void What_is_read_as_an_answer_is_JSON(string name)
    {
        var decode = SampleReader.EndpointOf(name)!.Decode!;
        var sample = Samples.Read(name);
        var rounds = Math.Max(200, Rounds / 10);
        output.WriteLine($"seed {Seed}, {rounds} rounds");
        for (var round = 0; round < rounds; round++)
        {
            var text = new JsonMutator(unchecked((Seed * 31) + round)).Mutate(sample);
            var what = $"seed {Seed}, round {round}: {Encoding.UTF8.GetString(text)}";
            var context = new WireContext(new SymbolTable());
            if (Read(decode, text, context, what) is { } read && !IsJson(text))
            {
                Assert.Fail($"{what}\nSystem.Text.Json takes it for no JSON\nreader: {read}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_message_cut_anywhere_is_in_no_layout(string name)
    {
        var channel = Channel(name);
        var payload = Payloads(channel)[0];
        var context = Warm(channel, payload);
        for (var length = 0; length < payload.Length; length++)
        {
            Assert.Null(channel.DecodeExpected!(payload[..length].ToArray(), context));
        }
    }

    private static ChannelInfo Channel(string name) => BinanceSpotCatalogue.Instance.Channels.Single(item => item.Name == name);

    // Symbols and values that were never seen are the reader's: it must have seen them.
    private static WireContext Warm(ChannelInfo channel, ReadOnlyMemory<byte> payload)
    {
        var context = new WireContext(new SymbolTable()) { Shapes = new NumberShape[NumberShape.Most] }; // as a topic has them
        context.Symbols.Get("BTCUSDT");
        channel.Decode(payload, context);
        return context;
    }

    private static List<ReadOnlyMemory<byte>> Payloads(ChannelInfo channel) => Samples.Names("spot")
        .Where(file => Path.GetFileName(file).Split('.')[0] == channel.Name && !file.Contains("/api/", StringComparison.Ordinal))
        .Select(file => new FrameReader(BinanceSpotCatalogue.Instance).Read(Samples.Read(file)).Payload)
        .ToList();

    private static string? Read(ValueDecoder decode, byte[] text, WireContext context, string what)
    {
        try
        {
            return Text(decode(text, context));
        }
        catch (DecodeException error)
        {
            Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
            return null;
        }
        catch (Exception error)
        {
            Assert.Fail($"{what}\n{error}");
            throw;
        }
    }

    private static bool IsJson(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Expected(ChannelInfo channel, byte[] text, WireContext context, string what)
    {
        try
        {
            return channel.DecodeExpected!(text, context) is { } value ? Text(value) : null;
        }
        catch (Exception error)
        {
            Assert.Fail($"{what}\n{error}");
            throw;
        }
    }

    private static string Text(DecodedValue value) => string.Join('\n', value.Items.Select(WireWriter.ToJson));
}
