using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Rest;

namespace Adapters.Runtime.Tests.Rest;

public sealed class RestClientTests
{
    [Fact]
    public async Task An_answer_is_decoded()
    {
        using var venue = new Venue().Answers(200, """{"serverTime":1700000000123}""");

        var answer = await Send(venue, Venue.Endpoint());

        Assert.Equal(Timestamp.FromMilliseconds(1_700_000_000_123), answer.ServerTime);
        Assert.Equal(["GET /api/v3/thing"], venue.Lines);
        Assert.Equal(["-"], venue.Bodies);
    }

    [Fact]
    public async Task A_request_is_used_up_by_sending_and_used_again_by_the_client()
    {
        using var venue = new Venue().Answers(200, "{}").Answers(200, "{}");
        var endpoint = Venue.Endpoint(parameters: [new("a", ParameterKind.Text)]);
        var first = venue.Client.Create(endpoint);
        first.Add("a", "1");
        await venue.Client.SendNothingAsync(first);

        Assert.Throws<InvalidOperationException>(() => first.Add("a", "2"));
        var second = venue.Client.Create(endpoint);
        await venue.Client.SendNothingAsync(second);

        Assert.Same(first, second);
        Assert.Equal(["GET /api/v3/thing?a=1", "GET /api/v3/thing"], venue.Lines);
    }

    [Fact]
    public async Task What_cannot_be_sent_reaches_nobody()
    {
        using var venue = new Venue();
        var endpoint = Venue.Endpoint(parameters: [new("a", ParameterKind.Text, IsRequired: true)]);

        await Assert.ThrowsAsync<RequestException>(() => Send(venue, endpoint));

        Assert.Empty(venue.Lines);
        Assert.All(venue.Limiter.Read(), static use => Assert.Equal(0, use.Used));
    }

    [Fact]
    public async Task What_the_environment_lacks_is_an_error_that_names_it()
    {
        using var venue = new Venue(environment: "data");
        var error = await Assert.ThrowsAsync<RequestException>(() => Send(venue, Venue.Endpoint()));
        Assert.Contains("'data'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"code":-1121,"msg":"Invalid symbol."}""", ErrorClass.UnknownSymbol, "-1121", "Invalid symbol.")]
    [InlineData(400, """{"code":-9,"msg":"New.","data":{"x":1}}""", ErrorClass.Rejected, "-9", "New.")]
    [InlineData(403, "<html>", ErrorClass.Rejected, null, "The venue gave no readable reason (6 bytes).")]
    [InlineData(302, "", ErrorClass.Rejected, null, "The venue gave no readable reason (0 bytes).")]
    public async Task A_refusal_is_typed(int status, string body, ErrorClass expected, string? code, string problem)
    {
        using var venue = new Venue().Answers(status, body);

        var error = await Assert.ThrowsAsync<ExchangeException>(() => Send(venue, Venue.Endpoint()));

        Assert.Equal((expected, code, problem, status), (error.Class, error.Code, error.Problem, error.HttpStatus));
        Assert.Equal(("test-spot", "GET /api/v3/thing"), (error.Exchange, error.Endpoint));
        Assert.Single(venue.Lines);
    }

    [Theory]
    [InlineData("<html>busy</html>", "$")]
    [InlineData("", "$")]
    [InlineData("""{"serverTime":"yesterday"}""", "$.serverTime")]
    [InlineData("""{"serverTime":1""", "$.serverTime")]
    public async Task Garbage_with_status_200_is_an_error_with_place_and_is_not_asked_again(string body, string path)
    {
        using var venue = new Venue().Answers(200, body);

        var error = await Assert.ThrowsAsync<DecodeException>(() => Send(venue, Venue.Endpoint()));

        Assert.Equal(("GET /api/v3/thing", path), (error.Where, error.Path));
        Assert.Single(venue.Lines);
    }

    [Fact]
    public async Task An_answer_beyond_the_bound_is_not_read()
    {
        using var venue = new Venue(new RestOptions { MaxResponseBytes = 1024 }).Answers(200, new string(' ', 1_025));
        var error = await Assert.ThrowsAsync<DecodeException>(() => Send(venue, Venue.Endpoint()));
        Assert.Contains("MaxResponseBytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_charged_by_their_arguments_and_by_every_limit()
    {
        using var venue = new Venue().Answers(200, "{}");
        var request = venue.Client.Create(Venue.Endpoint(
            weight: new WeightRule(5, new WeightChoice("limit") { Steps = [new(100, 5), new(1_000, 50)] }),
            parameters: [new("limit", ParameterKind.Int)]));
        request.Add("limit", 500);

        await venue.Client.SendNothingAsync(request);

        Assert.Equal([50L, 1L, 0L], venue.Limiter.Read().Select(static use => use.Used));
    }

    [Fact]
    public async Task The_venues_headers_correct_the_limiter()
    {
        using var venue = new Venue()
            .Answers(200, "{}", ("x-used-1M", "37")).Answers(400, "{}", ("X-USED-1m", "61")).Answers(200, "{}", ("X-USED-1m", "?"));
        await Nothing(venue, Venue.Endpoint());
        Assert.Equal(37, venue.Limiter.Read()[0].Used);

        await Assert.ThrowsAsync<ExchangeException>(() => Nothing(venue, Venue.Endpoint()));
        Assert.Equal(61, venue.Limiter.Read()[0].Used);

        await Nothing(venue, Venue.Endpoint());
        Assert.Equal(62, venue.Limiter.Read()[0].Used);
    }

    [Fact]
    public async Task A_call_that_would_wait_too_long_is_not_sent()
    {
        using var venue = new Venue(new RestOptions { MaxLimiterWait = TimeSpan.FromSeconds(10) }).Answers(200, "{}");
        await Nothing(venue, Venue.Endpoint(weight: new WeightRule(100)));

        var error = await Assert.ThrowsAsync<ExchangeException>(() => Nothing(venue, Venue.Endpoint()));

        Assert.Equal((ErrorClass.RateLimited, TimeSpan.FromSeconds(30)), (error.Class, error.RetryAfter));
        Assert.Single(venue.Lines);
    }

    [Fact]
    public void Options_are_checked_and_named()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Venue(new RestOptions { MaxAttempts = 0 }));
        Assert.Contains("RestOptions.MaxAttempts", error.Message, StringComparison.Ordinal);
    }

    private static Task<Venue.ClockAnswer> Send(Venue venue, EndpointInfo endpoint) =>
        venue.Client.SendAsync<Venue.ClockAnswer>(venue.Client.Create(endpoint)).AsTask();

    private static Task Nothing(Venue venue, EndpointInfo endpoint) =>
        venue.Client.SendNothingAsync(venue.Client.Create(endpoint)).AsTask();
}
