using Adapters.Errors;
using Adapters.Security;

namespace Adapters.Runtime.Tests.Calls;

/// <summary>What a key of one's own could not sign was not sent over the socket either, and harms no other call.</summary>
public sealed class UnsignedCallTests
{
    [Fact]
    public async Task It_is_told_as_unsent_and_the_connection_serves_on()
    {
        var key = new MoodyKey { Failure = new TimeoutException("far away") };
        await using var venue = new CallVenue(key);
        await venue.AskAsync();

        var error = await Assert.ThrowsAsync<ExchangeException>(() => venue.PlaceAsync());
        Assert.Equal(
            (ErrorClass.Unreachable, "It was not sent: the MoodyKey could not sign it (TimeoutException)."), (error.Class, error.Problem));
        key.Failure = null;
        await venue.PlaceAsync();

        Assert.Equal(["ask", "order.place"], venue.Methods);
        Assert.Equal(1, venue.Sockets.Attempts);
    }

    private sealed class MoodyKey : SigningKey
    {
        public Exception? Failure { get; set; }

        public override int MaxSignatureLength => 4;

        public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
        {
            "abcd"u8.CopyTo(signature);
            return Failure is null ? 4 : throw Failure;
        }
    }
}
