using Adapters.Errors;
using Adapters.Security;

namespace Adapters.Runtime.Tests.Calls;

/// <summary>An answer whose status cannot be read says neither yes nor no.</summary>
public sealed class UnreadableAnswerTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("\"fine\"")]
    [InlineData("2e2")]
    [InlineData("200.5")]
    [InlineData("[200]")]
    public async Task A_status_that_is_no_number_is_no_success(string status)
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac))
        {
            Behaviour = (_, _, _) => $$$""" "status":{{{status}}},"result":{"n":7}""",
        };

        var error = await Assert.ThrowsAsync<DecodeException>(() => venue.PlaceAsync());

        Assert.Equal($"order.place: $: expected a status as a number, found {status}", error.Message);
    }

    [Fact]
    public async Task A_number_in_quotes_is_one()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac))
        {
            Behaviour = static (_, _, _) => """ "status":"200","result":{"n":7}""",
        };

        Assert.Equal(7, (await venue.PlaceAsync()).Number);
    }
}
