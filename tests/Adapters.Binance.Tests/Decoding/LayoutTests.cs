using System.Text;
using Adapters.Generator.Tests.Reference;
using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Binance.Tests.Decoding;

/// <summary>What the venue sends is in its expected layout: the slow way is for what it does not send.</summary>
public sealed class LayoutTests
{
    public static TheoryData<string> Channels => [.. BinanceRoots.All.Where(root => root.IsChannel).Select(root => root.Name)];

    public static TheoryData<string> Laid =>
        [.. BinanceRoots.All.Where(root => root.Expected is not null).Select(root => root.Name)];

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_sample_is_in_its_expected_layout(string name)
    {
        var channel = BinanceRoots.Named(name);
        foreach (var sample in channel.Samples)
        {
            // Symbols that were never seen are the order-independent reader's.
            var context = new WireContext(new SymbolTable()) { Shapes = new NumberShape[NumberShape.Most] };
            channel.Decode(sample, context);
            Assert.True(channel.Expected!(sample, context) is not null, Encoding.UTF8.GetString(sample));
        }
    }

    [Theory]
    [MemberData(nameof(Laid))]
    public void Made_messages_are_mostly_in_their_expected_layout(string name)
    {
        const int Made = 50;
        var root = BinanceRoots.Named(name);
        var specification = new ReferenceReader(BinanceRoots.Model);
        using var comparison = new Comparison(root);
        for (var seed = 0; seed < Made; seed++)
        {
            Assert.Null(comparison.Difference(SoundMessage.Of(root.Type, specification, new Random(seed))));
        }

        Assert.InRange(comparison.Taken, Made / 2, Made);
        Assert.Equal(0, comparison.Refused);
    }
}
