using System.Text;
using System.Text.Json;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;
using Adapters.Simulation.Transport;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>Over a socket orders end as they do over HTTP.</summary>
public sealed class SocketDeskTests
{
    private readonly List<string> _methods = [];
    private Func<InMemorySocket, string?> _answer = _ => $""" "status":200,"result":{DeskVenue.Open(1, quantity: "0.5")}""";

    public static TheoryData<string, OutcomeKind, ErrorClass, bool> Ends => new()
    {
        { "no connection", OutcomeKind.Rejected, ErrorClass.Unreachable, false },
        { "refused", OutcomeKind.Rejected, ErrorClass.InsufficientFunds, true },
        { "429", OutcomeKind.Rejected, ErrorClass.RateLimited, true },
        { "418", OutcomeKind.Rejected, ErrorClass.Banned, true },
        { "500", OutcomeKind.Unknown, ErrorClass.UnknownOutcome, true },
        { "-1007", OutcomeKind.Unknown, ErrorClass.UnknownOutcome, true },
        { "silence", OutcomeKind.Unknown, ErrorClass.UnknownOutcome, true },
        { "cut", OutcomeKind.Unknown, ErrorClass.UnknownOutcome, true },
        { "closed", OutcomeKind.Unknown, ErrorClass.UnknownOutcome, true },
        { "garbage", OutcomeKind.Unknown, ErrorClass.UnknownOutcome, true },
        { "another record", OutcomeKind.Unknown, ErrorClass.UnknownOutcome, true },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_call_ends_in_an_outcome_and_is_never_repeated(string how, OutcomeKind kind, ErrorClass expected, bool wasSent)
    {
        foreach (var operation in Enum.GetValues<OrderOperation>())
        {
            _methods.Clear();
            _answer = socket => End(how, socket);
            var sockets = new InMemoryWebSockets(Accept) { RefusesConnections = how == "no connection" };
            using var venue = new DeskVenue(sockets);
            await venue.GetMarketsAsync();
            var desk = new TestDesk(venue.Kernel, venue.Kernel.Calls, venue);

            var outcome = await venue.DriveAsync(Run(venue, desk, operation));

            Assert.Equal((operation, kind, expected, wasSent), (outcome.Operation, outcome.Kind, outcome.Error!.Class, outcome.WasSent));
            Assert.Equal(wasSent ? 1 : 0, _methods.Count(method => method.StartsWith("order.", StringComparison.Ordinal)));
            await venue.Kernel.DisposeAsync();
        }
    }

    [Fact]
    public async Task Both_transports_share_client_ids_and_limits()
    {
        using var venue = new DeskVenue(new InMemoryWebSockets(Accept));
        var desk = new TestDesk(venue.Kernel, venue.Kernel.Calls, venue);
        List<OrderOutcome> outcomes = [];
        for (var i = 0; i < 5; i++)
        {
            outcomes.Add(await desk.PlaceAsync(venue.Request with { ClientId = null }));
            outcomes.Add(await venue.Desk.PlaceAsync(venue.Request with { ClientId = null }));
        }

        Assert.Equal(10, outcomes.Select(outcome => outcome.Ref.ClientId).Distinct().Count());
        Assert.Equal(9, outcomes.Count(outcome => outcome.IsAcknowledged));
        Assert.Equal((ErrorClass.RateLimited, false), (outcomes[^1].Error!.Class, outcomes[^1].WasSent));
        await venue.Kernel.DisposeAsync();
    }

    [Fact]
    public async Task An_order_lost_over_one_transport_is_found_over_the_other()
    {
        _answer = socket => End("cut", socket);
        using var venue = new DeskVenue(new InMemoryWebSockets(Accept));
        var desk = new TestDesk(venue.Kernel, venue.Kernel.Calls, venue);

        var outcome = await venue.Desk.ResolveAsync(await desk.PlaceAsync(venue.Request));

        Assert.True(outcome.IsAcknowledged);
        await venue.Kernel.DisposeAsync();
    }

    private static Task<OrderOutcome> Run(DeskVenue venue, TestDesk desk, OrderOperation operation)
    {
        var order = OrderRef.Of(venue.Symbol, ClientOrderId.Parse("mine"));
        return (operation switch
        {
            OrderOperation.Place => desk.PlaceAsync(venue.Request),
            OrderOperation.Cancel => desk.CancelAsync(order),
            _ => desk.AmendAsync(new AmendRequest { Order = order, Quantity = 0.5m }),
        }).AsTask();
    }

    private static string? End(string how, InMemorySocket socket)
    {
        switch (how)
        {
            case "cut":
                socket.Abort();
                return null;
            case "closed":
                socket.Close();
                return null;
            case "silence":
                return null;
            default:
                return how switch
                {
                    "refused" => """ "status":400,"error":{"code":-2010,"msg":"Account has insufficient balance"}""",
                    "429" => """ "status":429,"error":{"code":-1003,"msg":"Too many"}""",
                    "418" => """ "status":418,"error":{"code":-1003,"msg":"Banned"}""",
                    "500" => """ "status":500,"error":{"code":-1000,"msg":"unknown"}""",
                    "-1007" => """ "status":400,"error":{"code":-1007,"msg":"Timeout waiting for response"}""",
                    "garbage" => """ "status":200,"result":[]""",
                    _ => """ "status":200,"result":{"price":"1"}""",
                };
        }
    }

    private void Accept(InMemorySocket socket) => socket.Received += frame =>
    {
        using var json = JsonDocument.Parse(frame);
        _methods.Add(json.RootElement.GetProperty("method").GetString()!);
        if (_answer(socket) is { } answer)
        {
            socket.Send(Encoding.UTF8.GetBytes($$"""{"id":{{json.RootElement.GetProperty("id")}},{{answer}}}"""));
        }
    };
}
